package mdi.rules.people.scoped_alerts_test

import data.mdi.rules.people.scoped_alerts

_read(given) := [answer | answer := scoped_alerts.compliant with input as given]

_applies(given) := [answer | answer := scoped_alerts.applies with input as given]

_good := _given(true, {"manage_alerts": true, "view_identities": false, "respond": false}, {"Security operations/Security data/Security data basics (Read)": true})

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := scoped_alerts.observed with input as _good]) == 1
	count([required | required := scoped_alerts.required with input as _good]) == 1
}

_given(scoped, duties, permissions) := {
	"spec": {"dsa": {"accounts": {"mdisvc01$@contoso.com": {}}}},
	"subject": {"kind": "account", "key": "alice@contoso.com"},
	"tenant": {"cloud_apps_scoped_alerts": scoped},
	"account": {"duties": duties, "urbac_permissions": permissions},
}

_none := {"manage_alerts": false, "view_identities": false, "respond": false}

test_does_not_comply if _read(_given(true, {"manage_alerts": true}, {"Security operations/Security data/Alerts (manage)": true})) == [false]

test_was_not_read if _read(json.remove(_good, ["/account/urbac_permissions"])) == []

test_applies_by_each_duty if every duty in object.keys(_none) {
	_applies(_given(true, object.union(_none, {duty: true}), {})) == [true]
	_applies(json.remove(_given(true, object.union(_none, {"respond": true}), {}), [sprintf("/account/duties/%s", [duty])])) == []
}

test_another_duty if _applies(_given(true, object.union(_none, {"run_sizing": true}), {})) == [false]

test_not_scoped if _applies(_given(false, {}, {})) == [false]

test_service_account if _applies(object.union(_good, {"subject": {"key": "mdisvc01$@contoso.com"}})) == [false]

test_scope_was_not_read if _applies(json.remove(_good, ["/tenant/cloud_apps_scoped_alerts"])) == []
