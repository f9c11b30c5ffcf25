// Package diff says what differs between two documents of one kind: facts, verdicts or runbooks. What got worse is marked as
// a regression; what cannot be compared is not compared.
//
// It promises that the same two documents give the same difference, sorted, and that nothing is called a regression merely
// because a rule or a subject is new. It reads no file and judges nothing: whether something is ready is what an audit says.
package diff

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"

	"github.com/mdiplan/mdiplan/schema"
)

// Kinds are the documents that can be compared.
var Kinds = []string{"facts", "verdict", "runbook"}

// Document is one of two documents to compare.
type Document struct {
	// Name is what diagnostics and the difference call it.
	Name string
	Text []byte
}

// kind is the second part of what a document says it is, for example facts of "mdiplan/facts/v1".
func (d Document) kind() (kind, version string) {
	version = schema.SchemaOf(d.Text)
	parts := strings.Split(version, "/")
	if len(parts) == 3 && parts[0] == "mdiplan" && slices.Contains(Kinds, parts[1]) {
		return parts[1], version
	}
	return "", version
}

// Compare reads both documents and says what differs. A diagnostic that is an error means that one of them is no such
// document, or that they are of different kinds.
func Compare(old, new Document, limits schema.Limits) (*schema.Diff, schema.Diagnostics, error) {
	oldKind, oldVersion := old.kind()
	newKind, newVersion := new.kind()
	var diags schema.Diagnostics
	for _, x := range []struct {
		name, kind, version string
	}{{old.Name, oldKind, oldVersion}, {new.Name, newKind, newVersion}} {
		if x.kind == "" {
			detail := "The document has no field schema at its top, so it cannot be told what it is."
			if x.version != "" {
				detail = fmt.Sprintf("The document says that it is %q.", x.version)
			}
			diags = append(diags, schema.Diagnostic{Severity: "error", Code: "diff_unknown_kind", Summary: "Not a document that can be compared",
				Detail: detail + " What can be compared is facts, verdicts and runbooks, as JSON.", Pointer: "/schema", Range: &schema.Range{Filename: x.name}})
		}
	}
	if diags.HasErrors() {
		return nil, diags, nil
	}
	if oldKind != newKind {
		return nil, schema.Diagnostics{{Severity: "error", Code: "diff_two_kinds", Summary: "Documents of different kinds",
			Detail: fmt.Sprintf("%s holds %s and %s holds %s. Give two documents of one kind.", old.Name, oldVersion, new.Name, newVersion)}}, nil
	}
	if oldVersion != newVersion {
		d := begin(oldKind, schema.DiffEnd{Name: old.Name, Schema: oldVersion}, schema.DiffEnd{Name: new.Name, Schema: newVersion})
		d.Incomparable = []string{fmt.Sprintf("one is %s and the other %s; write both with the same version of the program", oldVersion, newVersion)}
		return d, nil, nil
	}
	if known := []string{schema.FactsVersion, schema.VerdictVersion, schema.RunbookVersion}; !slices.Contains(known, oldVersion) {
		return nil, schema.Diagnostics{{Severity: "error", Code: "diff_unknown_version", Summary: "Documents of an unknown version",
			Detail: fmt.Sprintf("Both documents are %s; this program reads %s. Compare them with the program that wrote them.", oldVersion, strings.Join(known, ", "))}}, nil
	}
	switch oldKind {
	case "facts":
		a, b, diags := both(old, new, limits, schema.LoadFacts)
		if diags.HasErrors() {
			return nil, diags, nil
		}
		return Facts(old.Name, a, new.Name, b)
	case "verdict":
		a, b, diags := both(old, new, limits, schema.LoadVerdict)
		if diags.HasErrors() {
			return nil, diags, nil
		}
		return Verdicts(old.Name, a, new.Name, b)
	}
	a, b, diags := both(old, new, limits, schema.LoadRunbook)
	if diags.HasErrors() {
		return nil, diags, nil
	}
	return Runbooks(old.Name, a, new.Name, b)
}

