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

// Audiences are who is told about a wave; the spec names an address for each in block contact.
var Audiences = []string{"security_operations", "service_desk", "directory", "network", "application_owners", "sites"}

// boarder writes down what a change board reads, from the finished list of steps. It decides nothing: the plan is made.
type boarder struct {
	*compilation
	spec    *Spec
	r       *schema.Runbook
	planned []*schema.Step
	// kinds are the planned steps by name, in the order in which each name first appears.
	kinds map[string][]*schema.Step
	names []string
	// found are the findings by subject.
	found map[schema.Subject][]schema.Finding
}

// board completes the steps of a runbook with what a board asks of each, and writes the parts of the record around them.
func (c *compilation) board(req Request, r *schema.Runbook) error {
	b := &boarder{compilation: c, spec: req.Spec, r: r, kinds: map[string][]*schema.Step{}, found: map[schema.Subject][]schema.Finding{}}
	for _, f := range c.verdict.Findings {
		b.found[f.Subject] = append(b.found[f.Subject], f)
	}
	for i := range r.Steps {
		s := &r.Steps[i]
		if err := b.complete(s); err != nil {
			return err
		}
		if s.State != schema.StepPlanned {
			continue
		}
		if b.kinds[s.Step] == nil {
			b.names = append(b.names, s.Step)
		}
		b.planned, b.kinds[s.Step] = append(b.planned, s), append(b.kinds[s.Step], s)
	}
	acceptances, warnings := b.acceptances()
	scorer := c.scorer(req.Spec, req.Numbers, warnings, r.Held)
	for _, s := range b.planned {
		scorer.score(s, c.lib.byName[s.Step])
	}
	windows := b.windows()
	r.Board = schema.Board{
		Title: b.title(), Reasons: b.reasons(), Coverage: b.coverage(), Items: b.items(), Roles: b.roles(), Dependencies: b.dependencies(), Risk: scorer.risk(r),
		Acceptances: acceptances, Impact: b.impact(), Windows: windows, HoldPoints: b.holdPoints(), Tests: b.tests(), BackOut: b.backOut(), Messages: b.messages(),
		Approvals: b.approvals(), Attachments: b.attachments(), Security: b.security(), Licences: b.licences(), Review: b.review(),
	}
	return nil
}

// complete fills in what a step needs to be signed: conditions with what the facts say today, the dry run, known failures.
func (b *boarder) complete(s *schema.Step) error {
	d := b.lib.byName[s.Step]
	if s.State == schema.StepSatisfied {
		return nil
	}
	s.Failures = d.Failures
	if s.Script != "" {
		s.DryRun = "Run with -WhatIf: nothing but Test-Step is called, and that only reads."
	}
	later := "open"
	if s.State == schema.StepPlanned {
		later = "by_then"
	}
	if d.expr["precondition"] != nil {
		met, err := b.test(d, "precondition", s.Subject)
		if err != nil {
			return err
		}
		c := schema.Condition{Text: d.text("precondition"), Now: later}
		if met == yes {
			c.Now = "holds"
		}
		s.Conditions = append(s.Conditions, c)
	}
	if d.Gate {
		blockers, err := b.blocking(s.Subject.Key, func(at schema.Subject) ([]schema.Finding, error) { return b.found[at], nil }, b.rules)
		if err != nil {
			return err
		}
		c := schema.Condition{Text: "No blocker is unresolved at the server, at what it belongs to, at its accounts and on its paths", Now: later}
		if len(blockers) == 0 {
			c.Now = "holds"
		}
		s.Conditions = append(s.Conditions, c)
	}
	return nil
}

// title names generations, waves and domains of what is planned.
func (b *boarder) title() string {
	generations, waves, domains := map[string]bool{}, []string{}, map[string]bool{}
	for _, s := range b.r.Scope.Sensors {
		if s.State == "planned" {
			generations[cmp.Or(s.Generation, "undecided")], domains[s.Domain] = true, true
		}
	}
	for _, w := range b.r.Waves {
		if w.Name != "" && slices.ContainsFunc(b.planned, func(s *schema.Step) bool { return s.Wave == w.Name }) {
			waves = append(waves, w.Name)
		}
	}
	delete(domains, "")
	title := "Defender for Identity"
	if len(generations) > 0 {
		title += " (" + strings.Join(slices.Sorted(maps.Keys(generations)), ", ") + ")"
	}
	if len(waves) > 0 {
		title += ": waves " + strings.Join(waves, ", ")
	}
	if len(domains) > 0 {
		title += "; " + strings.Join(slices.Sorted(maps.Keys(domains)), ", ")
	}
	return title
}

