package compiler

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/schema"
)

// TestStepsSayWhatABoardAsks holds every step of the library to what somebody has to know who carries it out or signs it.
func TestStepsSayWhatABoardAsks(t *testing.T) {
	lib, diags := LoadSteps()
	require.Empty(t, diags)
	restart := regexp.MustCompile(`(?i)restart`)
	for _, name := range lib.Names() {
		d, _ := lib.Step(name)
		changes := !slices.Contains(schema.KindsWithoutChange, d.Kind)
		if d.Kind != "approval" && d.Kind != "wait" {
			assert.NotEmpty(t, d.Privilege, "%s: the least privilege", name)
		}
		assert.NotEmpty(t, d.Sources, "%s: where it comes from", name)
		for _, source := range d.Sources {
			assert.Regexp(t, `^https://`, source, name)
		}
		for _, text := range []string{d.Why, d.Verify, d.Undo} {
			assert.NotEmpty(t, text, name)
		}
		if d.Kind == "portal" || d.RunsOn == "portal" {
			assert.NotEmpty(t, d.Portal, "%s: the click path", name)
		}
		for era, path := range d.Portal {
			assert.Contains(t, []string{"2023-08", "2026-03", "2026-09"}, era, "%s: an era in which paths changed", name)
			if strings.Contains(path, "Identities > On-premises > Sensors") {
				assert.Equal(t, "2026-03", era, "%s: the list of sensors has this name only then", name)
				assert.Contains(t, d.Portal["2026-09"], "Sensor management", name)
			}
		}
		if d.Risk == "reboot" {
			assert.Regexp(t, restart, d.Undo, "%s: that taking it back restarts, or that a restart cannot be taken back", name)
		}
		if d.Restarts {
			assert.Equal(t, "reboot", d.Risk, name)
		}
		if d.Risk == "irreversible" && changes {
			assert.Contains(t, aboutResidue(d), d.Undo, "%s: what stays", name)
		}
		if d.Kind == "wait" {
			assert.False(t, d.Expressions["wait"] == "" && d.Expressions["done"] == "" && d.Expressions["duration"] == "", "%s: how long", name)
		}
		if d.Impact != "" {
			assert.NotRegexp(t, `[.]$`, d.Impact, "%s: counts follow the sentence", name)
		}
		for _, f := range d.Failures {
			assert.NotRegexp(t, `[.]$`, f.Means, "%s: where to go follows the sentence", name)
			if f.RetryAfter != "" {
				assert.Contains(t, f.GoTo, f.RetryAfter, "%s: %s", name, f.Sign)
			}
		}
	}
}

// aboutResidue is what a board reads of a step that stays: its undo, which then says that there is none or what it costs.
func aboutResidue(d *Declaration) string {
	s := schema.Step{Kind: d.Kind, Risk: d.Risk, Reversible: d.Reversible, Undo: d.Undo}
	if s.Irreversible() {
		return s.Undo
	}
	return ""
}

// TestVendorCmdletsAreUsedWithTheirTraps keeps what is known of the vendor's own tools out of scripts, and where a step names
// one it says what to mind.
func TestVendorCmdletsAreUsedWithTheirTraps(t *testing.T) {
	lib, diags := LoadSteps()
	require.Empty(t, diags)
	never := map[string]string{
		"New-MDIDSA": "makes a key that is back-dated", "-Configuration All": "changes what nobody asked for",
		"-WhatIf": "of the vendor's cmdlets it is no dry run; ours calls Test-Step only", "Install-ADServiceAccount": "not needed, and not undone",
	}
	minded := map[string]string{
		"Set-MDIConfiguration": "-WhatIf", "Test-MDIDSA": "password", "New-MDIConfigurationReport": "-Identity", "Test-MdiReadiness": "Entra Connect",
	}
	named := 0
	for _, name := range lib.Names() {
		d, _ := lib.Step(name)
		code := regexp.MustCompile(`(?m)#.*$`).ReplaceAllString(d.Script, "")
		for word, why := range never {
			assert.NotContains(t, code, word, "%s: %s", name, why)
			assert.NotContains(t, d.Instructions, word, "%s: %s", name, why)
		}
		if strings.Contains(code, "-EffectiveTime") {
			assert.Equal(t, "forest.create_kds_root_key", name)
			assert.Contains(t, code, "if ($controllers.Count -ne 1)", "a key in the past is for a forest of one controller")
		}
		if strings.Contains(code, "Set-ADServiceAccount") {
			assert.Contains(t, code, "Get-ADServiceAccount", "%s: the list is replaced, so it is read before", name)
		}
		for word, warning := range minded {
			if strings.Contains(code+d.Instructions, word) {
				named++
				assert.Contains(t, strings.Join(d.Notes, " "), warning, "%s names %s", name, word)
			}
		}
	}
	assert.NotZero(t, named)
	for _, name := range []string{"domain.create_gmsa", "forest.create_kds_root_key"} {
		d, _ := lib.Step(name)
		assert.Contains(t, strings.Join(d.Notes, " "), "New-MDIDSA", name)
	}
	for _, name := range []string{"domain.create_audit_gpo", "domain.create_ntlm_gpo", "domain.create_power_gpo", "domain.set_object_auditing", "ca.create_audit_gpo"} {
		d, _ := lib.Step(name)
		assert.Contains(t, strings.Join(d.Notes, " "), "-WhatIf is no dry run", name)
	}
}