func both[T any](old, new Document, limits schema.Limits, load func(r io.Reader, name string, limits schema.Limits) (*T, schema.Diagnostics)) (*T, *T, schema.Diagnostics) {
	a, diags := load(bytes.NewReader(old.Text), old.Name, limits)
	b, moreDiags := load(bytes.NewReader(new.Text), new.Name, limits)
	return a, b, append(diags, moreDiags...)
}

func begin(kind string, old, new schema.DiffEnd) *schema.Diff {
	return &schema.Diff{Schema: schema.DiffVersion, Kind: kind, Old: old, New: new}
}

// made compares what two documents were made with and under; what was made otherwise cannot be compared.
func made(d *schema.Diff, oldTool, newTool string, oldRun, newRun schema.Run, oldInputs, newInputs []schema.Input) {
	if oldTool != newTool {
		d.Incomparable = append(d.Incomparable, fmt.Sprintf("one was written by %s and the other by %s; write both with the same version", oldTool, newTool))
	}
	if oldRun.Profile != newRun.Profile {
		d.Incomparable = append(d.Incomparable, fmt.Sprintf("one was judged by profile %s and the other by %s; write both with the same --profile", oldRun.Profile, newRun.Profile))
	}
	digests := [2]map[string]string{{}, {}}
	for i, inputs := range [][]schema.Input{oldInputs, newInputs} {
		for _, in := range inputs {
			digests[i][in.Name] = in.SHA256
		}
	}
	for _, name := range union(digests[0], digests[1]) {
		if digests[0][name] != digests[1][name] {
			d.Inputs = append(d.Inputs, schema.InputChange{Name: name, Old: digests[0][name], New: digests[1][name]})
		}
	}
	d.Settings = append(d.Settings, fields("run.", oldRun, newRun)...)
}

// end counts the regressions and says whether anything differs.
func end(d *schema.Diff) *schema.Diff {
	if len(d.Incomparable) > 0 {
		d.Inputs, d.Settings, d.Facts, d.Verdict, d.Runbook = nil, nil, nil, nil, nil
		return d
	}
	d.Regressions = count(reflect.ValueOf(d), func(v reflect.Value) bool {
		f := v.FieldByName("Regression")
		return f.IsValid() && f.Bool()
	})
	d.Same = len(d.Inputs) == 0 && len(d.Settings) == 0 && count(reflect.ValueOf(d), func(v reflect.Value) bool {
		switch v.Type() {
		case reflect.TypeFor[schema.FactsDiff](), reflect.TypeFor[schema.VerdictDiff](), reflect.TypeFor[schema.RunbookDiff]():
			for i := range v.NumField() {
				if f := v.Field(i); f.Kind() == reflect.Slice && f.Len() > 0 {
					return true
				}
			}
		}
		return false
	}) == 0
	return d
}

// count walks a difference and counts the structures that answer yes.
func count(v reflect.Value, yes func(reflect.Value) bool) int {
	n := 0
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			n = count(v.Elem(), yes)
		}
	case reflect.Slice:
		for i := range v.Len() {
			n += count(v.Index(i), yes)
		}
	case reflect.Struct:
		if yes(v) {
			n++
		}
		for i := range v.NumField() {
			n += count(v.Field(i), yes)
		}
	}
	return n
}

// Where are the JSON pointers at which two documents differ, sorted; the folder of a file that is named in them is no
// difference, since the digest of its content is.
func Where(old, new any) ([]string, error) {
	a, err := tree(old)
	if err != nil {
		return nil, err
	}
	b, err := tree(new)
	if err != nil {
		return nil, err
	}
	var out []string
	where(a, b, nil, &out)
	return out, nil
}

func where(a, b any, at []string, out *[]string) {
	switch x := a.(type) {
	case map[string]any:
		if y, ok := b.(map[string]any); ok {
			for _, key := range union(x, y) {
				where(x[key], y[key], append(slices.Clone(at), key), out)
			}
			return
		}
	case []any:
		if y, ok := b.([]any); ok && len(x) == len(y) {
			for i := range x {
				where(x[i], y[i], append(slices.Clone(at), fmt.Sprint(i)), out)
			}
			return
		}
	case string:
		if y, ok := b.(string); ok && len(at) > 0 && at[len(at)-1] == "filename" && path.Base(x) == path.Base(y) {
			return
		}
	}
	if !reflect.DeepEqual(a, b) {
		*out = append(*out, schema.Pointer(at...))
	}
}

