package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/metrics"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/policies"
	"github.com/mdiplan/mdiplan/schema"
)

var benchSizes = []int{100, 1_000, 10_000}

// manyServers multiplies contoso's controllers: configuration in a few variants, measurements of their own, a tenth of the
// servers with facts missing.
func manyServers(b *testing.B, n int) estate {
	b.Helper()
	e := loadExample(b, "contoso")
	variants := []string{"dc01.contoso.com", "dc02.contoso.com", "dc04.contoso.com", "dc05.emea.contoso.com"}
	servers := map[string]*schema.Server{}
	sensors := map[string]*schema.SpecSensor{}
	for i := range n {
		name := fmt.Sprintf("dc%05d.contoso.com", i)
		s := schema.Clone(e.facts.Servers[variants[i%len(variants)]])
		s.Domain, s.FSMO = "contoso.com", nil
		packets, used := float64(500+i%90_000), int64(3<<30+i*4096)
		s.Traffic.BusyPacketsPerSecond, s.MemoryUsedPeakBytes = &packets, &used
		if i%10 == 0 {
			s.PowerPlanGuid, s.RootCertificates, s.Registry = "", nil, nil
		}
		servers[name] = s
		sensors[name] = &schema.SpecSensor{Generation: "v2", Wave: "controllers", Onboarding: "mde", RadiusTarget: new(bool), SyslogSender: new(bool), Migrate: new(bool)}
	}
	e.facts.Servers, e.intent.Sensors, e.facts.Paths = servers, sensors, nil
	return e
}

// growth reports what a server costs, and how much more than at the size before in the same run: 1 is linear. Absolute times
// are those of the machine at that hour; these ratios are not.
type growth struct{ seconds, bytes, wasSeconds, wasBytes float64 }

// count adds time and allocated bytes of one run.
func (g *growth) count(run func()) {
	allocated := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(allocated)
	before, start := allocated[0].Value.Uint64(), time.Now()
	run()
	g.seconds += time.Since(start).Seconds()
	metrics.Read(allocated)
	g.bytes += float64(allocated[0].Value.Uint64() - before)
}

// report says what was counted for n servers, and begins anew.
func (g *growth) report(b *testing.B, n int) {
	b.Helper()
	seconds, bytes := g.seconds/float64(b.N*n), g.bytes/float64(b.N*n)
	b.ReportMetric(seconds*1e6, "us/server")
	b.ReportMetric(bytes/1e3, "kB/server")
	if g.wasSeconds > 0 {
		b.ReportMetric(seconds/g.wasSeconds, "time-growth")
		b.ReportMetric(bytes/g.wasBytes, "bytes-growth")
	}
	*g = growth{wasSeconds: seconds, wasBytes: bytes}
}

// BenchmarkAudit judges every rule at every server; "vs-json" is its time over encoding/json reading the same facts.
func BenchmarkAudit(b *testing.B) {
	var g growth
	for _, n := range benchSizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			e := manyServers(b, n)
			var text bytes.Buffer
			require.NoError(b, schema.Encode(&text, e.facts))
			floor := decodeTime(b, text.Bytes())
			b.ReportAllocs()
			findings := 0
			peak := peakHeap()
			for b.Loop() {
				b.StopTimer()
				engine, diags := policies.Load(b.Context(), policies.Options{})
				require.Empty(b, diags)
				b.StartTimer()
				g.count(func() {
					v, err := engine.Open(e.facts, e.intent, e.run).Audit(b.Context())
					require.NoError(b, err)
					findings = len(v.Findings)
				})
			}
			g.report(b, n)
			b.ReportMetric(peak(), "peak-heap-MB")
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/floor.Seconds(), "vs-json")
			b.ReportMetric(float64(findings), "findings")
		})
	}
}

// peakHeap samples the live heap, input included, until the returned function is called; that returns the most it saw, in MB.
func peakHeap() func() float64 {
	stop, most := make(chan struct{}), make(chan uint64)
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		peak := uint64(0)
		for tick := time.NewTicker(5 * time.Millisecond); ; {
			select {
			case <-tick.C:
				metrics.Read(sample)
				peak = max(peak, sample[0].Value.Uint64())
			case <-stop:
				tick.Stop()
				most <- peak
				return
			}
		}
	}()
	return func() float64 {
		close(stop)
		return float64(<-most) / 1e6
	}
}

// decodeTime is the best of three readings by encoding/json.
func decodeTime(b *testing.B, text []byte) time.Duration {
	b.Helper()
	best := time.Hour
	for range 3 {
		start := time.Now()
		var v any
		require.NoError(b, json.Unmarshal(text, &v))
		best = min(best, time.Since(start))
	}
	return best
}

// BenchmarkLoadFacts reads the same bytes strictly and by encoding/json.
func BenchmarkLoadFacts(b *testing.B) {
	for _, n := range benchSizes {
		var text bytes.Buffer
		require.NoError(b, schema.Encode(&text, manyServers(b, n).facts))
		b.Run(fmt.Sprintf("strict/%d", n), func(b *testing.B) {
			b.SetBytes(int64(text.Len()))
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			var facts *schema.Facts
			for b.Loop() {
				facts, _ = schema.LoadFacts(bytes.NewReader(text.Bytes()), "bench", schema.DefaultLimits)
			}
			runtime.GC()
			runtime.ReadMemStats(&after)
			require.NotNil(b, facts)
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(text.Len()), "heap/file")
			runtime.KeepAlive(facts)
		})
		b.Run(fmt.Sprintf("encoding-json/%d", n), func(b *testing.B) {
			b.SetBytes(int64(text.Len()))
			for b.Loop() {
				var v any
				require.NoError(b, json.Unmarshal(text.Bytes(), &v))
			}
		})
	}
}

// BenchmarkPlan compiles and proves.
func BenchmarkPlan(b *testing.B) {
	var g growth
	for _, n := range benchSizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			e := manyServers(b, n)
			b.ReportAllocs()
			peak := peakHeap()
			for b.Loop() {
				g.count(func() {
					r := plan(b, e)
					require.True(b, r.Proof.Sound)
				})
			}
			g.report(b, n)
			b.ReportMetric(peak(), "peak-heap-MB")
		})
	}
}

// BenchmarkStart is start-up to the first finding on contoso.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		e := loadExample(b, "contoso")
		findings, err := e.engine.Open(e.facts, e.intent, e.run).Findings(b.Context(), schema.Subject{Kind: "server", Key: "dc01.contoso.com"})
		require.NoError(b, err)
		require.NotEmpty(b, findings)
	}
}
