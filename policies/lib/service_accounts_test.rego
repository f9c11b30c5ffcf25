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
