constraint "E68" {
  title   = "A v2 sensor listens before the VPN sends, and the VPN sends before the portal reads"
  because = "Messages that nobody takes, or with another secret, are lost without a word."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/vpn-integration"]

  stage {
    steps       = ["sensor.verify_registered"]
    generations = ["v2"]
    some        = true
  }

  stage {
    steps = ["vpn.configure_radius"]
  }

  stage {
    steps = ["vpn.enable"]
  }
}

constraint "E69" {
  title   = "A sensor has its certificates before it sends syslog over TLS"
  because = "The receiver takes no connection without them."
  kind    = "elsewhere"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/notifications"]
}

constraint "E70" {
  title   = "Calls are watched before they are restricted"
  because = "A restriction that is switched on unseen stops software that nobody thought of; controllers are never restricted."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/remote-calls-sam"]

  stage {
    steps = ["samr.audit_mode"]
  }

  stage {
    steps = ["samr.enforce"]
  }
}

constraint "E71" {
  title   = "An account for actions has its rights before it is registered"
  because = "The first action fails without them."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts"]

  stage {
    steps = ["action_account.create_gmsa"]
  }

  stage {
    steps = ["action_account.grant_logon_as_service", "action_account.grant_permissions"]
  }

  stage {
    steps = ["action_account.register"]
  }
}

constraint "E80" {
  title   = "Behaviour is learnt before alerts are tuned"
  because = "Three weeks tell what is normal; a test mode lasts sixty days at most."
  kind    = "elsewhere"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/advanced-settings"]
}
