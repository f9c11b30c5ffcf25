# What no collector can know, said by the people who know it. Every finding that rests on it says so.
declare {
  account "m.okafor.adm@agency.example" {
    duties = {
      activate_v3          = false
      change_audit_policy  = true
      configure_settings   = false
      create_accounts      = true
      create_workspace     = false
      install_sensor       = true
      manage_alerts        = false
      manage_health_issues = false
      respond              = false
      run_sizing           = true
      view_identities      = false
      view_posture         = false
      view_settings        = false
    }
  }

  account "p.lindqvist@agency.example" {
    duties = {
      activate_v3          = false
      change_audit_policy  = false
      configure_settings   = true
      create_accounts      = false
      create_workspace     = true
      install_sensor       = false
      manage_alerts        = false
      manage_health_issues = true
      respond              = false
      run_sizing           = false
      view_identities      = false
      view_posture         = false
      view_settings        = true
    }
  }

  network {
    allowlist = {
      "*.atp.azure.us"    = true
      "crl.microsoft.com" = true
    }
    allowlist_in_use = true
    device_rdp_port  = 3389
    expressroute = {
      in_use = false
    }
    ip_ranges_reviewed_at = "2026-08-03T00:00:00Z"
    service_tags = {
      AzureAdvancedThreatProtection = true
    }
  }

  server "adfs01.agency.example" {
    vm = {
      memory_all_locked      = true
      memory_fully_allocated = true
    }
  }

  server "ca01.agency.example" {
    vm = {
      memory_all_locked      = true
      memory_fully_allocated = true
    }
  }

  server "dc01.agency.example" {
    traffic = {
      statistic = "busiest_window"
    }
    vm = {
      memory_all_locked      = true
      memory_fully_allocated = true
    }
  }

  server "dc02.agency.example" {
    traffic = {
      statistic = "busiest_window"
    }
    vm = {
      memory_all_locked      = true
      memory_fully_allocated = true
    }
  }

  server "dc11.field.agency.example" {
    traffic = {
      statistic = "busiest_window"
    }
    vm = {
      memory_all_locked      = true
      memory_fully_allocated = true
    }
  }

  server "dc12.field.agency.example" {
    traffic = {
      statistic = "busiest_window"
    }
    vm = {
      memory_all_locked      = true
      memory_fully_allocated = true
    }
  }

  server "dc21.lab.agency.example" {
    traffic = {
      statistic = "busiest_window"
    }
    vm = {
      dynamic_memory_enabled = false
      memory_fully_allocated = true
    }
  }

  server "dc22.lab.agency.example" {
    traffic = {
      statistic = "busiest_window"
    }
    vm = {
      dynamic_memory_enabled = false
      memory_fully_allocated = true
    }
  }

  server "rodc13.field.agency.example" {
    traffic = {
      statistic = "busiest_window"
    }
    vm = {
      dynamic_memory_enabled = false
      memory_fully_allocated = true
    }
  }

  tenant {
    cloud_apps_scoped_alerts      = false
    defender_for_servers_licensed = true
    legacy_roles_in_use           = false
  }
}
