# METADATA
# title: The server reaches the sensor API of its cloud on TCP 443
# description: A sensor that cannot reach its API neither registers nor reports.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/test-connectivity
# custom:
#   id: MDI-CLOUD-001
#   subject: path
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [network.allow_sensor_api, sensor.set_proxy, server.test_connectivity]
#   either:
#   - [path.ports.<port>.open, path.http.status]
package mdi.rules.network.sensor_api

applies := input.path.class == "sensor_api"

observed := {"to": input.path.to, "open": input.path.ports["tcp/443"].open, "status": _status}

required := {"to": _host, "open": true}

compliant := {observed.to == required.to, observed.open == required.open, _answered} == {true}

_host := data.mdi.lib.hosts.sensor_api(input.workspace.name, data.mdi.tables.clouds[input.tenant.cloud].sensor_api_suffix)

_status := answer if answer := input.path.http.status

else := "not read"

# A port that opens is a way. Whoever asked the API as well knows whether it was the API that answered.
_answered if observed.status == "not read"

else := observed.status in data.mdi.tables.sensor_api.answers