// reasons are what the facts add to the reason that the spec gives.
func (b *boarder) reasons() []string {
	var out []string
	for _, c := range b.coverage() {
		if c.After > c.Before {
			out = append(out, fmt.Sprintf("%d of %d %s are watched today, %d will be.", c.Before, c.Total, c.Of, c.After))
		}
	}
	if ata := b.facts.ATA; ata != nil && (ata.CenterPresent != nil && *ata.CenterPresent || len(ata.Gateways) > 0) {
		out = append(out, "Advanced Threat Analytics is still in use, and its extended support ended on 13 January 2026: what its gateways watch has to be watched by something else.")
	}
	return out
}

// coveredRoles are counted apart, because each sees what the others do not.
var coveredRoles = []struct{ role, name string }{{"dc", "domain controllers"}, {"adfs", "AD FS servers"}, {"adcs", "certification authorities"}, {"entra_connect", "Entra Connect servers"}}

// coverage counts sensors before and after. One that the plan removes and does not replace is not there afterwards.
func (b *boarder) coverage() []schema.Coverage {
	state, removed := map[string]string{}, map[string]bool{}
	for _, s := range b.r.Scope.Sensors {
		state[s.Server] = s.State
	}
	for _, name := range []string{"sensor.uninstall", "v3.delete", "v3.offboard_standalone", "dc.decommission"} {
		for _, s := range b.kinds[name] {
			removed[s.Subject.Key] = true
		}
	}
	var out []schema.Coverage
	for _, of := range coveredRoles {
		c := schema.Coverage{Of: of.name}
		for fqdn := range b.facts.Servers {
			if !b.hasRole(fqdn, of.role) {
				continue
			}
			c.Total++
			sensor := b.facts.Sensors[fqdn]
			before := sensor != nil && sensor.Generation != ""
			if before {
				c.Before++
			}
			if s := b.intent.Servers[fqdn]; s != nil && s.Excluded != nil && *s.Excluded {
				c.Excluded++
			}
			switch state[fqdn] {
			case "planned", "present":
				c.After++
			case "held":
				c.Held++
				fallthrough
			default:
				if before && !removed[fqdn] {
					c.After++
				}
			}
		}
		if c.Total > 0 {
			out = append(out, c)
		}
	}
	return out
}

// items are what planned steps touch: their subjects, the servers that they affect, and what they declare beside.
func (b *boarder) items() []schema.Item {
	steps := map[schema.Item]int{}
	for _, s := range b.planned {
		if !s.Changes() {
			continue
		}
		mine := map[schema.Item]bool{{Kind: s.Subject.Kind, Name: b.nameOf(s.Subject)}: true}
		for _, fqdn := range s.Affects {
			mine[schema.Item{Kind: "server", Name: fqdn}] = true
		}
		for _, t := range s.Touches {
			mine[schema.Item{Kind: t.Kind, Name: t.Name, Detail: b.identifier(t, s.Domain)}] = true
		}
		for item := range mine {
			if item.Kind != "wave" {
				steps[item]++
			}
		}
	}
	var out []schema.Item
	for item, n := range steps {
		item.Steps = n
		out = append(out, item)
	}
	slices.SortFunc(out, func(x, y schema.Item) int {
		return cmp.Or(cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.Name, y.Name), cmp.Compare(x.Detail, y.Detail))
	})
	return out
}

// nameOf is how people call a subject: a singleton has no key, but the workspace and the network have something to tell them by.
func (b *boarder) nameOf(s schema.Subject) string {
	switch {
	case s.Key != "":
		return s.Key
	case s.Kind == "workspace" && b.intent.Shared.Workspace != nil && b.intent.Shared.Workspace.Name != "":
		return b.intent.Shared.Workspace.Name
	case s.Kind == "tenant":
		return cmp.Or(b.spec.one("tenant").label, "tenant")
	case s.Kind == "network":
		proxies := map[string]bool{}
		for _, sensor := range b.intent.Sensors {
			if sensor.ProxyURL != "" {
				proxies[sensor.ProxyURL] = true
			}
		}
		return strings.Join(append([]string{"firewalls and proxies"}, slices.Sorted(maps.Keys(proxies))...), ", ")
	}
	return s.Kind
}

// identifier is the GUID of a policy object that exists already.
func (b *boarder) identifier(t schema.Touch, domain string) string {
	d := b.facts.Domains[domain]
	if t.Kind != "policy_object" || d == nil {
		return ""
	}
	for _, guid := range slices.Sorted(maps.Keys(d.GPOs)) {
		if gpo := d.GPOs[guid]; gpo != nil && strings.EqualFold(gpo.Name, t.Name) {
			return guid
		}
	}
	return ""
}

