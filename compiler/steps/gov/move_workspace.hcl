step "gov.move_workspace" {
  title        = "Move to the workspace of the government cloud"
  scope        = "tenant"
  kind         = "manual"
  who          = "Security Administrator"
  privilege    = "Local Administrators on every sensor"
  runs_on      = "person"
  risk         = "irreversible"
  duration     = "8h"
  requires     = ["change.approve"]
  when         = spec.migration.to_cloud != null
  done         = tenant.cloud == spec.migration.to_cloud
  effects      = { tenant = { cloud = spec.migration.to_cloud } }
  why          = "No data moves between clouds: sensors have to register anew, and history goes with the old workspace."
  verify       = "Every sensor is listed in the new workspace, and the settings equal those of the old one."
  undo         = "Install the old package again, as long as the old workspace exists."
  reversible   = false
  instructions = "Begin the move of Defender for Endpoint and Defender for Cloud Apps first. Create the new workspace, enter its directory service account, download its package and key, open its sensor host, uninstall every old sensor and install the new one, enter the settings again after the first synchronisation, and delete the old workspace last."
  security     = ["data_residency"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/us-govt-gcc-high"]
}
