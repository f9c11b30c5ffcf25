package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/compiler"
	"github.com/mdiplan/mdiplan/schema"
)

// TestTheRecordHoldsWhatABoardReads holds docs/change-board.md to the documents: each row names what to look for in the record
// and the fields behind it.
func TestTheRecordHoldsWhatABoardReads(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "change-board.md"))
	require.NoError(t, err)
	dir, facts := example("contoso")
	_, markdown, _ := call(t, "", "plan", dir, "--facts", facts, now, "-q", "-o", "markdown")
	_, html, _ := call(t, "", "plan", dir, "--facts", facts, now, "-q", "-o", "html")
	_, text, _ := call(t, "", "schema", "runbook")
	var described map[string]any
	require.NoError(t, json.Unmarshal([]byte(text), &described))
	definitions, _ := described["definitions"].(map[string]any)
	field := func(path string) bool {
		at := "Runbook"
		for _, name := range strings.Split(path, ".") {
			definition, _ := definitions[at].(map[string]any)
			properties, _ := definition["properties"].(map[string]any)
			property, there := properties[name]
			if !there {
				return false
			}
			if shape, ok := property.(map[string]any); ok { // the property itself, or the items of a list, have a type with a name
				ref, _ := shape["$ref"].(string)
				if items, ok := shape["items"].(map[string]any); ok {
					ref, _ = items["$ref"].(string)
				}
				at = strings.TrimPrefix(ref, "#/definitions/")
			}
		}
		return true
	}
	headings := regexp.MustCompile(`(?m)^#+ (.*)$`).FindAllStringSubmatch(markdown, -1)
	rows := 0
	section := ""
	for _, line := range strings.Split(string(page), "\n") {
		if title, ok := strings.CutPrefix(line, "## "); ok {
			section = title
		}
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		if !strings.HasPrefix(line, "| ") || len(cells) < 2 || slices.Contains(cells, "in the record") {
			continue
		}
		mark := cells[1]
		switch section {
		case "The parts of the record":
			for _, path := range strings.Split(cells[2], ", ") {
				assert.True(t, field(path), "%s: the runbook has no field %s", cells[0], path)
			}
		case "Each step":
			for _, path := range strings.Split(cells[2], ", ") {
				assert.True(t, field(path), "%s: a step has no field %s", cells[0], path)
			}
		case "The hold points":
		default:
			continue
		}
		rows++
		assert.Contains(t, markdown, mark, cells[0])
		assert.Contains(t, html, mark, cells[0])
		if section == "The parts of the record" && strings.ToUpper(mark[:1]) == mark[:1] && mark != "Approvers" && mark != "Point of no return" {
			assert.True(t, slices.ContainsFunc(headings, func(h []string) bool { return strings.HasPrefix(h[1], mark) }), "there is no heading %s", mark)
		}
	}
	assert.GreaterOrEqual(t, rows, 25+7+14-4)
	for n := 1; n <= 7; n++ {
		assert.Regexp(t, `(?m)^\| `+string(rune('0'+n))+` \| (Before|At|A day|Closing)`, markdown, "hold point %d", n)
	}
}

// TestRiskNumbersArePolicys wants the numbers that scores are made of in the tables, none too many, and on the page.
func TestRiskNumbersArePolicys(t *testing.T) {
	e := loadExample(t, "contoso")
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "change-board.md"))
	require.NoError(t, err)
	var there []string
	numbers := e.engine.Numbers(e.intent)
	for name := range numbers {
		if short, ok := strings.CutPrefix(name, "risk."); ok {
			there = append(there, short)
		}
	}
	assert.ElementsMatch(t, compiler.RiskNumbers, there)
	table := regexp.MustCompile(`(?m)^\| .* \| ([a-z_]+) \| (-?\d+) \|$`).FindAllStringSubmatch(string(page), -1)
	assert.Len(t, table, 16)
	for _, row := range table {
		assert.Equal(t, row[2], strings.TrimSuffix(jsonText(t, numbers["risk."+row[1]]), ".0"), row[1])
	}
}

func jsonText(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	require.NoError(t, err)
	return string(text)
}

