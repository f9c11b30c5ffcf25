package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/mdiplan/mdiplan/compiler"
	"github.com/mdiplan/mdiplan/policies"
	"github.com/mdiplan/mdiplan/schema"
)

// inputFlags are the flags of every verb that reads facts, spec and rules.
type inputFlags struct {
	facts    []string
	policy   []string
	vars     []string
	now      string
	profile  string
	parallel int
	timeout  time.Duration
	limits   schema.Limits
}

func (f *inputFlags) register(cmd *cobra.Command) {
	f.limits = schema.DefaultLimits
	flags := cmd.Flags()
	flags.StringArrayVarP(&f.facts, "facts", "i", nil, "facts document, folder of them, or - for stdin; several are merged (required)")
	flags.StringArrayVarP(&f.policy, "policy", "p", nil, "directory with further rules in Rego")
	flags.StringArrayVar(&f.vars, "var", nil, "value of a spec variable, NAME=VALUE")
	flags.StringVar(&f.now, "now", "", "the moment to judge for, RFC 3339 (default: now); recorded in the verdict")
	flags.StringVar(&f.now, "as-of", "", "the same as --now")
	flags.StringVar(&f.profile, "profile", "", "judge by classic-2023, v2-current or v3-current instead of the spec's profile; an audit says what that changes")
	flags.IntVarP(&f.parallel, "parallel", "j", 0, "how many subjects to judge at once (default: one per core)")
	flags.DurationVar(&f.timeout, "timeout", 10*time.Minute, "give up after this long")
	f.limitFlags(cmd)
}

func (f *inputFlags) limitFlags(cmd *cobra.Command) {
	if f.limits == (schema.Limits{}) {
		f.limits = schema.DefaultLimits
	}
	flags := cmd.Flags()
	flags.Int64Var(&f.limits.Bytes, "max-bytes", f.limits.Bytes, "largest facts document")
	flags.IntVar(&f.limits.Depth, "max-depth", f.limits.Depth, "deepest nesting of a facts document")
	flags.IntVar(&f.limits.StringBytes, "max-string", f.limits.StringBytes, "longest string in a facts document")
	flags.IntVar(&f.limits.Entries, "max-entries", f.limits.Entries, "most entries in one map of a facts document")
}

// inputs are the loaded documents of one command.
type inputs struct {
	spec    *compiler.Spec
	facts   *schema.Facts
	intent  *schema.Intent
	run     schema.Run
	engine  *policies.Engine
	digests []schema.Input
	notes   schema.Diagnostics // warnings that belong into the document
	// own is the same under the profile of the spec, when another one was asked for; otherwise nil.
	own *inputs
}

// load reads everything and reports every mistake it finds in one round.
func (a *app) load(ctx context.Context, f *inputFlags, specPath string) (*inputs, error) {
	now, err := clock(f.now)
	if err != nil {
		return nil, err
	}
	if len(f.facts) == 0 {
		return nil, usageError{errors.New("no facts: give --facts FILE (or --facts - for stdin)")}
	}
	vars, err := variables(f.vars)
	if err != nil {
		return nil, err
	}
	in := &inputs{}
	spec, diags := compiler.LoadSpec(specPath, vars)
	sources := map[string][]byte{}
	if spec != nil {
		maps.Copy(sources, spec.Sources)
	}
	facts, moreDiags, err := a.loadFacts(f)
	if err != nil {
		return nil, err
	}
	diags = append(diags, moreDiags...)
	if err := a.report(onlyErrors(diags), sources); err != nil {
		return nil, err
	}
	declared, moreDiags := spec.Declared()
	diags = append(diags, moreDiags...)
	merged, moreDiags := schema.Merge(facts, declared)
	diags = append(diags, moreDiags...)
	if len(merged.Servers) == 0 {
		diags = append(diags, schema.Diagnostic{Severity: "error", Code: "facts_no_servers", Summary: "No server in the facts",
			Detail: "The facts name no server, so nothing could be judged. mdiplan collect ad reads a directory into facts; mdiplan schema facts prints what such a document looks like."})
	}
	in.spec, in.facts = spec, merged
	in.run = spec.Run(now, merged)
	profile := in.run.Profile
	if f.profile != "" {
		if !slices.Contains(compiler.Profiles, f.profile) {
			return nil, usageError{fmt.Errorf("--profile is one of %s, not %q", strings.Join(compiler.Profiles, ", "), f.profile)}
		}
		in.run.Profile = f.profile
	}
	in.intent, moreDiags = compiler.Resolve(spec, merged, now)
	diags = append(diags, moreDiags...)
	if in.engine, moreDiags = policies.Load(ctx, policies.Options{Dirs: f.policy, Parallel: f.parallel, Deadline: f.timeout}); moreDiags != nil {
		diags = append(diags, moreDiags...)
	}
	if in.engine != nil {
		diags = append(diags, in.engine.Check(in.intent)...)
	}
	if err := a.report(diags, sources); err != nil {
		return nil, err
	}
	in.notes = diags.Sorted()
	// That of the file which facts merge writes, so that anybody can compare it; what the spec declares is in the digest of the spec.
	digest := sha256.New()
	if err := schema.Encode(digest, facts); err != nil {
		return nil, fmt.Errorf("digest of the facts: %w", err)
	}
	in.digests = append([]schema.Input{{Name: "facts", SHA256: hex.EncodeToString(digest.Sum(nil))}, {Name: "spec", SHA256: spec.Digest()}}, in.engine.Inputs()...)
	slices.SortFunc(in.digests, func(x, y schema.Input) int { return strings.Compare(x.Name, y.Name) })
	if profile != in.run.Profile {
		own := *in
		own.run.Profile = profile
		own.intent, _ = compiler.Resolve(spec, merged, now) // of its own, because decisions differ with the profile
		in.own = &own
	}
	return in, nil
}