func (b *boarder) roles() []schema.RoleNeeded {
	needed := map[string]*schema.RoleNeeded{}
	for _, s := range b.planned {
		n := needed[s.Who]
		if n == nil {
			n = &schema.RoleNeeded{Who: s.Who}
			needed[s.Who] = n
		}
		n.Steps++
		n.DurationSeconds += s.DurationSeconds
		if s.Privilege != "" && !slices.Contains(n.Privileges, s.Privilege) {
			n.Privileges = append(n.Privileges, s.Privilege)
		}
	}
	var out []schema.RoleNeeded
	for _, who := range slices.Sorted(maps.Keys(needed)) {
		slices.Sort(needed[who].Privileges)
		out = append(out, *needed[who])
	}
	return out
}

// dependencies are what others do and what takes time: who needs longest stands first.
func (b *boarder) dependencies() []schema.Dependency {
	starts := map[string]string{} // by id, when the first step that requires it starts
	for _, s := range b.planned {
		for _, id := range s.Requires {
			if before := starts[id]; s.StartsAt != "" && (before == "" || s.StartsAt < before) {
				starts[id] = s.StartsAt
			}
		}
	}
	var out []schema.Dependency
	for _, name := range b.names {
		x := schema.Dependency{}
		for _, s := range b.kinds[name] {
			if s.Kind != "network" && s.Kind != "support" && s.WaitSeconds == 0 && !(s.Kind == "manual" && s.RunsOn == "person") {
				continue
			}
			x.Step, x.Title, x.Who, x.Kind = s.Step, s.Title, s.Who, s.Kind
			x.Places++
			x.LeadSeconds = max(x.LeadSeconds, s.DurationSeconds+s.WaitSeconds)
			if at := starts[s.ID]; at != "" && (x.NeededBy == "" || at < x.NeededBy) {
				x.NeededBy = at
			}
		}
		if x.Places > 0 {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(x, y schema.Dependency) int { return cmp.Compare(y.LeadSeconds, x.LeadSeconds) })
	return out
}

// acceptances are the warnings that stay, and how many there are at each subject. What a planned step answers does not stay; a
// finding that is unknown is none yet, and all of one severity are one line.
func (b *boarder) acceptances() ([]schema.Acceptance, map[schema.Subject]int) {
	answered := map[schema.FindingRef]bool{}
	for _, s := range b.planned {
		for _, ref := range s.Because {
			answered[ref] = true
		}
	}
	lines, at := map[string]*schema.Acceptance{}, map[string]map[schema.Subject]bool{}
	count := map[schema.Subject]int{}
	worst, least := 0, len(schema.Severities)-1 // blockers hold, and information warns of nothing
	for _, f := range b.verdict.Findings {
		rank := schema.SeverityRank(f.Severity)
		if rank == least || f.Waived == nil && (rank == worst || !f.Unresolved() || answered[schema.FindingRef{Rule: f.Rule, Subject: f.Subject}]) {
			continue
		}
		line := schema.Acceptance{Rule: f.Rule, Title: b.rules[f.Rule].Title, Severity: f.Severity, Outcome: f.Outcome}
		switch {
		case f.Waived != nil:
			w := b.verdict.Waivers[*f.Waived]
			line.By, line.Until, line.Reason = w.Approver, w.Expires, w.Reason
		case f.Outcome == schema.Unknown:
			line.Rule, line.Title = "", "Nobody could tell, because facts are missing: see the facts to collect"
		}
		if f.Outcome == schema.Fail {
			count[f.Subject]++
		}
		key := fmt.Sprintf("%d\x00%s\x00%s\x00%s\x00%s", rank, line.Rule, line.Outcome, line.By, line.Until)
		if lines[key] == nil {
			lines[key], at[key] = &line, map[schema.Subject]bool{}
		}
		if !at[key][f.Subject] {
			at[key][f.Subject] = true
			lines[key].Subjects = append(lines[key].Subjects, f.Subject)
		}
	}
	var out []schema.Acceptance
	for _, key := range slices.Sorted(maps.Keys(lines)) {
		slices.SortFunc(lines[key].Subjects, func(x, y schema.Subject) int { return cmp.Compare(x.String(), y.String()) })
		out = append(out, *lines[key])
	}
	return out, count
}

// impact says in sentences what others notice, and at how many servers.
func (b *boarder) impact() []string {
	sure, maybe, quiet := map[string]bool{}, map[string]bool{}, map[string]bool{}
	said := map[string]map[string]bool{} // by sentence, the servers where it holds
	var sentences []string
	for _, s := range b.planned {
		d := b.lib.byName[s.Step]
		where := s.Affects
		if s.Subject.Kind == "server" && len(where) == 0 {
			where = []string{s.Subject.Key}
		}
		for _, fqdn := range where {
			switch {
			case d.Restarts:
				sure[fqdn] = true
			case s.Risk == "reboot" && b.choices["restart"][schema.Subject{Kind: "sensor", Key: fqdn}] == "not_expected":
				quiet[fqdn] = true
			case s.Risk == "reboot":
				maybe[fqdn] = true
			}
		}
		if d.Impact == "" {
			continue
		}
		if said[d.Impact] == nil {
			said[d.Impact] = map[string]bool{}
			sentences = append(sentences, d.Impact)
		}
		for _, fqdn := range where {
			said[d.Impact][fqdn] = true
		}
	}
	for fqdn := range sure {
		delete(maybe, fqdn)
	}
	for _, more := range []map[string]bool{sure, maybe} {
		for fqdn := range more {
			delete(quiet, fqdn)
		}
	}
	var out []string
	for _, x := range []struct {
		verb  string
		which map[string]bool
	}{{"restart for certain", sure}, {"may restart", maybe}, {"are not expected to restart, although the setup may ask for it", quiet}} {
		if len(x.which) > 0 {
			out = append(out, b.among(x.which)+" "+x.verb+".")
		}
	}
	for _, text := range sentences {
		if len(said[text]) > 0 {
			text += " (" + b.among(said[text]) + ")"
		}
		out = append(out, text+".")
	}
	if len(out) == 0 {
		return []string{"Nobody notices anything: no service or server restarts, and no setting changes that others see."}
	}
	return out
}

// among says how many servers of each role a set holds: "3 of 12 domain controllers, 1 of 2 AD FS servers". What has none of
// these roles is counted as other.
func (b *boarder) among(set map[string]bool) string {
	var parts []string
	counted := map[string]bool{}
	for _, of := range coveredRoles {
		all, mine := 0, 0
		for fqdn := range b.facts.Servers {
			if b.hasRole(fqdn, of.role) {
				all++
				if set[fqdn] {
					mine++
					counted[fqdn] = true
				}
			}
		}
		if mine > 0 {
			parts = append(parts, fmt.Sprintf("%d of %d %s", mine, all, of.name))
		}
	}
	if others := len(set) - len(counted); others > 0 {
		parts = append(parts, fmt.Sprintf("%d other servers", others))
	}
	return strings.Join(parts, ", ")
}

// windows puts the disruptive work of each wave beside the occurrences of its window, by the clock of the window.
func (b *boarder) windows() []schema.WaveWindow {
	batchOf := map[string]int{}
	for _, w := range b.r.Waves {
		for i, batch := range w.Batches {
			for _, fqdn := range batch {
				batchOf[fqdn] = i + 1
			}
		}
	}
	disruptive := map[string][]*schema.Step{}
	for _, s := range b.planned {
		if s.Risk != "none" && s.Subject.Kind == "server" && s.Wave != "" {
			disruptive[s.Wave] = append(disruptive[s.Wave], s)
		}
	}
	backOut := time.Duration(b.r.Change.BackOutBySeconds) * time.Second
	var out []schema.WaveWindow
	for _, wave := range b.r.Waves {
		cal, ok := b.spec.calendar(wave.Window)
		if !ok {
			continue
		}
		zone := cal.first.Location()
		local := func(t time.Time) string { return t.In(zone).Format(time.RFC3339) }
		steps := slices.SortedStableFunc(slices.Values(disruptive[wave.Name]), func(x, y *schema.Step) int { return cmp.Compare(x.StartsAt, y.StartsAt) })
		var open opening
		var first, last time.Time
		for _, s := range steps {
			start, err := time.Parse(time.RFC3339, s.StartsAt)
			end, moreErr := time.Parse(time.RFC3339, s.EndsAt)
			if err != nil || moreErr != nil {
				continue
			}
			if !open.holds(start) {
				if open, ok = cal.around(start); !ok {
					continue
				}
				first, last = start, end
				out = append(out, schema.WaveWindow{Wave: wave.Name, Window: wave.Window, Timezone: zone.String(), OpensAt: local(open.start), ClosesAt: local(open.end), EarliestStart: local(start)})
			}
			if end.After(last) {
				last = end
			}
			x := &out[len(out)-1]
			if batch := batchOf[s.Subject.Key]; batch > 0 {
				x.FirstBatch, x.LastBatch = min(cmp.Or(x.FirstBatch, batch), batch), max(x.LastBatch, batch)
			}
			buffer := open.end.Sub(last) - backOut
			x.EndsAt, x.BufferSeconds, x.LatestStart = local(last), int64(buffer/time.Second), local(first.Add(max(buffer, 0)))
		}
	}
	return out
}

// holds says whether a moment lies in it.
func (o opening) holds(t time.Time) bool { return !t.Before(o.start) && t.Before(o.end) }

// around is the occurrence that a moment lies in, freezes aside.
func (c calendar) around(t time.Time) (opening, bool) {
	for days := 0; days <= horizon; days += max(c.every, 1) {
		o := opening{start: c.first.AddDate(0, 0, days)}
		o.end = o.start.Add(c.duration)
		if o.holds(t) {
			return o, true
		}
		if c.every == 0 {
			break
		}
	}
	return opening{}, false
}
