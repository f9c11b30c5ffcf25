package render

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/mdiplan/mdiplan/schema"
)

// What several formats say in the same words. Nothing here is quoted yet.

// title is the headline of the change.
func title(r schema.Runbook) string {
	if r.Change.Summary != "" {
		return r.Change.Summary
	}
	return "Deploy Microsoft Defender for Identity: " + r.Deployment
}

// headline is who wants the change and what it was made for; a value may be empty.
func headline(r schema.Runbook) []pair {
	return []pair{
		{"Change", r.Change.ID}, {"Deployment", r.Deployment}, {"Requester", r.Change.Requester}, {"Owner", r.Change.Owner}, {"Implementer", r.Change.Implementer},
		{"Approvers", strings.Join(r.Change.Approvers, ", ")}, {"Judged for", r.Run.Now + ", profile " + r.Run.Profile}, {"Portal paths as of", r.PortalEra},
		{"Made by", r.Tool + " " + r.ToolVersion},
	}
}

// status is the first thing a change board reads, and why.
func status(r schema.Runbook) (claim, reason string) {
	if r.Complete {
		return "This plan is complete.", "Nothing is held, every precondition was shown to hold when its step runs, no finding with a remediation is left, and a further plan would change nothing."
	}
	return "This plan is not complete.", fmt.Sprintf("%d of %d sensors are held; %s", len(r.Held), len(r.Scope.Sensors), openProof(r.Proof))
}

// partial says whether steps of the whole plan were left out.
func partial(r schema.Runbook) bool { return r.Cut != nil && len(r.Cut.Left) > 0 }

// cutTo says what a partial plan was cut to.
func cutTo(c schema.Cut) string {
	parts := slices.Concat(c.Only, c.Waves)
	if c.Until != "" {
		parts = append(parts, "what comes until "+c.Until)
	}
	return fmt.Sprintf("It was cut to %s; %d %s of the whole plan %s left out and listed below.", strings.Join(parts, ", "),
		len(c.Left), plural(len(c.Left), "step", "steps"), plural(len(c.Left), "is", "are"))
}

// alike puts together what was decided in the same way and for the same reasons, in the order in which each first appears.
func alike(decisions []schema.Decision) [][]schema.Decision {
	var out [][]schema.Decision
	at := map[string]int{}
	for _, d := range decisions {
		key := fmt.Sprintf("%s\x00%s\x00%s\x00%q\x00%q\x00%q", d.ID, d.Choice, d.Source, d.Reasons, d.Warnings, d.Missing)
		i, seen := at[key]
		if !seen {
			i = len(out)
			at[key] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], d)
	}
	return out
}

func openProof(proof schema.Proof) string {
	switch {
	case !proof.Sound:
		return fmt.Sprintf("the proof found %d violated preconditions, so the plan must not be executed.", len(proof.Violations))
	case !proof.Complete:
		return fmt.Sprintf("every step can run when its turn comes; %d findings are left at the end although a remediation exists.", len(proof.Remaining))
	}
	if !proof.Convergent {
		return "every step can run when its turn comes and no finding with a remediation is left, but the next plan would ask for more."
	}
	return "what remains is sound, complete and convergent."
}

func countStates(steps []schema.Step) map[schema.StepState]int {
	states := map[schema.StepState]int{}
	for _, s := range steps {
		states[s.State]++
	}
	return states
}

// risks are what a change board asks about, the worst first.
var risks = []string{"irreversible", "reboot", "service_restart", "replication"}

var riskText = map[string]string{
	"service_restart": "a service restarts", "reboot": "the server may restart", "replication": "the directory changes and replicates", "irreversible": "it cannot be undone",
}

// riskOf is the declared risk, or irreversible for what changes something and cannot be taken back.
func riskOf(s schema.Step) string {
	if s.Irreversible() {
		return "irreversible"
	}
	return s.Risk
}

// chosen is the outcome of a decision, and what speaks for and against it.
func chosen(d schema.Decision) (choice, reasons string) {
	choice, why := d.Choice, d.Reasons
	if choice == "" {
		choice, why = "not possible yet", []string{"missing: " + strings.Join(d.Missing, ", ")}
	}
	if d.Source == "asked" {
		choice += " (asked for by the spec)"
	}
	return choice, strings.Join(slices.Concat(why, d.Warnings), " ")
}

func waveName(name string) string {
	if name == "" {
		return "foundation"
	}
	return name
}

// atOnce says how many servers of a wave are worked on together.
func atOnce(w schema.Wave) string {
	parallel := "any number"
	if w.MaxParallel > 0 {
		parallel = fmt.Sprint(w.MaxParallel)
	}
	if w.MaxParallelPerSite > 0 {
		parallel += fmt.Sprintf(", %d per site", w.MaxParallelPerSite)
	}
	if w.MaxParallelPerDomain > 0 {
		parallel += fmt.Sprintf(", %d per domain", w.MaxParallelPerDomain)
	}
	return parallel
}

func span(seconds int64) string {
	days, rest := seconds/86400, seconds%86400
	parts := []string{}
	if days > 0 {
		parts = append(parts, fmt.Sprintf("%d d", days))
	}
	if h := rest / 3600; h > 0 {
		parts = append(parts, fmt.Sprintf("%d h", h))
	}
	if m := rest % 3600 / 60; m > 0 {
		parts = append(parts, fmt.Sprintf("%d min", m))
	}
	if s := rest % 60; s > 0 && days == 0 {
		parts = append(parts, fmt.Sprintf("%d s", s))
	}
	if len(parts) == 0 {
		return "0 min"
	}
	return strings.Join(parts, " ")
}

// isLink says whether a source may become a link: an address over TLS without anything that ends one in some language.
func isLink(source string) bool {
	return strings.HasPrefix(source, "https://") && !strings.ContainsAny(source, " <>\"`()[]|\\")
}

func ruleTitles(rules []schema.Rule) map[string]string {
	titles := make(map[string]string, len(rules))
	for _, r := range rules {
		titles[r.ID] = r.Title
	}
	return titles
}

// answer is a rule with the number of its findings that a step answers.
type answer struct {
	rule     string
	findings int
}

func answers(refs []schema.FindingRef) []answer {
	count := map[string]int{}
	for _, f := range refs {
		count[f.Rule]++
	}
	var out []answer
	for _, rule := range slices.Sorted(maps.Keys(count)) {
		out = append(out, answer{rule, count[rule]})
	}
	return out
}

// readBy is who read a fact and when; what stands in the spec has no time.
func readBy(e schema.Evidence) string {
	if e.ReadAt == "" {
		return e.Source
	}
	return e.Source + ", " + e.ReadAt
}
