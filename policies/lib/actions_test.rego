package mdi.lib.actions_test

import data.mdi.lib.actions

# The domain at hand is contoso.com; emea.contoso.com is of its forest, fabrikam.com of another.
_accounts(homes) := found if {
	found := actions.accounts with input as {
		"domain": {"dn": "dc=contoso,dc=com"},
		"forest": {"domains": {"contoso.com": true, "emea.contoso.com": true}},
		"workspace": {"action_accounts": {name: {"domain_name": home} | some name, home in homes}},
	}
}

test_an_account_of_the_domain_comes_first if _accounts({"a": "Contoso.com", "b": "emea.contoso.com", "c": "fabrikam.com"}) == {"a"}

test_then_one_of_the_forest if _accounts({"b": "emea.contoso.com", "c": "fabrikam.com"}) == {"b"}

test_then_any if _accounts({"c": "fabrikam.com"}) == {"c"}
