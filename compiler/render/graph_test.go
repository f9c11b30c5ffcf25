package render

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/schema"
)

func sum(text string) string {
	digest := sha256.Sum256([]byte(text))
	return base64.StdEncoding.EncodeToString(digest[:])
}

// estate is a runbook for so many servers, with a foundation and three waves.
func estate(servers int) schema.Runbook {
	r := schema.Runbook{Run: schema.Run{Now: "2026-11-24T09:00:00Z"}, Deployment: "many", Waves: []schema.Wave{{}}}
	start := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	add := func(wave, step string, subject schema.Subject, risk string, requires ...string) string {
		n := len(r.Steps) + 1
		at := start.Add(time.Duration(n) * time.Minute)
		s := schema.Step{ID: step + "@" + subject.Key, Number: n, Step: step, Title: "Do " + step, Subject: subject, State: schema.StepPlanned, Wave: wave, RunsOn: "target", Kind: "script", Risk: risk,
			Who: "Operator", DurationSeconds: 60, Why: "It is needed.", Requires: requires, Verify: "Look at it.", Undo: "Take it back.", Reversible: true,
			StartsAt: at.Format(time.RFC3339), EndsAt: at.Add(time.Minute).Format(time.RFC3339), Sources: []string{"https://example.com/a"},
			Because: []schema.FindingRef{{Rule: "MDI-HW-002", Subject: subject}}}
		r.Steps = append(r.Steps, s)
		return s.ID
	}
	domain := schema.Subject{Kind: "domain", Key: "example.com"}
	approve := add("", "change.approve", domain, "none")
	group := add("", "domain.create_group", domain, "replication", approve)
	for w := range 3 {
		wave := fmt.Sprintf("wave%d", w)
		entry := schema.Wave{Name: wave, MaxParallel: 10}
		for before := range w {
			entry.After = append(entry.After, fmt.Sprintf("wave%d", before))
		}
		var ends []string
		for i := w * servers / 3; i < (w+1)*servers/3; i++ {
			server := schema.Subject{Kind: "server", Key: fmt.Sprintf("dc%05d.example.com", i)}
			last := group
			for j, risk := range []string{"none", "none", "service_restart", "none", "reboot", "none", "none", "none", "service_restart", "none", "none", "none"} {
				last = add(wave, fmt.Sprintf("server.step_%d", j), server, risk, last)
			}
			ends = append(ends, last)
			if len(entry.Batches) == 0 || len(entry.Batches[len(entry.Batches)-1]) == 10 {
				entry.Batches = append(entry.Batches, nil)
			}
			batch := &entry.Batches[len(entry.Batches)-1]
			*batch = append(*batch, server.Key)
			r.Scope.Sensors = append(r.Scope.Sensors, schema.ScopeSensor{Server: server.Key, Wave: wave, State: "planned"})
			r.Findings = append(r.Findings, schema.Finding{Rule: "MDI-HW-002", Subject: server, Outcome: schema.Fail, Observed: 1, Required: 2, Evidence: []schema.Evidence{{Path: "server.memory_bytes", Value: 1}}})
		}
		r.Waves = append(r.Waves, entry)
		group = add("", "wave.review", schema.Subject{Kind: "wave", Key: wave}, "none", ends...)
	}
	r.Rules = []schema.Rule{{ID: "MDI-HW-002", Title: "The server has memory"}}
	return r
}

func TestGraphShowsStepsThenKindsThenWaves(t *testing.T) {
	few := graphOf(estate(2))
	assert.Len(t, few.nodes, len(estate(2).Steps))
	many := graphOf(estate(300))
	assert.Len(t, many.nodes, 2+3*12+3)
	var headings []string
	for i := range many.bands {
		headings = append(headings, many.heading(i))
	}
	assert.Equal(t, []string{"Foundation", "Wave wave0", "Foundation, after wave wave0", "Wave wave1, starts when all of wave0 is done", "Foundation, after wave wave1",
		"Wave wave2, starts when all of wave0, wave1 is done", "Foundation, after wave wave2"}, headings)
	assert.Equal(t, "100 servers", many.nodes[2].where)
	assert.Equal(t, "reboot", many.nodes[6].class)
	r := estate(300)
	for i := range r.Steps {
		r.Steps[i].Step += fmt.Sprint(i % 290)
	}
	waves := graphOf(r)
	assert.Len(t, waves.nodes, len(waves.bands))
	assert.Equal(t, "Wave wave0", waves.nodes[1].title)
	assert.Contains(t, waves.edges, [2]int{1, 2})
	for _, g := range []graph{few, many, waves} {
		assert.Zero(t, g.against)
	}
}

