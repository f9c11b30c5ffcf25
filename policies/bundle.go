package policies

import (
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"

	"github.com/mdiplan/mdiplan/schema"
)

// InputVersion is the value of Inputs.Schema, and what the entry of a bundle expects.
const InputVersion = "mdiplan/input/v1"

// Inputs is what every rule is asked about, for those who ask the rules with another engine: a bundle holds the rules, and
// data.mdi.main.findings in it holds the answers to this document.
type Inputs struct {
	Schema string     `json:"schema"`
	Run    schema.Run `json:"run"`
	// Overrides are the parameters that the spec replaces, by name; Severities the severities, by rule.
	Overrides  map[string]any    `json:"overrides"`
	Severities map[string]string `json:"severities"`
	// Subjects are in the order of a verdict.
	Subjects []SubjectInput `json:"subjects"`
}

// SubjectInput is one subject as its rules see it.
type SubjectInput struct {
	Subject schema.Subject `json:"subject"`
	// Generations are those of the sensors that the subject has to do with; Undecided says that there is one more, whose
	// generation nobody knows yet.
	Generations []string `json:"generations"`
	Undecided   bool     `json:"undecided"`
	// Server is the server that the subject is or belongs to, whose roles count; empty for what is no part of a server.
	// Watched says that a standalone sensor watches it.
	Server  string `json:"server"`
	Watched bool   `json:"watched"`
	// Waived holds the waivers in force at the subject, by rule.
	Waived map[string]schema.Waiver `json:"waived"`
	// Input is the input of every rule about the subject.
	Input any `json:"input"`
}

// Inputs are the inputs of all subjects, as Audit makes them.
func (s *Session) Inputs() (*Inputs, error) {
	if s.err != nil {
		return nil, s.err
	}
	out := &Inputs{Schema: InputVersion, Run: s.run, Overrides: overridden(s.intent.Parameters), Severities: s.severity, Subjects: []SubjectInput{}}
	for _, subject := range s.subjects {
		generations, undecided := s.concerning(subject)
		in := SubjectInput{Subject: subject, Generations: slices.Sorted(slices.Values(generations)), Undecided: undecided, Server: s.serverOf(subject), Waived: map[string]schema.Waiver{}, Input: plain(s.input(subject))}
		in.Watched = len(s.mirrored[in.Server]) > 0
		if in.Generations == nil {
			in.Generations = []string{}
		}
		for _, w := range s.intent.Waivers {
			if _, first := in.Waived[w.Rule]; !first && !s.expired(w) && covers(w, subject) {
				in.Waived[w.Rule] = w
			}
		}
		out.Subjects = append(out.Subjects, in)
	}
	return out, nil
}

//go:embed bundle/main.rego
var entry []byte

// Bundle writes the rules, decisions, tables and libraries, without their tests, as a bundle of OPA, together with an entry
// that gives them the three-valued outcomes of this engine: data.mdi.main. The same rules give the same bytes.
func (e *Engine) Bundle(w io.Writer) error {
	files := map[string][]byte{"main.rego": entry, "catalogue.rego": e.catalogue()}
	roots := map[string]bool{"mdi": true}
	for name, text := range e.modules.text {
		files[e.modules.inside[name]] = text
		roots[string(e.modules.parsed[name].Package.Path[1].Value.(ast.String))] = true
	}
	sum := sha256.New()
	b := bundle.Bundle{Data: map[string]any{}}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(sum, "%s\x00%d\x00%s", name, len(files[name]), files[name])
		b.Modules = append(b.Modules, bundle.ModuleFile{URL: name, Path: name, Raw: files[name]})
	}
	owned := slices.Sorted(maps.Keys(roots))
	b.Manifest = bundle.Manifest{Revision: hex.EncodeToString(sum.Sum(nil)), Roots: &owned}
	b.SetRegoVersion(ast.RegoV1)
	if err := bundle.NewWriter(w).DisableFormat(true).Write(b); err != nil {
		return fmt.Errorf("write bundle: %w", err)
	}
	return nil
}

// catalogue is a module that names every rule: what its metadata says, and what it answers.
func (e *Engine) catalogue() []byte {
	type entry struct {
		schema.Rule
		Conditional bool `json:"conditional"`
	}
	rules := map[string]entry{}
	var answers strings.Builder
	for _, r := range e.rules {
		info := r.info
		info.File = cmp.Or(e.modules.inside[info.File], info.File)
		rules[info.ID] = entry{info, r.conditional}
		fmt.Fprintf(&answers, "\nanswers[%s] := %s\n", ast.String(info.ID), e.modules.parsed[r.info.File].Package.Path)
	}
	var text strings.Builder
	text.WriteString("# Written by mdiplan policy bundle: what the metadata of every rule says, and what the rule says.\npackage mdi.catalogue\n\nrules := ")
	if err := schema.Encode(&text, rules); err != nil {
		panic("policies: the metadata of a rule is no JSON: " + err.Error())
	}
	return []byte(text.String() + answers.String())
}
