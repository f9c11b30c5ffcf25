package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/schema"
)

// fabrikam plans examples/fabrikam, with further facts merged over its own.
func fabrikam(t *testing.T, further string) *schema.Runbook {
	t.Helper()
	dir, facts := example("fabrikam")
	args := []string{"plan", dir, "--facts", facts, now, "-q", "-o", "json"}
	if further != "" {
		file := filepath.Join(t.TempDir(), "further.json")
		require.NoError(t, os.WriteFile(file, []byte(further), 0o600))
		args = append(args, "--facts", file)
	}
	_, stdout, stderr := call(t, "", args...)
	var r schema.Runbook
	require.NoError(t, json.Unmarshal([]byte(stdout), &r), stderr)
	return &r
}

// numbers are the places of the planned steps, by their names.
func numbers(r *schema.Runbook) map[string]int {
	out := map[string]int{}
	for _, s := range r.Steps {
		if s.State == schema.StepPlanned {
			out[s.ID] = s.Number
		}
	}
	return out
}

// of lists the planned steps of one kind in their order.
func of(r *schema.Runbook, step string) []string {
	var out []string
	for _, s := range r.Steps {
		if s.Step == step && s.State == schema.StepPlanned {
			out = append(out, orKind(s.Subject))
		}
	}
	return out
}

func orKind(s schema.Subject) string {
	if s.Key == "" {
		return s.Kind
	}
	return s.Key
}

func TestFabrikamGoesInTheOrderOfTheProcedure(t *testing.T) {
	r := fabrikam(t, "")
	at := numbers(r)
	before := func(first, then string) {
		t.Helper()
		assert.NotZero(t, at[first], first)
		assert.NotZero(t, at[then], then)
		assert.Less(t, at[first], at[then], "%s comes before %s", first, then)
	}
	install := slices.Concat(of(r, "server.install_sensor"), of(r, "v3.activate"))
	require.Len(t, install, 14)
	for _, fqdn := range of(r, "server.install_sensor") {
		before("network.exempt_tls_inspection@network", "server.test_connectivity@"+fqdn)
		before("server.test_connectivity@"+fqdn, "server.install_sensor@"+fqdn)
		before("server.test_gmsa@"+fqdn, "server.install_sensor@"+fqdn)
	}
	for _, fqdn := range of(r, "v3.activate") {
		before("network.exempt_tls_inspection@network", "v3.activate@"+fqdn)
		before("v3.set_action_account_local_system@workspace", "v3.activate@"+fqdn)
	}
	// The gateway of a controller goes right before its sensor comes. The dedicated one and the center stay: dc05 has no sensor yet,
	// and nobody knows what watches it.
	for fqdn, sensor := range map[string]string{"dc01": "v3.activate", "dc03": "server.install_sensor", "dc04": "v3.activate", "dc07": "server.install_sensor"} {
		fqdn += ".fabrikam.com"
		assert.Equal(t, at["ata.uninstall_lightweight_gateway@"+fqdn]+1, at[sensor+"@"+fqdn], fqdn)
	}
	for _, id := range []string{"ata.uninstall_full_gateway@workspace", "ata.decommission_center@workspace"} {
		assert.Equal(t, schema.StepHeld, step(t, r, id).State, id)
	}
	before("ata.inventory@workspace", "ata.uninstall_lightweight_gateway@dc03.fabrikam.com")
	// Role servers: the authority, the secondary node before the primary, staging before active; none before the emulators.
	assert.Equal(t, []string{"ca01.fabrikam.com", "adfs02.fabrikam.com", "adfs01.fabrikam.com", "aadc02.fabrikam.com", "aadc01.fabrikam.com"},
		of(r, "server.install_sensor")[len(of(r, "server.install_sensor"))-5:])
	before("v3.activate@dc01.fabrikam.com", "server.install_sensor@ca01.fabrikam.com")
	before("ca.set_audit_filter@ca01.fabrikam.com", "ca.restart_certsvc@ca01.fabrikam.com")
	before("server.disable_lso@dc06.fabrikam.com", "server.install_sensor@dc06.fabrikam.com")
	// The chain of the forest that nobody trusts is its own.
	before("forest.create_kds_root_key@wingtiptoys.com", "forest.wait_kds@wingtiptoys.com")
	before("forest.wait_kds@wingtiptoys.com", "domain.create_gmsa@svc-mdi-wt$@wingtiptoys.com")
	for _, s := range r.Steps {
		for _, id := range s.Requires {
			if strings.HasSuffix(s.ID, "fabrikam.com") {
				assert.NotContains(t, id, "wingtiptoys.com", s.ID)
			}
		}
		if s.Step == "adfs.create_audit_gpo" || s.Step == "ca.create_audit_gpo" || s.Step == "entra_connect.create_audit_gpo" {
			assert.NotEqual(t, "wingtiptoys.com", s.Subject.Key, "no such server is there")
		}
		if s.Step == "sensor.verify_health" {
			assert.NotEqual(t, "foundation", s.Subject.Key, "no sensor is in the foundation")
		}
	}
	// What is open is open because of what is wrong on purpose.
	assert.True(t, r.Proof.Sound)
	for _, x := range r.Proof.Again {
		assert.True(t, !x.Changes || strings.HasSuffix(x.Step, "@dc05.fabrikam.com"), "%v", x)
	}
	for _, x := range r.Proof.Superfluous { // what only the held have use for
		assert.Contains(t, []string{"ata.backup_db@workspace", "server.test_connectivity@dc05.fabrikam.com"}, x.Step)
	}
	for _, ref := range r.Proof.Remaining {
		assert.True(t, ref.Subject.Key == "dc05.fabrikam.com" || ref.Rule == "MDI-ATA-001", "%v", ref)
	}
	var held []string
	for _, h := range r.Held {
		held = append(held, h.Server)
	}
	assert.Equal(t, []string{"dc05.fabrikam.com", "rodc02.fabrikam.com"}, held)
}

