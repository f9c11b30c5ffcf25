package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/compiler"
	"github.com/mdiplan/mdiplan/schema"
)

// workflow are the requirements that spec and compiler hold, each with the proof that they do. docs/coverage.md lists them.
var workflow = map[string]func(*testing.T){
	"MDI-AD-017": func(t *testing.T) {
		r := plan(t, loadExample(t, "contoso"))
		assert.EqualValues(t, 21*86400, step(t, r, "ops.learning_period@workspace").WaitSeconds)
		inOrder(t, r, "sensor.verify_health@controllers", "ops.learning_period@workspace")
	},
	"MDI-ATA-005": func(t *testing.T) {
		inOrder(t, fromATA(t), "server.preflight@dc01.contoso.com", "ata.uninstall_lightweight_gateway@dc01.contoso.com", "server.install_sensor@dc01.contoso.com")
	},
	"MDI-ATA-007": func(t *testing.T) {
		r := fromATA(t)
		assert.EqualValues(t, 2*3600, step(t, r, "workspace.wait_initial_sync@dc01.contoso.com").WaitSeconds)
		inOrder(t, r, "server.install_sensor@dc01.contoso.com", "workspace.wait_initial_sync@dc01.contoso.com", "sensor.verify_first_data@dc01.contoso.com")
		assert.EqualValues(t, 15*60, step(t, plan(t, loadExample(t, "contoso")), "workspace.wait_initial_sync@dc01.contoso.com").WaitSeconds, "without ATA")
	},
	"MDI-ATA-008": func(t *testing.T) {
		inOrder(t, fromATA(t), "ata.inventory@workspace", "exclusions.recreate@workspace")
		inOrder(t, fromATA(t), "ata.inventory@workspace", "tags.apply@workspace")
	},
	"MDI-ATA-009": func(t *testing.T) {
		r := fromATA(t)
		for _, w := range r.Waves {
			if len(w.Batches) > 0 {
				inOrder(t, r, "sensor.verify_health@"+w.Name, "ata.decommission_center@workspace")
			}
		}
		inOrder(t, r, "ata.backup_db@workspace", "ata.decommission_center@workspace")
	},
	"MDI-CAP-012": func(t *testing.T) {
		e := loadExample(t, "healthy")
		absent(t, plan(t, e), "capacity.run_sizing_tool@contoso.com")
		e.facts.Servers["dc01.contoso.com"].Traffic = nil
		s := step(t, plan(t, e), "capacity.run_sizing_tool@contoso.com")
		assert.Contains(t, s.Because, schema.FindingRef{Rule: "MDI-CAP-001", Subject: schema.Subject{Kind: "server", Key: "dc01.contoso.com"}})
		assert.EqualValues(t, 86400, s.WaitSeconds)
	},
	"MDI-CLOUD-009": func(t *testing.T) {
		e := loadExample(t, "contoso")
		e.intent.Shared.Migration = &schema.SpecMigration{ToCloud: "gcc"}
		s := step(t, plan(t, e), "gov.move_workspace@tenant")
		text := s.Instructions
		for _, part := range []string{"new workspace", "directory service account", "package", "sensor host", "uninstall every old sensor", "settings again", "delete the old workspace last"} {
			_, after, found := strings.Cut(text, part)
			assert.True(t, found, "%q stands in the published order", part)
			text = after
		}
	},
	"MDI-DSA-030": func(t *testing.T) {
		refused(t, "directory_service_account \"a\" {\n name = \"svc-mdi-sensors-0$\"\n domain = \"a.test\"\n}", "spec_account_name")
	},
	"MDI-HOST-002": func(t *testing.T) {
		r := plan(t, loadExample(t, "contoso"))
		installs := 0
		for _, s := range r.Steps {
			if s.Step == "server.install_sensor" && s.State == schema.StepPlanned {
				installs++
				inOrder(t, r, "change.approve@"+s.Wave, "change.open_window@"+s.Wave, s.ID)
				assert.Contains(t, s.Requires, "change.open_window@"+s.Wave)
			}
		}
		assert.Positive(t, installs)
	},
	"MDI-HOST-003": func(t *testing.T) {
		r := plan(t, loadExample(t, "contoso"))
		assert.Contains(t, step(t, r, "sensor.stage_package@dc01.contoso.com").Instructions, "unpack")
		inOrder(t, r, "sensor.stage_package@dc01.contoso.com", "server.install_sensor@dc01.contoso.com")
	},
	"MDI-HOST-004": func(t *testing.T) {
		script := step(t, plan(t, loadExample(t, "contoso")), "server.install_sensor@dc01.contoso.com").Script
		for _, argument := range []string{`'/quiet'`, `NetFrameworkCommandLineArguments="/q"`, `AccessKeyFile=`} {
			assert.Contains(t, script, argument)
		}
	},
	"MDI-HOST-011": func(t *testing.T) {
		e := loadExample(t, "healthy")
		e.intent.Servers = map[string]*schema.SpecServer{"dc03.contoso.com": {DemotesAt: "2026-12-05T00:00:00Z"}}
		inOrder(t, plan(t, e), "sensor.uninstall@dc03.contoso.com", "sensor.delete_portal_entry@dc03.contoso.com", "dc.decommission@dc03.contoso.com")
	},
	"MDI-LIM-008": func(t *testing.T) {
		refused(t, "syslog {\n enabled = true\n endpoints = [\"a.test:514\", \"b.test:514\"]\n}", "spec_syslog_endpoints")
	},
	"MDI-LIM-012": func(t *testing.T) {
		refused(t, "workspace \"w\" {\n test_mode_ends_on = \"2027-06-01\"\n}", "spec_test_mode")
		e := loadExample(t, "contoso")
		e.intent.Shared.TestModeEndsOn = "2026-12-20"
		assert.Contains(t, step(t, plan(t, e), "thresholds.test_mode@workspace").Instructions, "at most 60 days")
	},
	"MDI-PROXY-005": func(t *testing.T) {
		refused(t, "sensor \"dc01.contoso.com\" {\n generation = \"v2\"\n proxy_url = \"proxy.contoso.com\"\n}", "spec_proxy_url")
		refused(t, "sensor \"dc01.contoso.com\" {\n generation = \"v2\"\n proxy_url = \"http://proxy.contoso.com:8080\"\n proxy_user = \"svc\"\n}", "spec_proxy_user")
	},
	"MDI-SAM-004": func(t *testing.T) {
		e := loadExample(t, "contoso")
		e.intent.Shared.RemoteSAM = "legacy"
		inOrder(t, plan(t, e), "samr.audit_mode@contoso.com", "samr.enforce@contoso.com")
	},
	"MDI-V3-015": func(t *testing.T) {
		s := step(t, plan(t, loadExample(t, "contoso")), "v3.activate@dc03.contoso.com")
		assert.Contains(t, s.Verify, "within an hour, later ones within five minutes")
	},
	"MDI-V3-022": func(t *testing.T) {
		e := loadExample(t, "healthy")
		e.intent.Servers = map[string]*schema.SpecServer{"dc02.contoso.com": {DemotesAt: "2026-12-05T00:00:00Z"}}
		yes, no := true, false
		e.facts.Servers["dc02.contoso.com"].MDE.OnboardedByMDIPackage = &yes
		e.facts.Workspace.AutoActivationEnabled = &no
		inOrder(t, plan(t, e), "v3.offboard_standalone@dc02.contoso.com", "v3.delete@dc02.contoso.com", "dc.decommission@dc02.contoso.com")
	},
}