func onlyErrors(diags schema.Diagnostics) schema.Diagnostics {
	if !diags.HasErrors() {
		return nil
	}
	return diags
}

func variables(values []string) (map[string]string, error) {
	out := map[string]string{}
	for _, v := range values {
		name, value, ok := strings.Cut(v, "=")
		if !ok || name == "" {
			return nil, usageError{fmt.Errorf("--var takes NAME=VALUE, not %q", v)}
		}
		out[name] = value
	}
	return out, nil
}

// loadFacts reads and merges all facts documents.
func (a *app) loadFacts(f *inputFlags) (*schema.Facts, schema.Diagnostics, error) {
	var docs []*schema.Facts
	var diags schema.Diagnostics
	files, err := factsFiles(f.facts)
	if err != nil {
		return nil, nil, err
	}
	for _, name := range files {
		doc, moreDiags, err := a.loadFactsFile(name, f.limits)
		if err != nil {
			return nil, nil, err
		}
		diags = append(diags, moreDiags...)
		if doc != nil {
			docs = append(docs, doc)
		}
	}
	if diags.HasErrors() {
		return nil, diags, nil
	}
	merged, moreDiags := schema.Merge(docs...)
	return merged, append(diags, moreDiags...), nil
}

func (a *app) loadFactsFile(name string, limits schema.Limits) (*schema.Facts, schema.Diagnostics, error) {
	r, done, err := a.open(name)
	if err != nil {
		return nil, nil, fmt.Errorf("read facts: %w", err)
	}
	defer done()
	shown := name
	if name == "-" {
		shown = "<stdin>"
	}
	doc, diags := schema.LoadFacts(r, shown, limits)
	return doc, diags, nil
}

// factsFiles are the documents to read: a folder stands for the *.json files in it, those of folders below it not among them.
func factsFiles(names []string) ([]string, error) {
	var out []string
	for _, name := range names {
		info, err := os.Stat(name)
		if name == "-" || err != nil || !info.IsDir() { // what cannot be read says so when it is opened
			out = append(out, name)
			continue
		}
		entries, err := os.ReadDir(name)
		if err != nil {
			return nil, fmt.Errorf("read facts: %w", err)
		}
		count := len(out)
		for _, entry := range entries {
			if !entry.IsDir() && filepath.Ext(entry.Name()) == ".json" {
				out = append(out, filepath.Join(name, entry.Name()))
			}
		}
		if len(out) == count {
			return nil, fmt.Errorf("read facts: the folder %s holds no *.json file", name)
		}
	}
	return out, nil
}

// open opens a file or stdin; a directory is refused by name, because reading one fails with a riddle.
func (a *app) open(name string) (io.Reader, func(), error) {
	if name == "-" {
		return a.in, func() {}, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		_ = f.Close()
		return nil, nil, fmt.Errorf("open %s: it is a directory; name the file in it", name)
	}
	return f, func() { _ = f.Close() }, nil
}
