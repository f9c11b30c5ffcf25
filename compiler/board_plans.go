package compiler

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/mdiplan/mdiplan/schema"
)

// decideWithin is how long a move to v3 can wait for a decision, and commitsAfter when it is final by itself.
const (
	decideWithin = 5 * 24 * time.Hour
	commitsAfter = 7 * 24 * time.Hour
)

// holdPoints are in every runbook, whether steps of this plan stand for them or not.
func (b *boarder) holdPoints() []schema.HoldPoint {
	blockers := 0
	for _, f := range b.verdict.Findings {
		if f.Unresolved() && f.Severity == schema.Severities[0] {
			blockers++
		}
	}
	verdict := "No blocker is unresolved"
	if blockers > 0 {
		verdict = fmt.Sprintf("%d blockers are unresolved today; what stands behind them is held, or comes after the steps that answer them", blockers)
	}
	decide := schema.HoldPoint{Title: "Before a move to v3 becomes final", When: "No sensor is moved by this plan; for any that is, on the fifth day",
		Look:      []string{"Health, data and detections were compared with those of v2", "Somebody has decided to stay or to roll back, and has signed it"},
		Otherwise: "Roll back: on the seventh day the move is final by itself."}
	for _, s := range b.kinds["v2_to_v3.migrate"] {
		moved, err := time.Parse(time.RFC3339, s.EndsAt)
		if err != nil {
			continue
		}
		if due := moved.Add(decideWithin).Format(time.RFC3339); decide.Due == "" || due < decide.Due {
			decide.Due = due
			decide.When = fmt.Sprintf("Five days after each move; the first is final by itself at %s", moved.Add(commitsAfter).Format(time.RFC3339))
		}
	}
	out := []schema.HoldPoint{
		{Title: "Before the first step that changes anything", When: "Once",
			Look:      []string{"The approval names the number of this change and the digests of this document", verdict, "Policy objects, access lists and registry values are saved, and their digests are recorded"},
			Otherwise: "Nothing is changed. Collect and plan again."},
		{Title: "Before work on a server", When: "For each server",
			Look: []string{"Another controller of its site and domain answers: repadmin /replsummary and dcdiag /test:advertising /test:services are clean",
				"The window is open, and the rest of it is longer than the work and the way back", "The access key is that of the package on the server", "The volume has the free space that the findings ask for",
				"No snapshot of a controller is kept as a way back: a controller is never reverted to one"},
			Otherwise: "The server is left out; the wave goes on elsewhere."},
		{Title: "Before leaving a server", When: "For each server",
			Look:      []string{"The services of the sensor run", "The server has not restarted without need", "The directory is healthy: the controller advertises itself, SYSVOL is shared, no replication fails"},
			Otherwise: "Take back the steps on this server, and hold the rest of its wave."},
		{Title: "At the end of a wave", When: "For each wave",
			Look:      []string{"Every sensor of the wave runs in the portal", "Data of every sensor was seen", "The access key was replaced", "The health issues are exported and attached"},
			Otherwise: "The next wave does not begin."},
		{Title: "A day after a wave", When: "24 hours after the end of each wave",
			Look:      []string{"The daily checks of auditing, NTLM and power have run since and report nothing"},
			Otherwise: "The next wave does not begin."},
		decide,
		{Title: "Closing the change", When: "Once",
			Look:      []string{"What stays behind is accepted by name", "Operations have signed the hand-over"},
			Otherwise: "The change stays open."},
	}
	standFor := [][]string{{"change.approve", "audit.run_readiness", "audit.snapshot_state"}, {"change.open_window", "server.preflight", "server.test_connectivity", "server.test_gmsa"},
		{"server.reboot", "sensor.verify_service", "v3.verify"}, {"sensor.verify_registered", "sensor.verify_first_data", "sensor.verify_health", "sensor.rotate_access_key"},
		{"wave.soak", "wait.auto_audit_cycle", "wave.approve_next"}, {"v2_to_v3.observe"}, {"ops.handover", "ops.learning_period"}}
	for i := range out {
		out[i].Number = i + 1
		for _, name := range standFor[i] {
			if places := len(b.kinds[name]); places > 0 {
				out[i].Steps, out[i].Places = append(out[i].Steps, name), out[i].Places+places
			}
		}
	}
	return out
}

