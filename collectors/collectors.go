// Package collectors runs the readers of an estate and joins what they found into one facts document.
//
// It promises that a source that fails takes nothing else with it: every other source still reports, and the document
// says which source was silent and why. It knows no protocol; each collector is a package of its own below this one.
package collectors

import (
	"cmp"
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"github.com/mdiplan/mdiplan/schema"
)

// Collector reads one source.
type Collector interface {
	// Source says who reads: kind, tool and identity. Run adds the times.
	Source() schema.Source
	// Collect reads what it can. A value it could not read is absent, and a section says why; an error means that nothing
	// could be read at all. The sections it writes leave Source empty: Run fills it in.
	Collect(ctx context.Context, env Env) (*schema.Facts, error)
}

// Env is what a collector may know of the world beside its source.
type Env struct {
	// Now is the clock; it dates what was read.
	Now func() time.Time
	// Progress takes one line about long work. It may be called from several goroutines.
	Progress func(format string, args ...any)
}

// Job is one collector with its id in the document, for example "ad-1", and its deadline (0: none of its own).
type Job struct {
	ID        string
	Collector Collector
	Deadline  time.Duration
}

// Run runs the jobs at the same time and merges their facts. It fails with the error of the first job, in the order
// given, only when no job read anything; otherwise a job that failed is a warning of code collect_failed.
func Run(ctx context.Context, env Env, jobs ...Job) (*schema.Facts, schema.Diagnostics, error) {
	docs := make([]*schema.Facts, len(jobs))
	errs := make([]error, len(jobs))
	var wait sync.WaitGroup
	for i, job := range jobs {
		wait.Go(func() { docs[i], errs[i] = run(ctx, env, job) })
	}
	wait.Wait()
	docs = slices.DeleteFunc(docs, func(d *schema.Facts) bool { return d == nil })
	if len(docs) == 0 {
		return nil, nil, cmp.Or(errs...)
	}
	var diags schema.Diagnostics
	for i, err := range errs {
		if err != nil {
			diags = append(diags, schema.Diagnostic{Severity: "warning", Code: "collect_failed",
				Summary: "Source " + jobs[i].ID + " reported nothing", Detail: err.Error()})
		}
	}
	merged, more := schema.Merge(docs...)
	return merged, append(diags, more...), nil
}

func run(ctx context.Context, env Env, job Job) (facts *schema.Facts, err error) {
	if job.Deadline > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, job.Deadline)
		defer cancel()
	}
	defer func() {
		// What a directory or a host answers is not ours: a bug it hits must not take the other sources along.
		if r := recover(); r != nil {
			facts, err = nil, fmt.Errorf("collector %s: internal error: %v\n%s", job.ID, r, debug.Stack())
		}
	}()
	started := env.Now()
	facts, err = job.Collector.Collect(ctx, env)
	if err != nil {
		return nil, err
	}
	finished := Stamp(env.Now())
	source := job.Collector.Source()
	source.StartedAt, source.FinishedAt = Stamp(started), finished
	facts.Schema, facts.GeneratedAt = schema.FactsVersion, finished
	facts.Sources = map[string]*schema.Source{job.ID: &source}
	for _, s := range facts.Sections {
		s.Source = job.ID
		s.ReadAt = cmp.Or(s.ReadAt, finished)
	}
	return facts, nil
}

// Stamp is a time in the spelling of the facts model: UTC, whole seconds.
func Stamp(t time.Time) string { return t.UTC().Truncate(time.Second).Format(time.RFC3339) }