// tree is a value as JSON has it.
func tree(v any) (any, error) {
	var b bytes.Buffer
	if err := schema.EncodeCompact(&b, v); err != nil {
		return nil, err
	}
	var out any
	err := json.Unmarshal(b.Bytes(), &out)
	return out, err
}

// fields are the fields of two values of one type that differ, by their names in JSON.
func fields(prefix string, old, new any, but ...string) []schema.ValueChange {
	a, b := object(old), object(new)
	var out []schema.ValueChange
	for _, name := range union(a, b) {
		if !slices.Contains(but, name) && !reflect.DeepEqual(a[name], b[name]) {
			out = append(out, schema.ValueChange{Path: prefix + name, Old: a[name], New: b[name]})
		}
	}
	return out
}

// object is a document's structure as JSON has it; nil has no fields.
func object(v any) map[string]any {
	out, err := tree(v)
	if err != nil {
		panic("diff: a part of a document cannot be written: " + err.Error())
	}
	fields, _ := out.(map[string]any)
	return fields
}

// keyed gives each element its key.
func keyed[K comparable, T any](list []T, key func(T) K) map[K]T {
	out := make(map[K]T, len(list))
	for _, x := range list {
		out[key(x)] = x
	}
	return out
}

// union are the keys of two maps, sorted.
func union[K cmp.Ordered, A, B any](a map[K]A, b map[K]B) []K {
	keys := slices.AppendSeq(slices.Collect(maps.Keys(a)), maps.Keys(b))
	slices.Sort(keys)
	return slices.Compact(keys)
}

func bySubject(a, b schema.Subject) int {
	rank := func(s schema.Subject) int { return slices.Index(schema.SubjectKinds, s.Kind) }
	return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Key, b.Key))
}

// subjectsOf are the subjects of two maps, sorted.
func subjectsOf[A, B any](a map[schema.Subject]A, b map[schema.Subject]B) []schema.Subject {
	all := slices.AppendSeq(slices.Collect(maps.Keys(a)), maps.Keys(b))
	slices.SortFunc(all, bySubject)
	return slices.Compact(all)
}

func decisions(old, new []schema.Decision) []schema.DecisionChange {
	key := func(d schema.Decision) string { return d.ID + " " + d.Name + " " + d.Subject.String() }
	a, b := keyed(old, key), keyed(new, key)
	var out []schema.DecisionChange
	for _, k := range union(a, b) {
		x, before := a[k]
		y, after := b[k]
		if before && after && x.Choice == y.Choice && x.Source == y.Source {
			continue
		}
		c := schema.DecisionChange{Name: cmp.Or(y.Name, x.Name), Title: cmp.Or(y.Title, x.Title), Subject: y.Subject}
		if before {
			c.Old, c.Subject = &x, x.Subject
		}
		if after {
			c.New = &y
		}
		out = append(out, c)
	}
	return out
}

func waivers(old, new []schema.WaiverUse) []schema.WaiverChange {
	key := func(w schema.WaiverUse) string { return w.Rule + " " + strings.Join(w.Subjects, " ") }
	a, b := keyed(old, key), keyed(new, key)
	var out []schema.WaiverChange
	for _, k := range union(a, b) {
		x, before := a[k]
		y, after := b[k]
		if before && after && x.State == y.State && x.Expires == y.Expires && x.Approver == y.Approver && x.Reason == y.Reason {
			continue
		}
		c := schema.WaiverChange{Rule: cmp.Or(x.Rule, y.Rule), Subjects: y.Subjects}
		if before {
			c.Old, c.Subjects = &x, x.Subjects
		}
		if after {
			c.New = &y
		}
		out = append(out, c)
	}
	return out
}
