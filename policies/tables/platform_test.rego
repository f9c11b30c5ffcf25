package mdi.tables_test

# What steps read of a cloud; no rule does.
test_every_cloud_has_its_portal_and_its_list_of_addresses if {
	{cloud: [named.portal, named.address_list] | some cloud, named in data.mdi.tables.clouds} == {
		"commercial": ["security.microsoft.com", "56519"],
		"gcc": ["security.microsoft.com", "57063"],
		"gcc_high": ["security.microsoft.us", "57063"],
		"dod": ["security.microsoft.us", "57063"],
	}
}