// looksAt is what the verification of a step looks at.
func looksAt(d *Declaration) string {
	if d.LooksAt != "" {
		return d.LooksAt
	}
	return map[string]string{"target": "host", "admin_workstation": "host", "domain_controller": "directory", "portal": "portal", "person": "people"}[d.RunsOn]
}

// tests groups the verification of every kind of step by what it looks at.
func (b *boarder) tests() []schema.TestGroup {
	groups := map[string][]schema.Test{}
	for _, name := range b.names {
		d, steps := b.lib.byName[name], b.kinds[name]
		look := looksAt(d)
		groups[look] = append(groups[look], schema.Test{Step: name, Title: d.Title, Expect: d.Verify, Who: d.Who, Places: len(steps)})
	}
	var out []schema.TestGroup
	for _, look := range LooksAt {
		if len(groups[look]) > 0 {
			out = append(out, schema.TestGroup{Look: look, Tests: groups[look]})
		}
	}
	return out
}

// backOut turns the plan around: the last wave first, in each its steps from the last to the first.
func (b *boarder) backOut() schema.BackOut {
	change := b.r.Change
	out := schema.BackOut{Owner: cmp.Or(change.Owner, change.Implementer), BySeconds: change.BackOutBySeconds,
		Triggers: []string{
			"The setup of a sensor ends with a code that is none of 0, 3010 and 1641.",
			"A sensor does not run 30 minutes after it was installed.",
			"A health issue of high severity opens for a server of the wave.",
			"The processor of a controller is busier by 20 percent than before, its free memory falls below 15 percent, or the memory of LSASS keeps growing.",
			"Other controllers of the site log errors of LDAP, Kerberos or replication.",
		}}
	residue := map[string]int{}
	for _, s := range b.planned {
		if !s.Irreversible() {
			continue
		}
		if out.NoReturn == nil && s.Changes() {
			out.NoReturn = &schema.NoReturn{Step: s.ID, Title: s.Title, At: s.StartsAt}
		}
		i, known := residue[s.Step]
		if !known {
			i = len(out.Residue)
			residue[s.Step] = i
			out.Residue = append(out.Residue, schema.Residue{Step: s.Step, Title: s.Title, Stays: s.Undo})
		}
		out.Residue[i].Places++
	}
	for i := len(b.r.Waves) - 1; i >= 0; i-- {
		if w := b.backOutWave(b.r.Waves[i]); len(w.Steps) > 0 {
			out.Waves = append(out.Waves, w)
		}
	}
	return out
}

func (b *boarder) backOutWave(wave schema.Wave) schema.BackOutWave {
	out := schema.BackOutWave{Wave: wave.Name}
	place, onServer := map[string]int{}, map[string]int64{}
	var elsewhere int64
	for i := len(b.planned) - 1; i >= 0; i-- {
		s := b.planned[i]
		if s.Wave != wave.Name || !s.Changes() || !s.Reversible || s.Irreversible() {
			continue
		}
		at, known := place[s.Step]
		if !known {
			at = len(out.Steps)
			place[s.Step] = at
			out.Steps = append(out.Steps, schema.BackOutStep{Step: s.Step, Title: s.Title, Undo: s.Undo, Automatic: strings.Contains(s.Script, "function Undo-Step")})
		}
		out.Steps[at].Places++
		if s.Subject.Kind == "server" {
			onServer[s.Subject.Key] += s.DurationSeconds
		} else {
			elsewhere += s.DurationSeconds
		}
	}
	out.Seconds = elsewhere
	for _, seconds := range onServer {
		out.Seconds = max(out.Seconds, seconds)
	}
	if by := b.r.Change.BackOutBySeconds; by > 0 && wave.Window != "" {
		fits := out.Seconds <= by
		out.Fits = &fits
	}
	return out
}

