package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// estate writes a facts document with the given number of servers, one server at a time, so that a test can read a
// document that is in no memory. Configuration repeats, measurements are unique per server.
func estate(t testing.TB, servers int) io.Reader {
	t.Helper()
	facts, diags := LoadFacts(bytes.NewReader(example(t)), "example.json", DefaultLimits)
	require.Empty(t, diags)
	var model bytes.Buffer
	require.NoError(t, EncodeCompact(&model, facts.Servers["dc01.contoso.com"]))
	text := strings.TrimSpace(model.String())
	r, w := io.Pipe()
	go func() {
		var b bytes.Buffer
		b.WriteString(`{"schema":"mdiplan/facts/v1","sources":{"host-1":{"collector":"host"}},"sections":{"/servers":{"source":"host-1","status":"complete","read_at":"2026-11-22T08:41:20Z"}},"servers":{`)
		for i := range servers {
			if i > 0 {
				b.WriteByte(',')
			}
			name := fmt.Sprintf("dc%05d.contoso.com", i)
			server := strings.NewReplacer("dc01.contoso.com", name, `"DC01"`, fmt.Sprintf(`"DC%05d"`, i),
				"17179869184", strconv.Itoa(17179869184+4096*i), "4310", strconv.Itoa(4310+i%977), "42949672960", strconv.Itoa(42949672960-512*i)).Replace(text)
			fmt.Fprintf(&b, "%q:%s", name, server)
			if _, err := b.WriteTo(w); err != nil {
				return
			}
		}
		b.WriteString("}}\n")
		_, err := b.WriteTo(w)
		_ = w.CloseWithError(err)
	}()
	return r
}

func estateBytes(t testing.TB, servers int) []byte {
	t.Helper()
	text, err := io.ReadAll(estate(t, servers))
	require.NoError(t, err)
	return text
}

// The same bytes through LoadFacts and through encoding/json, which checks nothing, into the same type and into maps.
func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		text := estateBytes(b, n)
		for _, way := range []struct {
			name string
			load func() error
		}{
			{"LoadFacts", func() error {
				_, diags := LoadFacts(bytes.NewReader(text), "estate", DefaultLimits)
				if diags.HasErrors() {
					return fmt.Errorf("%v", diags)
				}
				return nil
			}},
			{"json-struct", func() error { return json.Unmarshal(text, &Facts{}) }},
			{"json-any", func() error { var v any; return json.Unmarshal(text, &v) }},
		} {
			b.Run(fmt.Sprintf("%s/%d", way.name, n), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					if err := way.load(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func benchmarkFacts(b *testing.B, servers int) *Facts {
	b.Helper()
	facts, diags := LoadFacts(bytes.NewReader(estateBytes(b, servers)), "estate", DefaultLimits)
	require.Empty(b, diags)
	return facts
}

func BenchmarkEncode(b *testing.B) {
	facts := benchmarkFacts(b, 1_000)
	for name, way := range map[string]func() error{
		"Encode": func() error { return Encode(io.Discard, facts) },
		"json":   func() error { return json.NewEncoder(io.Discard).Encode(facts) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := way(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkMerge(b *testing.B) {
	facts := benchmarkFacts(b, 1_000)
	other := Clone(facts)
	other.Sources = map[string]*Source{"ad-1": {Collector: "ad"}}
	other.Sections = map[string]*Section{"/servers": {Source: "ad-1", Status: "complete", ReadAt: "2026-11-21T08:00:00Z"}}
	b.ReportAllocs()
	for b.Loop() {
		Merge(facts, other)
	}
}

func BenchmarkCloneServer(b *testing.B) {
	server := benchmarkFacts(b, 1).Servers["dc00000.contoso.com"]
	b.ReportAllocs()
	for b.Loop() {
		Clone(server)
	}
}

func BenchmarkPatchServer(b *testing.B) {
	server := benchmarkFacts(b, 1).Servers["dc00000.contoso.com"]
	patch := map[string]any{"power_plan_guid": "8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c", "services": map[string]any{"sense": map[string]any{"state": "running"}}}
	b.ReportAllocs()
	for b.Loop() {
		if err := Patch(server, patch); err != nil {
			b.Fatal(err)
		}
	}
}

// What loading needs beside the document that it returns must not grow with the document, and the document itself must
// stay a small multiple of its text. The estate comes out of a pipe, so its text is never in memory as a whole.
func TestLoadFactsNeedsLittleMoreThanTheFile(t *testing.T) {
	const servers = 5_000
	size := int64(len(estateBytes(t, 1))-len(estateBytes(t, 0))) * servers
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	peak := &peakReader{r: estate(t, servers)}
	facts, diags := LoadFacts(peak, "estate", DefaultLimits)
	require.Empty(t, diags)
	runtime.GC()
	runtime.ReadMemStats(&after)
	require.Len(t, facts.Servers, servers)
	held := float64(after.HeapAlloc-before.HeapAlloc) / float64(size)
	top := float64(peak.top-before.HeapAlloc) / float64(size)
	t.Logf("%d servers, %d MiB: %.2f times the file held afterwards, %.2f at the peak", servers, size>>20, held, top)
	assert.Less(t, held, 4.0)
	assert.Less(t, top, 8.0)
	runtime.KeepAlive(facts)
}

// peakReader samples the heap while a document passes through.
type peakReader struct {
	r     io.Reader
	reads int
	top   uint64
}

func (p *peakReader) Read(b []byte) (int, error) {
	if p.reads++; p.reads%64 == 0 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		p.top = max(p.top, m.HeapAlloc)
	}
	return p.r.Read(b)
}
