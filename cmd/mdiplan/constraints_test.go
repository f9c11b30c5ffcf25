package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/compiler"
	"github.com/mdiplan/mdiplan/schema"
)

// ordering is an estate in which constraints bind: an example, or one that is changed for the purpose.
type ordering struct {
	Name    string `json:"name"`
	Example string `json:"example"`
	// Case is a case of the procedure, in the place of an example.
	Case string `json:"case"`
	// Like are subjects that are there twice: the new one, and the one that it is like. A server has its paths as well.
	Like map[string]string `json:"like"`
	// Of the estate, Want says which step a constraint gives its place, by step.
	edgeTry
}

func (o ordering) estate(t *testing.T, base estate) estate {
	t.Helper()
	base.facts = schema.Clone(base.facts)
	for _, name := range slices.Sorted(maps.Keys(o.Like)) {
		twin, original := schema.ParseSubject(name), schema.ParseSubject(o.Like[name])
		var doc map[string]any
		tree, err := json.Marshal(base.facts)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(tree, &doc))
		copied, found := doc[original.Kind+"s"].(map[string]any)[original.Key].(map[string]any)
		require.True(t, found, original)
		require.NoError(t, schema.Patch(base.facts, nest(twin.PointerTo(), copied)))
		for key, path := range base.facts.Paths {
			if to, mine := strings.CutPrefix(key, original.Key+"->"); mine {
				own := schema.Clone(path)
				own.From = twin.Key
				base.facts.Paths[twin.Key+"->"+to] = own
			}
		}
	}
	return o.in(t, base)
}

// heldElsewhere says of the constraints that no order of steps can show where they are held instead, and by which test.
var heldElsewhere = map[string][2]string{
	"E59": {"the step says so, and waits for the seven days", "cmd/mdiplan/constraints_test.go TestConstraintsThatTextsHold"},
	"E69": {"the step says so", "cmd/mdiplan/constraints_test.go TestConstraintsThatTextsHold"},
	"E79": {"one step holds the whole move and says the order", "cmd/mdiplan/workflow_test.go TestWorkflow"},
	"E80": {"a spec with a longer test mode is refused, and the step waits three weeks", "cmd/mdiplan/workflow_test.go TestWorkflow"},
	"E82": {"no other constraint names these steps", "cmd/mdiplan/constraints_test.go TestStepsThatStandAlone"},
}

// neverTogether says of constraints that the proof holds why no plan of ours has steps of both sides, and which test shows it. They
// stay for the steps of others.
var neverTogether = map[string][2]string{
	"E03": {"the workspace is held until the spec says that its region is accepted", "cmd/mdiplan/cases_test.go TestCases"},
	"E06": {"the package is that of a workspace whose name is known when it exists: it waits for the next plan", "cmd/mdiplan/cases_test.go TestCases"},
	"E33": {"a gateway goes with the installation, which waits for the next plan where there is no workspace", "cmd/mdiplan/cases_test.go TestCases"},
}

func orderings(t *testing.T) []ordering {
	t.Helper()
	var out []ordering
	for _, name := range []string{"contoso", "fabrikam", "government", "healthy", "worst"} {
		for _, variant := range variants(t, name) {
			out = append(out, ordering{Name: variant, Example: variant})
		}
	}
	src, err := os.ReadFile(filepath.Join("testdata", "constraints.json"))
	require.NoError(t, err)
	decoder := json.NewDecoder(bytes.NewReader(src))
	decoder.DisallowUnknownFields()
	var own []ordering
	require.NoError(t, decoder.Decode(&own))
	return append(out, own...)
}

