package mdi.rules.network.devices_smb_test

import data.mdi.rules.network.devices_smb

_read(given) := [answer | answer := devices_smb.compliant with input as given]

_applies(given) := [answer | answer := devices_smb.applies with input as given]

_change(patch) := json.patch(_good, patch)

_good := {"path": {"class": "device", "ports": {"tcp/445": {"open": true}}}}

_port := "/path/ports/tcp~1445/open"

test_complies if _read(_good) == [true]

test_does_not_comply if _read(_change([{"op": "replace", "path": _port, "value": false}])) == [false]

test_was_not_read if _read(_change([{"op": "remove", "path": _port}])) == []

test_applies if _applies(_good) == [true]

test_other_paths_do_not_apply if _applies(_change([{"op": "replace", "path": "/path/class", "value": "sensor_api"}])) == [false]

test_an_unnamed_path_is_unknown if _applies(_change([{"op": "remove", "path": "/path/class"}])) == []

test_shows_its_evidence if {
	devices_smb.observed == {"tcp/445": true} with input as _good
	devices_smb.required == {"tcp/445": true} with input as _good
}