// TestGraphKeepsEveryRequirement: what is left out of the picture follows from what is in it.
func TestGraphKeepsEveryRequirement(t *testing.T) {
	r := everything()
	g := graphOf(r)
	require.Len(t, g.nodes, len(r.Steps))
	number := map[string]int{}
	for _, n := range g.nodes {
		for i, s := range r.Steps {
			if s.Title == n.title {
				number[s.ID] = i
			}
		}
	}
	at := map[string]int{}
	for i, n := range g.nodes {
		for _, s := range r.Steps {
			if s.Title == n.title {
				at[s.ID] = i
			}
		}
	}
	reach := make([]map[int]bool, len(g.nodes))
	for i := range reach {
		reach[i] = map[int]bool{}
	}
	for v := range g.nodes {
		for _, e := range g.edges {
			if e[1] == v {
				reach[v][e[0]] = true
				for u := range reach[e[0]] {
					reach[v][u] = true
				}
			}
		}
	}
	pairs := 0
	for _, s := range r.Steps {
		for _, id := range s.Requires {
			if at[id] < at[s.ID] {
				assert.True(t, reach[at[s.ID]][at[id]], "step %d does not stand after step %d", number[s.ID], number[id])
				pairs++
			}
		}
	}
	assert.Greater(t, pairs, len(g.edges), "something was left out")
}

func TestGraphSurvivesACircle(t *testing.T) {
	s := func(id, wave string, requires ...string) schema.Step {
		return schema.Step{ID: id, Step: id, Title: id, Wave: wave, State: schema.StepPlanned, Risk: "none", Reversible: true, Requires: requires}
	}
	g := graphOf(schema.Runbook{Steps: []schema.Step{s("a", "", "c"), s("b", "w", "a"), s("c", "w", "b", "nothing"), s("d", "x", "d")}})
	assert.Equal(t, 1, g.against)
	assert.Contains(t, g.turns(), "1 more requirements point back")
	checkLayout(t, g)
}

// checkLayout holds the promises of a layered picture.
func checkLayout(t *testing.T, g graph) {
	t.Helper()
	l := layoutOf(g)
	require.Len(t, l.boxes, len(g.nodes))
	items := append(append([]rect{}, l.boxes...), l.bends...)
	for i, a := range items {
		require.True(t, a.x >= 0 && a.y >= 0 && a.x+a.w <= l.width && a.y+a.h <= l.height, "%v is outside of %d x %d", a, l.width, l.height)
		for _, b := range items[i+1:] {
			require.False(t, a.x < b.x+b.w && b.x < a.x+a.w && a.y < b.y+b.h && b.y < a.y+a.h, "%v lies on %v", a, b)
		}
	}
	for i, n := range g.nodes {
		frame, box := l.frames[n.band], l.boxes[i]
		require.True(t, box.x > frame.x && box.y > frame.y && box.x+box.w < frame.x+frame.w && box.y+box.h < frame.y+frame.h, "%v is not in its band %v", box, frame)
	}
	for i, f := range l.frames[min(1, len(l.frames)):] {
		require.Greater(t, f.y, l.frames[i].y+l.frames[i].h, "bands overlap")
	}
	for _, e := range g.edges {
		require.Less(t, l.boxes[e[0]].y+l.boxes[e[0]].h, l.boxes[e[1]].y, "an edge does not point down")
	}
	// Lines run between the layers; through one they go only in a bend. So they touch no box but their own two.
	reach := map[[2]int][][2]int{}
	for _, line := range l.lines {
		require.Less(t, line.y1, line.y2)
		for _, box := range l.boxes {
			require.False(t, box.y < line.y2 && line.y1 < box.y+box.h, "%v crosses the layer of %v", line, box)
		}
		reach[[2]int{line.x1, line.y1}] = append(reach[[2]int{line.x1, line.y1}], [2]int{line.x2, line.y2 + line.through})
	}
	for _, e := range g.edges {
		a, b := l.boxes[e[0]], l.boxes[e[1]]
		target := [2]int{b.x + b.w/2, b.y}
		var leads func(from [2]int) bool
		leads = func(from [2]int) bool {
			for _, next := range reach[from] {
				if next == target || leads(next) {
					return true
				}
			}
			return false
		}
		require.True(t, leads([2]int{a.x + a.w/2, a.y + a.h}), "no line leads from %v to %v", a, b)
	}
}