// TestEveryConstraintBindsAndIsProven plans estates until every constraint has bound steps, and each time moves one of them against
// the constraint: the proof has to name it. It writes docs/constraints.md.
func TestEveryConstraintBindsAndIsProven(t *testing.T) {
	library, diags := compiler.LoadSteps()
	require.Empty(t, diags)
	bases, bound, shown := map[string]estate{}, map[string]int{}, map[string]string{}
	for _, o := range orderings(t) {
		var e estate
		if o.Case != "" {
			var diags schema.Diagnostics
			e, diags = loadCase(t, filepath.Join("testdata", "cases", o.Case+".txtar")).estate(t)
			require.False(t, diags.HasErrors(), "%s: %v", o.Case, diags)
		} else {
			base, loaded := bases[o.Example]
			if !loaded {
				base = loadExample(t, o.Example)
				bases[o.Example] = base
			}
			e = o.estate(t, base)
		}
		req := e.request(t)
		r, diags, err := compiler.Compile(t.Context(), req)
		require.NoError(t, err, o.Name)
		require.False(t, diags.HasErrors(), "%s: %v", o.Name, diags)
		assert.True(t, r.Proof.Sound, "%s: %v", o.Name, r.Proof.Violations)
		for _, s := range r.Steps { // a switch of the workspace is thrown outside of the waves of servers
			assert.False(t, slices.Contains([]string{"tenant", "workspace", "network", "forest", "domain", "account"}, s.Subject.Kind) && s.Wave != "", "%s: %s is in wave %s", o.Name, s.ID, s.Wave)
		}
		for id, constraint := range o.Want {
			if i := slices.IndexFunc(r.Steps, func(s schema.Step) bool { return s.ID == id }); assert.GreaterOrEqual(t, i, 0, "%s: %s", o.Name, id) {
				assert.Contains(t, r.Steps[i].Constraints, constraint, "%s: %s is %s %v", o.Name, id, r.Steps[i].State, r.Steps[i].Held)
			}
		}
		for _, use := range r.Proof.Constraints {
			if bound[use.ID]++; bound[use.ID] == 1 {
				shown[use.ID] = o.Name
				c := library.Constraints()[slices.IndexFunc(library.Constraints(), func(c *compiler.Constraint) bool { return c.ID == use.ID })]
				t.Run(use.ID, func(t *testing.T) { breakOne(t, req, r, c) })
			}
		}
	}
	for _, c := range library.Constraints() {
		if c.Kind == "elsewhere" {
			assert.Contains(t, heldElsewhere, c.ID)
			continue
		}
		if _, known := neverTogether[c.ID]; known {
			assert.Zero(t, bound[c.ID], "%s binds in %s", c.ID, shown[c.ID])
			continue
		}
		assert.Positive(t, bound[c.ID], "%s binds in no estate: %s", c.ID, c.Order())
	}
	assertPage(t, filepath.Join("..", "..", "docs", "constraints.md"), constraintPage(t, library, bound, shown))
}

// breakOne moves one step of a runbook against a constraint and wants the proof to name it, and to say that the plan was right
// before.
func breakOne(t *testing.T, req compiler.Request, r *schema.Runbook, c *compiler.Constraint) {
	names := func(p schema.Proof) map[string]bool {
		out := map[string]bool{}
		for _, v := range p.Violations {
			assert.NotEmpty(t, v.Constraint, v.Reason)
			out[v.Constraint] = true
		}
		for _, x := range p.Preferences {
			out[x.Constraint] = true
		}
		return out
	}
	before, err := compiler.ProveOrder(req, r)
	require.NoError(t, err)
	if c.Hard {
		require.False(t, names(before)[c.ID], "%v", before.Violations)
	}
	for i, s := range r.Steps {
		if s.State != schema.StepPlanned || !slices.Contains(s.Constraints, c.ID) && (c.Kind != "once" || !slices.Contains(c.Stages[0].Names, s.Step)) {
			continue
		}
		broken := *r
		broken.Steps = slices.Clone(r.Steps)
		moved := s
		switch c.Kind {
		case "order": // before all others
			moved.StartsAt, moved.EndsAt = "2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z"
			broken.Steps = slices.Insert(slices.Delete(broken.Steps, i, i+1), 0, moved)
		case "apart": // at the time of all others
			for j := range broken.Steps {
				broken.Steps[j].StartsAt, broken.Steps[j].EndsAt = "2020-01-01T00:00:00Z", "2020-01-01T01:00:00Z"
			}
		case "once":
			moved.ID += ".again"
			broken.Steps = append(broken.Steps, moved)
		}
		after, err := compiler.ProveOrder(req, &broken)
		require.NoError(t, err)
		require.True(t, names(after)[c.ID], "%s was moved, and nothing is said", s.ID)
		require.Equal(t, !c.Hard, after.Sound || !names(schema.Proof{Violations: after.Violations})[c.ID])
		return
	}
	require.Fail(t, "no step names the constraint")
}