// messages are what each audience is told about each wave in which something changes.
func (b *boarder) messages() []schema.Message {
	var out []schema.Message
	change := strings.TrimSpace("Change " + b.r.Change.ID)
	for _, wave := range b.r.Waves {
		servers, restarting, sites := map[string]bool{}, map[string]bool{}, map[string]bool{}
		has := map[string]bool{}
		starts, ends := "", ""
		for _, s := range b.planned {
			if s.Wave != wave.Name || !s.Changes() {
				continue
			}
			has[s.Kind], has[s.Subject.Kind] = true, true
			if starts == "" || s.StartsAt < starts {
				starts = s.StartsAt
			}
			ends = max(ends, s.EndsAt)
			if s.Subject.Kind != "server" {
				continue
			}
			servers[s.Subject.Key] = true
			if s.Risk == "reboot" {
				restarting[s.Subject.Key] = true
			}
			if server := b.facts.Servers[s.Subject.Key]; server != nil && server.Site != "" {
				sites[server.Site] = true
			}
			for _, role := range []string{"adfs", "adcs", "entra_connect"} {
				has[role] = has[role] || b.hasRole(s.Subject.Key, role)
			}
		}
		if len(has) == 0 {
			continue
		}
		name := cmp.Or(wave.Name, foundation)
		span := ""
		if starts != "" {
			span = fmt.Sprintf(" from %s to %s", starts, ends)
		}
		what := "settings of directory, network and portal"
		if len(servers) > 0 {
			what = fmt.Sprintf("%d servers, %d of which may restart", len(servers), len(restarting))
		}
		begin := fmt.Sprintf("%s, wave %s: work on %s%s. ", change, name, what, span)
		told := map[string]string{
			"security_operations": "Expect test alerts and health issues of these servers, and do not close them without asking.",
			"service_desk":        "Sign-in is not interrupted as long as another controller of the site answers. Report what users say at once.",
			"directory":           "Make no change to these domains meanwhile, and keep replication healthy.",
			"network":             "The rules and exemptions of this change have to be in force before it begins.",
			"application_owners":  "Certificate enrolment, federation or synchronisation may pause for a moment. Test your applications afterwards.",
			"sites":               "Sites: " + strings.Join(slices.Sorted(maps.Keys(sites)), ", ") + ". Somebody has to be able to reach the servers there.",
		}
		concerned := map[string]bool{"security_operations": true, "service_desk": len(servers) > 0, "directory": has["server"] || has["domain"] || has["forest"] || has["account"],
			"network": has["network"], "application_owners": has["adfs"] || has["adcs"] || has["entra_connect"], "sites": len(sites) > 0}
		for _, to := range Audiences {
			if !concerned[to] {
				continue
			}
			out = append(out, schema.Message{Wave: wave.Name, To: to, Before: begin + told[to],
				During: fmt.Sprintf("%s, wave %s: work has begun, is stopped, or is being taken back (say which, and since when).", change, name),
				After:  fmt.Sprintf("%s, wave %s: work is over. Say which servers are done, which were left out, and what is observed until when.", change, name)})
		}
	}
	return out
}

// approvals are those that the spec names for the change, the owner of the service, and every planned step that is one.
func (b *boarder) approvals() []schema.Approval {
	var out []schema.Approval
	if owner := b.r.Change.Owner; owner != "" {
		out = append(out, schema.Approval{Role: owner, For: "The change, as owner of the service"})
	}
	for _, name := range b.r.Change.Approvers {
		out = append(out, schema.Approval{Role: name, For: "The change"})
	}
	waves := map[string]string{}
	for _, w := range b.r.Waves {
		waves[w.Name] = w.Approval
	}
	for _, s := range b.planned {
		if s.Kind != "approval" {
			continue
		}
		role := s.Who
		if s.Step == "change.approve" {
			role = cmp.Or(waves[s.Wave], s.Who)
		}
		out = append(out, schema.Approval{Role: role, For: s.Title, Step: s.ID, Wave: s.Wave})
	}
	return out
}

// attachments are what the steps leave for the record; what the plan was made from stands among its inputs.
func (b *boarder) attachments() []schema.Attachment {
	var out []schema.Attachment
	for _, name := range b.names {
		d := b.lib.byName[name]
		for _, document := range d.Evidence {
			out = append(out, schema.Attachment{Name: document, From: fmt.Sprintf("%s (%s, %d times)", d.Title, name, len(b.kinds[name]))})
		}
	}
	return out
}