// TestBoardOfContoso looks at the parts whose answer is known from the facts of the example.
func TestBoardOfContoso(t *testing.T) {
	r := plan(t, loadExample(t, "contoso"))
	b := r.Board
	assert.Contains(t, b.Coverage, schema.Coverage{Of: "domain controllers", Total: 6, Before: 0, After: 4, Held: 2})
	items := map[string][]string{}
	for _, i := range b.Items {
		items[i.Kind] = append(items[i.Kind], i.Name)
		assert.Positive(t, i.Steps)
	}
	for _, dc := range []string{"dc01.contoso.com", "dc04.contoso.com", "dc06.emea.contoso.com"} {
		assert.Contains(t, items["server"], dc, "a policy of its domain takes effect there, whether its sensor is held or not")
	}
	assert.Contains(t, items["policy_object"], "MDI - Advanced Audit Policy for DCs")
	assert.Equal(t, []string{"mdi-sensors"}, items["group"])
	assert.Equal(t, []string{"contoso-corp"}, items["workspace"])
	require.Len(t, b.HoldPoints, 7)
	for i, h := range b.HoldPoints {
		assert.Equal(t, i+1, h.Number)
		assert.NotEmpty(t, h.Look)
		assert.NotEmpty(t, h.Otherwise)
	}
	require.NotEmpty(t, b.Windows)
	for _, w := range b.Windows {
		assert.Equal(t, "Europe/London", w.Timezone)
		assert.LessOrEqual(t, w.OpensAt, w.EarliestStart)
		assert.LessOrEqual(t, w.EndsAt, w.ClosesAt, "work ends before the window does")
		assert.GreaterOrEqual(t, w.BufferSeconds, int64(0), "with time to back out")
	}
	require.NotNil(t, b.BackOut.NoReturn)
	undone := map[string]bool{}
	for _, w := range b.BackOut.Waves {
		for _, s := range w.Steps {
			undone[s.Step] = true
		}
	}
	assert.Equal(t, "role_servers", b.BackOut.Waves[0].Wave, "the last wave is taken back first")
	for _, s := range r.Steps {
		if s.State != schema.StepPlanned {
			assert.Zero(t, s.Score, s.ID)
			continue
		}
		sum := 0
		for _, p := range s.Points {
			sum += p.Points
		}
		assert.Equal(t, max(sum, 0), s.Score, s.ID)
		if !s.Changes() && s.Risk == "none" {
			assert.Zero(t, s.Score, s.ID)
		} else {
			assert.NotEmpty(t, s.Points, s.ID)
		}
		if s.Changes() && s.Reversible && !s.Irreversible() {
			assert.True(t, undone[s.Step], "%s is taken back", s.ID)
		}
	}
	at := func(id string) schema.Step {
		i := slices.IndexFunc(r.Steps, func(s schema.Step) bool { return s.ID == id })
		require.GreaterOrEqual(t, i, 0, id)
		return r.Steps[i]
	}
	names := func(s schema.Step) []string {
		var out []string
		for _, p := range s.Points {
			out = append(out, p.Name)
		}
		return out
	}
	assert.Contains(t, names(at("server.install_sensor@dc05.emea.contoso.com")), "single_controller_site")
	assert.Contains(t, names(at("domain.link_audit_gpo@contoso.com")), "many_servers")
	assert.Contains(t, names(at("server.clear_pending_reboot@dc02.contoso.com")), "certain_restart")
	assert.NotContains(t, names(at("v3.activate@dc03.contoso.com")), "untested_variant", "the pilot is the test")
	install := at("server.install_sensor@dc05.emea.contoso.com")
	require.Len(t, install.Conditions, 2)
	assert.NotEmpty(t, install.Failures)
	assert.NotEmpty(t, install.DryRun)
}

// TestASpecReplacesNumbersOfTheRiskScore makes restarts harmless and looks at what is left of the score.
func TestASpecReplacesNumbersOfTheRiskScore(t *testing.T) {
	e := loadExample(t, "contoso")
	for _, name := range []string{"possible_restart", "single_controller_site", "pdc_emulator", "other_role_holder", "untested_variant"} {
		e.intent.Parameters = append(e.intent.Parameters, schema.ParameterOverride{Name: "risk." + name, Value: int64(0)})
	}
	r := plan(t, e)
	for _, s := range r.Steps {
		for _, p := range s.Points {
			assert.NotEqual(t, "possible_restart", p.Name, "%s: a sensor is worse now", s.ID)
			assert.False(t, p.Name == "pdc_emulator" && p.Points != 0, s.ID)
		}
	}
	assert.Contains(t, r.Board.Risk.Weights, schema.Weight{Name: "possible_restart", Points: 0})
}

// TestAMoveToV3HasADayForItsDecision moves a sensor: the decision is due on the fifth day, before the move is final.
func TestAMoveToV3HasADayForItsDecision(t *testing.T) {
	e := loadExample(t, "healthy/v3_current")
	r := plan(t, e)
	moves, first := 0, ""
	for _, s := range r.Steps {
		if s.Step == "v2_to_v3.observe" && s.State == schema.StepPlanned {
			moves++
			assert.NotEmpty(t, s.DueAt)
			assert.Less(t, s.StartsAt, s.DueAt)
			if first == "" || s.DueAt < first {
				first = s.DueAt
			}
		}
	}
	require.NotZero(t, moves)
	point := r.Board.HoldPoints[5]
	assert.Equal(t, []string{"v2_to_v3.observe"}, point.Steps)
	assert.LessOrEqual(t, point.Due, first, "it counts from the end of the move, the step from its own start")
}

// TestExplainTellsAllOfAStep asks for what an engineer asks of a step.
func TestExplainTellsAllOfAStep(t *testing.T) {
	_, out, _ := call(t, "", "explain", "v2_to_v3.migrate")
	for _, want := range []string{"duration ", "planned when ", "done when ", "only if ", "gate ", "requires ", "required by ", "v2_to_v3.observe", "answers ", "MDI-", "effects ", "portal 2026-03 ", "portal 2026-09 ",
		"Sensor management", "verify ", "undo ", "if ", "not again before v2_to_v3.check_ready", "source "} {
		assert.Contains(t, out, want)
	}
	_, out, _ = call(t, "", "explain", "server.reboot")
	assert.Contains(t, out, "cannot be undone: ")
	_, out, _ = call(t, "", "list", "steps", "-o", "json")
	var steps []map[string]any
	require.NoError(t, json.Unmarshal([]byte(out), &steps))
	assert.GreaterOrEqual(t, len(steps), 154)
	for _, s := range steps {
		for _, key := range []string{"id", "title", "scope", "risk", "requires", "sources", "expressions"} {
			assert.NotNil(t, s[key], "%v has %s", s["id"], key)
		}
	}
}
