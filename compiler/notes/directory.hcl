note "MDI-AD-006" {
  title       = "A domain controller with more roles takes one sensor"
  text        = "It counts once and is listed as a domain controller sensor, whatever else the server does."
  scope       = "server"
  generations = ["v2", "v3"]
  roles       = ["dc"]
  when        = server.roles.adfs == true || server.roles.adcs == true || server.roles.entra_connect == true
  steps       = ["server.install_sensor", "v3.activate", "v2_to_v3.migrate"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services"]
}

note "MDI-AD-016" {
  title       = "Kerberos armoring hides overpass-the-hash"
  text        = "Armored requests are understood, but that one detection does not see through them."
  scope       = "domain"
  generations = ["v2", "v3", "standalone"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/technical-faq"]
}

note "MDI-FOR-005" {
  title       = "Forests without a trust may be monitored"
  text        = "A forest that trusts nobody is watched like any other, with an account of its own."
  scope       = "forest"
  generations = ["v2", "v3", "standalone"]
  when        = length(forest.trusts) == 0
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/multi-forest"]
}

note "MDI-FOR-008" {
  title       = "Object auditing counts per domain, the configuration container once per forest"
  text        = "The entries of a domain are set in every domain; those of the configuration partition and of AD FS are one for all."
  scope       = "domain"
  generations = ["v2", "v3", "standalone"]
  steps       = ["domain.set_object_auditing"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