func TestLayoutOverlapsNothingAndPointsDown(t *testing.T) {
	checkLayout(t, graphOf(everything()))
	checkLayout(t, graphOf(estate(2)))
	checkLayout(t, graphOf(estate(100)))
	random := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		g := graph{bands: []band{{name: "a"}, {name: "b"}, {name: "c"}}}
		for n := 1 + random.IntN(60); len(g.nodes) < n; {
			g.nodes = append(g.nodes, node{band: len(g.nodes) * 3 / n})
		}
		for g.nodes[len(g.nodes)-1].band < len(g.bands)-1 {
			g.bands = g.bands[:len(g.bands)-1]
		}
		used := map[int]int{} // bands that no node is in would have no frame
		for i := range g.nodes {
			if _, known := used[g.nodes[i].band]; !known {
				used[g.nodes[i].band] = len(used)
			}
			g.nodes[i].band = used[g.nodes[i].band]
		}
		g.bands = g.bands[:len(used)]
		for range random.IntN(3 * len(g.nodes)) {
			a, b := random.IntN(len(g.nodes)), random.IntN(len(g.nodes))
			if a < b {
				g.edges = append(g.edges, [2]int{a, b})
			}
		}
		g.sort()
		g.reduce()
		checkLayout(t, g)
	}
}

func TestTimelineMergesWhatCannotBeToldApart(t *testing.T) {
	r := estate(3000)
	timed := timelineOf(r)
	require.Len(t, timed.Rows, 4)
	for _, row := range timed.Rows {
		assert.LessOrEqual(t, len(row.Bars), 2*timeWidth)
		for _, bar := range row.Bars {
			assert.True(t, bar.X >= timeLabel && bar.X+bar.W <= timed.Width && bar.W > 0 && bar.Y+bar.H < timed.Height, "%v", bar)
		}
	}
	require.NotEmpty(t, timed.Ticks)
	assert.LessOrEqual(t, len(timed.Ticks), 12)
	assert.Empty(t, timelineOf(schema.Runbook{Waves: []schema.Wave{{}}}).Rows)
}

// TestColoursCanBeRead measures the contrast of every text on its ground as WCAG 2 does, in both schemes, and holds the
// colours of the other languages to those of the style sheet.
func TestColoursCanBeRead(t *testing.T) {
	css, err := pageFiles.ReadFile("page/picture.css")
	require.NoError(t, err)
	light, dark, ok := strings.Cut(string(css), "@media")
	require.True(t, ok)
	for name, scheme := range map[string]string{"light": light, "dark": dark} {
		values := map[string]string{}
		for _, m := range regexp.MustCompile(`--([\w-]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(scheme, -1) {
			values[m[1]] = m[2]
		}
		pairs := [][2]string{{"text", "ground"}, {"quiet", "ground"}, {"text", "panel"}, {"quiet", "panel"}, {"accent", "ground"}}
		for _, c := range classes {
			pairs = append(pairs, [2]string{c.Name + "-text", c.Name})
			if name == "light" {
				assert.Equal(t, [2]string{values[c.Name], values[c.Name+"-edge"]}, colours[c.Name])
			}
		}
		for _, p := range pairs {
			assert.GreaterOrEqual(t, contrast(t, values[p[0]], values[p[1]]), 4.5, "%s on %s, %s", p[0], p[1], name)
		}
	}
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	luminance := func(colour string) float64 {
		require.Len(t, colour, 7)
		sum := 0.0
		for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
			n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
			require.NoError(t, err)
			c := float64(n) / 255
			if c <= 0.04045 {
				c /= 12.92
			} else {
				c = math.Pow((c+0.055)/1.055, 2.4)
			}
			sum += weight * c
		}
		return sum
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// BenchmarkRender renders plans for 1,000 and 10,000 servers; the time per server has to be the same.
func BenchmarkRender(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		r := estate(n)
		for _, f := range documents() {
			b.Run(fmt.Sprintf("%s/%d", f.Name, n), func(b *testing.B) {
				for b.Loop() {
					require.NoError(b, f.Render(io.Discard, r))
				}
				b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/float64(n)*1e6, "us/server")
			})
		}
	}
}