// A wave begins when its window opens, and no sooner.
func TestTheWindowOfAWaveIsOpenedWhenItBegins(t *testing.T) {
	r := fabrikam(t, "")
	starts := map[string]string{}
	for _, s := range r.Steps {
		starts[s.ID] = s.StartsAt
	}
	assert.Equal(t, "2026-11-30T17:00:00Z", starts["change.open_window@pilot"], "18:00 in Berlin")
	assert.Equal(t, "2027-01-09T06:00:00Z", starts["change.open_window@role_servers"], "the first Saturday after the freeze")
	for id, at := range starts {
		if strings.HasPrefix(id, "server.install_sensor@") && at != "" {
			assert.False(t, at >= "2026-12-18" && at < "2027-01-07", "%s at %s lies in the freeze", id, at)
		}
	}
}

// Whose sensor is held keeps its ATA gateway, and the center stays for it; everybody else goes on.
func TestAHeldSensorKeepsItsGatewayAndTheCenter(t *testing.T) {
	r := fabrikam(t, `{"schema": "mdiplan/facts/v1", "paths": {"dc04.fabrikam.com->eu.endpoint.security.microsoft.com": {"ports": {"tcp/443": {"open": false}}}},
		"sources": {"later": {"collector": "network", "tool": "test"}},
		"sections": {"/paths/dc04.fabrikam.com->eu.endpoint.security.microsoft.com": {"source": "later", "status": "partial", "read_at": "2026-11-24T08:30:00Z"}}}`)
	at := numbers(r)
	assert.Zero(t, at["v3.activate@dc04.fabrikam.com"])
	assert.Zero(t, at["ata.uninstall_lightweight_gateway@dc04.fabrikam.com"])
	assert.Zero(t, at["ata.decommission_center@workspace"])
	assert.NotZero(t, at["ata.uninstall_lightweight_gateway@dc07.fabrikam.com"])
	assert.NotZero(t, at["v3.activate@dc01.fabrikam.com"])
	for _, s := range r.Steps {
		switch s.ID {
		case "ata.uninstall_lightweight_gateway@dc04.fabrikam.com":
			assert.Equal(t, []string{"the sensor of this server is held, and nothing else would watch it"}, s.Held)
			assert.NotEmpty(t, s.Release)
		case "ata.decommission_center@workspace":
			assert.Contains(t, s.Held, "waits for ata.uninstall_full_gateway@workspace, which is held")
		}
	}
	assert.True(t, r.Proof.Sound)
}

// Where nobody read what the proxy exempts there may be no exemption to make: the sensors behind it wait, the others do not.
func TestAnExemptionThatMayNotBePossibleHoldsWhatIsBehindTheProxy(t *testing.T) {
	dir, _ := example("fabrikam")
	raw, err := os.ReadFile(filepath.Join(dir, "facts.json"))
	require.NoError(t, err)
	var doc map[string]any
	require.NoError(t, json.Unmarshal(raw, &doc))
	delete(doc["network"].(map[string]any)["proxies"].(map[string]any)["proxy.fabrikam.com:8080"].(map[string]any), "inspection_bypass")
	raw, err = json.Marshal(doc)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "facts.json")
	require.NoError(t, os.WriteFile(file, raw, 0o600))
	_, stdout, stderr := call(t, "", "plan", dir, "--facts", file, now, "-q", "-o", "json")
	var r schema.Runbook
	require.NoError(t, json.Unmarshal([]byte(stdout), &r), stderr)
	at := numbers(&r)
	assert.NotZero(t, at["network.exempt_tls_inspection@network"])
	assert.Zero(t, at["server.install_sensor@dc03.fabrikam.com"])
	assert.NotZero(t, at["server.install_sensor@wt-dc02.wingtiptoys.com"], "it goes out directly")
}