// scopes are what the order has to do beyond single constraints, and who holds it.
var scopes = [][3]string{
	{"What is done in a forest is done once, whoever needs it", "its steps have the scope of a forest; E46", "cmd/mdiplan/constraints_test.go TestEveryConstraintBindsAndIsProven"},
	{"A policy or an audit entry of a domain reaches all its controllers at once, so it belongs to no wave of servers, and the record names every controller", "steps of a domain are in no wave; `affects` names the controllers", "cmd/mdiplan/constraints_test.go TestChangesOfADomainNameEveryController"},
	{"An account in the portal reaches every v2 sensor that can find it, the running ones too", "E17", "cmd/mdiplan/constraints_test.go TestEveryConstraintBindsAndIsProven"},
	{"Switches of the workspace are thrown outside of the waves", "steps of a workspace are in no wave", "cmd/mdiplan/constraints_test.go TestEveryConstraintBindsAndIsProven"},
	{"What was written on one controller is waited for before it is read on another", "E15, E17c and E77, with the wait of domain.wait_replication", "cmd/mdiplan/constraints_test.go TestEveryConstraintBindsAndIsProven"},
	{"What takes long starts first, side by side; work on servers waits for all of it", "the foundation is no barrier; a step waits for what it requires and for its constraints", "cmd/mdiplan/constraints_test.go TestLongWaitsRunSideBySide"},
	{"Steps are taken back in reverse order; what cannot be taken back says so", "`-Undo` of the bundle; `reversible` of a step", "cmd/mdiplan/constraints_test.go TestWhatCannotBeTakenBackSaysSo"},
}

// batching is the advice on waves and batches, and who holds it.
var batching = [][3]string{
	{"Foundation: tenant, workspace, network, directory and auditing before the servers", "steps of no server are in no wave; gates and constraints let servers wait for them", "compiler/property_test.go TestPlansOfRandomEstatesKeepTheirPromises"},
	{"A pilot of one server of each kind", "the waves of the spec name the servers; nothing is chosen by itself", ""},
	{"Writable controllers first, then read-only ones", "rank of batches", "compiler/batches_test.go TestBatchesGoByRankAndKeepApartWhatMustNotBeDownTogether"},
	{"At most so many in all, in a site and in a domain at a time", "`max_parallel`, `max_parallel_per_site`, `max_parallel_per_domain` of a wave", "compiler/batches_test.go TestLimitsOfAWave"},
	{"The PDC emulator alone and after the other controllers of its wave", "rank of batches", "compiler/batches_test.go TestBatchesGoByRankAndKeepApartWhatMustNotBeDownTogether"},
	{"Role servers last: authorities one by one, AD FS nodes before the primary, Entra Connect staging before active", "rank of batches; E42, E50, E51, E51b, E52", "compiler/batches_test.go TestBatchesGoByRankAndKeepApartWhatMustNotBeDownTogether"},
	{"Switches of the workspace, VPN, syslog, tags and hand-over at the end", "E08, E62, E68", "cmd/mdiplan/constraints_test.go TestEveryConstraintBindsAndIsProven"},
	{"A wave is observed before the next one", "`soak` of a wave; E73", "cmd/mdiplan/constraints_test.go TestEveryConstraintBindsAndIsProven"},
	{"A moved sensor is observed for seven days", "E58", "cmd/mdiplan/constraints_test.go TestEveryConstraintBindsAndIsProven"},
	{"When to stop the roll-out", "wave.soak says it, and the script of the sensor refuses any other exit code", "cmd/mdiplan/constraints_test.go TestConstraintsThatTextsHold"},
	{"One sensor of a domain runs at all times while others move", "`max_parallel_per_domain` of a wave; nothing counts the running ones", ""},
	{"Who is updated at once and who late", "decision D6", "policies/decisions/update_ring_test.rego test_one_of_every_domain_goes_first"},
	{"The key is changed after every wave", "E40; sensor.rotate_access_key is a step of each wave", "cmd/mdiplan/constraints_test.go TestEveryConstraintBindsAndIsProven"},
}

