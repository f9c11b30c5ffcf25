package mdi.lib.service_accounts_test

import data.mdi.lib.service_accounts

_account := {"sid": "S-1", "member_of": {}}

test_accounts_of_other_domains_do_not_serve if {
	known := service_accounts.known with input as {
		"server": {"domain": "contoso.com"},
		"spec": {"dsa": {"accounts": {"a$@contoso.com": {"serves": {"contoso.com": true}}, "b$@fabrikam.com": {"serves": {"fabrikam.com": true}}}}},
		"accounts": {"a$@contoso.com": _account, "b$@fabrikam.com": _account},
	}
	known == {"a$@contoso.com"}
}

_named(account, principals) := [answer | answer := service_accounts.named("a$@contoso.com", principals) with input as {"accounts": {"a$@contoso.com": account}}]

test_lists_name_an_account_by_its_sid_its_key_or_a_group if {
	account := {"sid": "S-1", "member_of": {"S-9": true}}
	every principal in ["S-1", "S-9", "a$@contoso.com"] {
		_named(account, {principal, "S-7"}) == [true]
	}
	_named(account, {"S-7"}) == [false]
	_named({"sid": "S-1"}, {"S-7"}) == []
	_named({"member_of": {}}, {"S-7"}) == []
}

test_nobody_has_named_an_account_that_is_not_there_yet if {
	_named({"exists": false}, {"S-7"}) == [false]
	_named({"exists": false}, {"a$@contoso.com"}) == [true]
	_named({"exists": true}, {"S-7"}) == []
}