// privileged are the people whose accounts can change more than this plan asks of them.
var privileged = []string{"Domain Admin", "Enterprise Admin", "Security Administrator", "Privileged Role Administrator", "Group policy administrator", "Groups Administrator",
	"Intune Administrator", "Administrator of the server"}

// aboutSecurity says why a security officer looks at steps of a topic.
var aboutSecurity = map[string]string{
	"privileged_roles": "These roles can change more than the steps ask for. Assign them for the time of the wave, and take them away when it ends",
	"key":              "Whoever has the access key can register a sensor. It stays in the vault, never in a document, and is replaced after each wave",
	"tls_exception":    "Traffic to the service is not inspected any more. Limit the exemption to its hosts and review it yearly",
	"trust_root":       "The server trusts one more root. Compare its thumbprint with the one in the step before it is imported",
	"account":          "An account is made that reads the whole directory, or whose password many servers can read. Keep its readers few and its rights to reading",
	"delegation":       "An account gets rights over other accounts. Limit them to the containers that were agreed",
	"agent":            "An agent with the rights of the system runs on controllers from now on, and the service updates it",
	"data_residency":   "Data of the directory leave the estate for the region of the workspace, which cannot be changed later",
}

// security groups planned steps by what a security officer weighs.
func (b *boarder) security() []schema.SecurityNote {
	var out []schema.SecurityNote
	for _, topic := range append([]string{"privileged_roles"}, SecurityTopics...) {
		note := schema.SecurityNote{About: topic, Text: aboutSecurity[topic]}
		for _, name := range slices.Sorted(slices.Values(b.names)) {
			d := b.lib.byName[name]
			if topic == "privileged_roles" && (!slices.Contains(privileged, d.Who) || slices.Contains(schema.KindsWithoutChange, d.Kind)) ||
				topic != "privileged_roles" && !slices.Contains(d.Security, topic) {
				continue
			}
			note.Steps, note.Places = append(note.Steps, name), note.Places+len(b.kinds[name])
			for _, s := range b.kinds[name] {
				note.Seconds += s.DurationSeconds
			}
		}
		if len(note.Steps) > 0 {
			out = append(out, note)
		}
	}
	return out
}

func (b *boarder) licences() schema.Licences {
	var out schema.Licences
	if w := b.facts.Workspace; w != nil {
		out.Units, out.Identities = w.TotalLicences, w.ActiveIdentities28d
	}
	if out.Units != nil && out.Identities != nil {
		enough := *out.Units >= *out.Identities
		out.Enough = &enough
	}
	return out
}

// review asks, wave by wave, how it went, and then what closes the change.
func (b *boarder) review() []schema.ReviewRow {
	var out []schema.ReviewRow
	for _, w := range b.r.Waves {
		if w.StartsAt != "" {
			out = append(out, schema.ReviewRow{Question: "When did wave " + cmp.Or(w.Name, foundation) + " begin and end?", Planned: w.StartsAt + " to " + w.EndsAt})
		}
	}
	planned, held := 0, len(b.r.Held)
	for _, s := range b.r.Scope.Sensors {
		if s.State == "planned" {
			planned++
		}
	}
	out = append(out,
		schema.ReviewRow{Question: "How many sensors run?", Planned: fmt.Sprintf("%d new, %d held", planned, held)},
		schema.ReviewRow{Question: "How much hands-on time did it take?", Planned: fmt.Sprintf("%d h %d min", b.r.Schedule.HandsOnSeconds/3600, b.r.Schedule.HandsOnSeconds%3600/60)},
		schema.ReviewRow{Question: "What was done differently from this document, and why?"},
		schema.ReviewRow{Question: "Which steps were taken back?"},
		schema.ReviewRow{Question: "Which health issues are open 24 hours after the last wave?", Planned: "none"},
		schema.ReviewRow{Question: "Does the next plan from fresh facts ask for nothing?", Planned: "nothing but what is held"})
	if len(b.kinds["v2_to_v3.migrate"]) > 0 {
		out = append(out, schema.ReviewRow{Question: "Are the moves to v3 final, by a decision?", Planned: "decided on the fifth day, final on the seventh"})
	}
	return append(out,
		schema.ReviewRow{Question: "Have the detections learned for three weeks, and who has tuned them?", Planned: "three weeks after the last wave"},
		schema.ReviewRow{Question: "What did we learn?"})
}
