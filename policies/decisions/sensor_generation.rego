# METADATA
# title: Which sensor generation a server gets
# description: The first of the conditions that holds decides; what the spec asks for comes before all of them.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-defender-identity
# custom:
#   id: D1
#   subject: sensor
#   sets: spec.sensor.generation
#   decides: [MDI-OS-012]
package mdi.decisions.sensor_generation

asked := input.spec.sensor.generation

choice := asked if asked

else := "none" if input.spec.server.demotes_at

else := "none" if input.server.roles.wap

else := "none" if {
	input.server.roles.adcs
	input.server.ca.role_service_installed == false
	not _controller
}

else := "none" if input.server.online == false

else := "none" if _too_old

else := "v2" if {
	input.server.sensor_v2.installed
	input.spec.sensor.migrate == false
}

else := "v3" if input.server.sensor_v3.installed

else := "v2" if input.server.os_family == "ws2016"

else := "v2" if input.spec.sensor.radius_target

else := "v2" if input.spec.sensor.syslog_sender

else := "v2" if input.network.expressroute.in_use

else := "v2" if input.tenant.cloud in {"dod", "gcc_high"}

else := "v2" if input.server.mde.onboarded == false

else := "v3" if {
	_controller
	input.server.mde.onboarded
	input.server.lcu_month >= data.mdi.tables.operating_systems.v3.lcu_floor
	_no_v2_in_the_way
}

else := "v2" if {
	_controller
	input.server.lcu_month < data.mdi.tables.operating_systems.v3.lcu_floor
}

else := "v2" if {
	input.server.roles.dc == false
	input.server.roles.rodc == false
	_role_server
}

reasons := ["The spec asks for it."] if asked

else := ["The server is demoted soon; whoever comes after it takes the sensor."] if input.spec.server.demotes_at

else := ["A Web Application Proxy has nothing that a sensor could read."] if input.server.roles.wap

else := ["Only the Certification Authority role service has something to read."] if {
	choice == "none"
	input.server.ca.role_service_installed == false
}

else := ["The server is kept offline."] if input.server.online == false

else := ["The operating system is older than any that a sensor supports."] if _too_old

else := ["The classic sensor is installed, and the spec does not ask for a migration."] if {
	choice == "v2"
	input.server.sensor_v2.installed
}

else := ["The v3 sensor is installed."] if input.server.sensor_v3.installed

else := ["Windows Server 2016 carries the classic sensor only."] if input.server.os_family == "ws2016"

else := ["RADIUS accounting and syslog exist in the classic sensor only."] if _v2_duty

else := ["Over ExpressRoute, or in this cloud, only the classic sensor is documented."] if _v2_network

else := ["The server is not onboarded to Defender for Endpoint, which the v3 sensor is part of."] if input.server.mde.onboarded == false

else := ["The server is a domain controller, onboarded to Defender for Endpoint, and has the cumulative update that carries v3."] if _is_v3

else := ["The server lacks the cumulative update that carries v3."] if _controller

else := ["On servers of this role the classic sensor is installed."] if _is_v2

warnings := ["Defender for Identity gives this operating system no v3 sensor."] if {
	asked == "v3"
	input.server.os_family in {"ws2008r2", "ws2012", "ws2012r2", "ws2016"}
}

else := []

_controller if input.server.roles.dc

_controller if input.server.roles.rodc

_role_server if input.server.roles.adfs

_role_server if input.server.roles.adcs

_role_server if input.server.roles.entra_connect

_v2_duty if input.spec.sensor.radius_target

_v2_duty if input.spec.sensor.syslog_sender

_v2_network if input.network.expressroute.in_use

_v2_network if input.tenant.cloud in {"gcc_high", "dod"}

_no_v2_in_the_way if input.server.sensor_v2.installed == false

_no_v2_in_the_way if input.spec.sensor.migrate

_too_old if input.server.os_family in {"ws2008r2", "ws2012", "ws2012r2"}

_is_v2 if choice == "v2"

_is_v3 if choice == "v3"