// TestWorkflow holds every requirement of kind workflow to its proof.
func TestWorkflow(t *testing.T) {
	for id, proof := range workflow {
		t.Run(id, proof)
	}
}

// fromATA plans contoso with a center of Microsoft ATA and a gateway on a controller.
func fromATA(t *testing.T) *schema.Runbook {
	t.Helper()
	e := loadExample(t, "contoso")
	require.NoError(t, schema.Patch(e.facts, map[string]any{
		"ata": map[string]any{"center_present": true, "open_alerts": int64(3), "gateways": map[string]any{"dc01.contoso.com": "lightweight"}, "database_backed_up": false,
			"inventory": map[string]any{"exclusions": false}},
		"servers": map[string]any{"dc01.contoso.com": map[string]any{"ata": map[string]any{"lightweight_gateway_installed": true}}},
	}))
	e.intent.Shared.Exclusions = map[string]schema.Set{"honeytoken": {"S-1-5-21-1-2-3-501": true}}
	e.intent.Shared.Tags = map[string]schema.Set{"sensitive": {"S-1-5-21-1-2-3-500": true}}
	return plan(t, e)
}

func step(t *testing.T, r *schema.Runbook, id string) schema.Step {
	t.Helper()
	i := slices.IndexFunc(r.Steps, func(s schema.Step) bool { return s.ID == id })
	require.GreaterOrEqual(t, i, 0, "the runbook has no %s", id)
	return r.Steps[i]
}

func absent(t *testing.T, r *schema.Runbook, id string) {
	t.Helper()
	assert.False(t, slices.ContainsFunc(r.Steps, func(s schema.Step) bool { return s.ID == id }), id)
}

// inOrder wants the steps in the runbook, one after the other.
func inOrder(t *testing.T, r *schema.Runbook, ids ...string) {
	t.Helper()
	last := -1
	for _, id := range ids {
		at := slices.IndexFunc(r.Steps, func(s schema.Step) bool { return s.ID == id })
		require.GreaterOrEqual(t, at, 0, "the runbook has no %s", id)
		assert.Greater(t, at, last, "%s comes later", id)
		last = at
	}
}

// refused wants a spec refused with a code, at the moment of the examples.
func refused(t *testing.T, block, code string) {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "x.mdi.hcl"), []byte("deployment \"d\" {}\n"+block+"\n"), 0o600))
	spec, diags := compiler.LoadSpec(dir, nil)
	if !diags.HasErrors() {
		_, diags = compiler.Resolve(spec, loadExample(t, "contoso").facts, moment)
	}
	assert.True(t, slices.ContainsFunc(diags, func(d schema.Diagnostic) bool { return d.Code == code }), "%v", diags)
}