// TestKnownFailuresLeadSomewhere wants every sign that is documented at the step where it is seen, with the steps to turn to.
func TestKnownFailuresLeadSomewhere(t *testing.T) {
	lib, diags := LoadSteps()
	require.Empty(t, diags)
	for _, c := range []struct{ step, sign, first, retry string }{
		{"server.install_sensor", "LicenseInvalid", "network.exempt_tls_inspection", ""},
		{"server.install_sensor", "0x642", "network.exempt_tls_inspection", ""},
		{"server.install_sensor", "failed to connect to service", "server.install_root_cert", ""},
		{"server.install_sensor", "0x80070643", "server.test_connectivity", "server.test_connectivity"},
		{"server.install_sensor", "two way SSL", "server.set_tls_defaults", ""},
		{"server.install_sensor", "UnauthorizedAccessException", "server.install_sensor", ""},
		{"server.install_sensor", "0x80090008", "server.suspend_cert_client", ""},
		{"server.install_sensor", "Unexpected token '/quiet'", "server.install_sensor", ""},
		{"server.install_sensor", "teamed adapters", "server.remove_winpcap", ""},
		{"sensor.verify_service", "stays at Starting", "domain.grant_logon_as_service", ""},
		{"sensor.verify_service", "AccessDenied", "domain.create_dsa_group", ""},
		{"sensor.verify_service", "'Global'", "server.add_perf_log_users", ""},
		{"sensor.verify_service", "SocketException", "network.open_localhost_444", ""},
		{"server.test_gmsa", "AccessDenied", "domain.create_dsa_group", ""},
		{"sensor.verify_first_data", "handle is invalid", "server.fix_eventlog_dacl", ""},
		{"sensor.verify_health", "Some network traffic", "server.disable_lso", ""},
		{"sensor.verify_health", "memory resource limit", "capacity.remediate", ""},
		{"sensor.verify_health", "active name resolution", "network.open_nnr", ""},
		{"sensor.verify_health", "credentials are incorrect", "domain.create_dsa_group", ""},
		{"sensor.verify_health", "audit issues", "workspace.enable_auto_auditing", ""},
		{"sensor.verify_health", "RPC Audit", "server.install_cumulative_update", ""},
		{"entra_connect.verify_data", "EXECUTE permission", "entra_connect.reapply_db_access", ""},
		{"v2_to_v3.migrate", "Migration failed", "v2_to_v3.check_ready", "v2_to_v3.check_ready"},
		{"workspace.create", "groups", "tenant.clear_stale_groups", "tenant.clear_stale_groups"},
		{"sensor.verify_registered", "Unreachable", "sensor.delete_portal_entry", ""},
	} {
		d, ok := lib.Step(c.step)
		require.True(t, ok, c.step)
		i := slices.IndexFunc(d.Failures, func(f schema.Failure) bool { return strings.Contains(f.Sign, c.sign) })
		if assert.GreaterOrEqual(t, i, 0, "%s at %s", c.sign, c.step) {
			assert.Equal(t, c.first, d.Failures[i].GoTo[0], c.sign)
			assert.Equal(t, c.retry, d.Failures[i].RetryAfter, c.sign)
		}
	}
}