// TestChangesOfADomainNameEveryController: a change board sees every controller that a change of its domain reaches.
func TestChangesOfADomainNameEveryController(t *testing.T) {
	r := plan(t, loadExample(t, "contoso"))
	for _, id := range []string{"domain.link_audit_gpo@contoso.com", "domain.set_object_auditing@contoso.com", "domain.set_adfs_container_auditing@contoso.com"} {
		s := step(t, r, id)
		for _, fqdn := range []string{"dc01.contoso.com", "dc02.contoso.com", "dc03.contoso.com", "dc04.contoso.com"} {
			assert.Contains(t, s.Affects, fqdn, id)
		}
		assert.Empty(t, s.Wave)
	}
}

// TestLongWaitsRunSideBySide: a day of measuring does not hold up what does not rest on it.
func TestLongWaitsRunSideBySide(t *testing.T) {
	r := plan(t, loadExample(t, "contoso"))
	measured, network, replicated := step(t, r, "capacity.run_sizing_tool@contoso.com"), step(t, r, "network.allow_sensor_api@network"), step(t, r, "domain.wait_replication@contoso.com")
	assert.Equal(t, r.Run.Now, measured.StartsAt)
	for _, s := range []schema.Step{network, replicated} {
		assert.Less(t, s.StartsAt, later(t, measured), "%s waits for a measurement", s.ID)
	}
	for _, s := range r.Steps {
		if s.Step == "server.install_sensor" && s.State == schema.StepPlanned {
			assert.GreaterOrEqual(t, s.StartsAt, later(t, measured), s.ID)
		}
	}
}

// later is when those that wait for a step may start.
func later(t *testing.T, s schema.Step) string {
	t.Helper()
	end, err := time.Parse(time.RFC3339, s.EndsAt)
	require.NoError(t, err)
	return end.Add(time.Duration(s.WaitSeconds) * time.Second).Format(time.RFC3339)
}

// TestWhatCannotBeTakenBackSaysSo: these remain when everything else is taken back.
func TestWhatCannotBeTakenBackSaysSo(t *testing.T) {
	library, diags := compiler.LoadSteps()
	require.Empty(t, diags)
	for _, name := range []string{"workspace.create", "forest.create_kds_root_key", "forest.enable_recycle_bin", "v2_to_v3.uninstall_v2"} { // nobody gets them back
		d, known := library.Step(name)
		require.True(t, known, name)
		assert.False(t, d.Reversible, name)
		assert.Contains(t, strings.ToLower(d.Undo), "cannot be", name)
	}
}

// TestConstraintsThatTextsHold: what happens within one step is held by what the step says.
func TestConstraintsThatTextsHold(t *testing.T) {
	library, diags := compiler.LoadSteps()
	require.Empty(t, diags)
	for name, words := range map[string]string{
		"v2_to_v3.decide": "what the five days have shown", "notify.syslog": "install the certificates on that sensor first", "wave.soak": "Stop the roll-out when",
		"workspace.add_dsa": "in the same window", "server.suspend_cert_client": "Install it again after the sensor runs", "samr.enforce": "domain controllers are denied to apply it",
		"standalone.restart_controller": "only this one",
	} {
		d, known := library.Step(name)
		require.True(t, known, name)
		assert.Contains(t, d.Instructions, words, name)
	}
}

// standAlone are the steps for which nothing but their own requirements counts (E82).
var standAlone = []string{"domain.remove_legacy_1644", "entra_connect.create_audit_gpo", "entra_connect.verify_data", "exclusions.recreate", "gov.move_workspace", "network.allow_pki_urls",
	"network.create_proxy_alias", "network.expressroute_bgp", "network.firewall_service_tag", "notify.health_email", "ops.handover", "sensor.verify_alerts", "sensor.verify_dns_recon",
	"server.enable_tls12", "server.set_power_plan", "standalone.configure_siem", "standalone.open_ports"}

