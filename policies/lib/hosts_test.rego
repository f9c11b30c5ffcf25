package mdi.lib.hosts_test

import data.mdi.lib.hosts

test_the_name_itself if {
	hosts.matches("contososensorapi.atp.azure.com", "contososensorapi.atp.azure.com")
	hosts.matches("ContosoSensorAPI.atp.azure.com", "contososensorapi.ATP.azure.com")
	not hosts.matches("contososensorapi.atp.azure.com", "fabrikamsensorapi.atp.azure.com")
}

# Case 60: a pattern stands for whole labels, without case.
test_c60_pattern if {
	hosts.matches("*.atp.azure.com", "contososensorapi.atp.azure.com")
	hosts.matches("*.ATP.azure.com", "contososensorapi.atp.AZURE.com")
	not hosts.matches("*.atp.azure.com", "contososensorapi.atp.azure.us")
	not hosts.matches("*.atp.azure.com", "atp.azure.com.evil.net")
	not hosts.matches("*.atp.azure.com", "evilatp.azure.com")
	not hosts.matches("*.atp.azure.com", "atp.azure.com")
}

test_a_name_is_no_pattern if not hosts.matches("xatp.azure.com", "contosoatp.azure.com")

test_sensor_api if hosts.sensor_api("Contoso-Corp", ".atp.azure.us") == "contoso-corpsensorapi.atp.azure.us"

test_a_name_matches_itself_in_any_case if {
	hosts.matches("crl.microsoft.com", "CRL.Microsoft.com")
	hosts.matches("CRL.Microsoft.com", "crl.microsoft.com")
	not hosts.matches("crl.microsoft.com", "a.crl.microsoft.com")
}

test_a_star_stands_for_names_below if {
	hosts.matches("*.Microsoft.com", "crl.microsoft.COM")
	hosts.matches("*.microsoft.com", "a.crl.microsoft.com")
	every host in ["microsoft.com", "crlmicrosoft.com", "microsoft.com.example.net", "crl.microsoft.co"] {
		not hosts.matches("*.microsoft.com", host)
	}
	not hosts.matches("a.microsoft.com", "b.microsoft.com")
	not hosts.matches("crl.microsoft.*", "crl.microsoft.com")
}