// TestStepsThatStandAlone: nothing comes after them by a constraint, but for what is about all steps of their kind.
func TestStepsThatStandAlone(t *testing.T) {
	library, diags := compiler.LoadSteps()
	require.Empty(t, diags)
	for _, name := range standAlone {
		_, known := library.Step(name)
		require.True(t, known, name)
		for _, c := range library.Constraints() {
			for i := range max(len(c.Stages)-1, 0) {
				if slices.Contains(c.Stages[i].Names, name) {
					assert.Contains(t, []string{"E23", "E52", "E65"}, c.ID, name) // all of the network, all policies, and the staging server before the active one
				}
			}
		}
	}
}

// TestAStepThatDropsARequirementIsNamed replaces a step by one that requires less than a constraint puts before it.
func TestAStepThatDropsARequirementIsNamed(t *testing.T) {
	src, err := os.ReadFile(filepath.Join("..", "..", "compiler", "steps", "sensor", "stage_package.hcl"))
	require.NoError(t, err)
	for text, want := range map[string]bool{string(src): false, strings.Replace(string(src), `"sensor.download_package", `, "", 1): true} {
		require.Equal(t, want, text != string(src))
		dir := t.TempDir()
		require.NoError(t, os.Mkdir(filepath.Join(dir, "sensor"), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "sensor", "stage_package.hcl"), []byte(text), 0o644))
		_, diags := compiler.LoadSteps(dir)
		require.False(t, diags.HasErrors(), "%v", diags)
		named := slices.ContainsFunc(diags, func(d schema.Diagnostic) bool {
			return d.Code == "step_requirement_dropped" && strings.Contains(d.Detail, `"sensor.download_package"`) && strings.Contains(d.Detail, "E38")
		})
		assert.Equal(t, want, named, "%v", diags)
	}
}

// constraintPage writes what is held, how, and where it can be seen.
func constraintPage(t *testing.T, library *compiler.Library, bound map[string]int, shown map[string]string) string {
	t.Helper()
	var page strings.Builder
	page.WriteString("# The order of steps\n\nThe constraints that every plan is held to, whatever the steps themselves require. They are in `compiler/constraints`; `mdiplan explain E13` prints one. This page\n" +
		"is written by `UPDATE=1 go test ./cmd/mdiplan`.\n\nA plan that breaks one that binds *always* is not sound. Where one that binds *where possible* is not followed, the proof says so. *Estates* counts the\n" +
		"examples, their variants and the estates of `cmd/mdiplan/testdata/constraints.json` in which steps of both sides are planned; `TestEveryConstraintBindsAndIsProven`\n" +
		"takes the first of them, moves a step against the constraint, and wants the proof to name it. E51b and E78b are second halves of E51 and E78.\n\n" +
		"| id | what | why | binds | held by | estates | first |\n|---|---|---|---|---|--:|---|\n")
	for _, c := range library.Constraints() {
		held, estates := fmt.Sprintf("%s, %s: %s", map[string]string{"order": "proof", "apart": "proof, never at once", "once": "proof, one at most"}[c.Kind], c.Together(), c.Order()), fmt.Sprint(bound[c.ID])
		if c.Gap != "" {
			held += "; " + c.Gap + " at least"
		}
		if how, known := neverTogether[c.ID]; known {
			assertTestExists(t, how[1])
			held += "; never both in one plan, `" + how[1] + "`: " + how[0]
		}
		if c.Kind == "elsewhere" {
			how := heldElsewhere[c.ID]
			assertTestExists(t, how[1])
			held, estates = fmt.Sprintf("elsewhere, `%s`: %s", how[1], how[0]), ""
		}
		fmt.Fprintf(&page, "| %s | %s | %s | %s | %s | %s | %s |\n", c.ID, c.Title, c.Because, c.Binds(), strings.ReplaceAll(held, "||", "or"), estates, shown[c.ID])
	}
	for _, part := range []struct {
		title string
		rows  [][3]string
	}{{"Across scopes", scopes}, {"Waves and batches", batching}} {
		fmt.Fprintf(&page, "\n## %s\n\n| what | held by | test |\n|---|---|---|\n", part.title)
		for _, row := range part.rows {
			test := "none"
			if row[2] != "" {
				assertTestExists(t, row[2])
				test = "`" + row[2] + "`"
			}
			fmt.Fprintf(&page, "| %s | %s | %s |\n", row[0], row[1], test)
		}
	}
	return page.String()
}
