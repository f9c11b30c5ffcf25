package diff

import (
	"maps"
	"reflect"
	"slices"

	"github.com/mdiplan/mdiplan/schema"
)

// fact is one value of a facts document with the names that lead to it.
type fact struct {
	names []string
	value any
}

// factsOf are the facts of a document by JSON pointer.
func factsOf(f *schema.Facts) map[string]fact {
	out := map[string]fact{}
	for names, value := range f.Values() {
		out[schema.Pointer(names...)] = fact{names, value}
	}
	return out
}

// Facts compares two facts documents. What was known and is not known now is a regression; other values are only news.
func Facts(oldName string, old *schema.Facts, newName string, new *schema.Facts) (*schema.Diff, schema.Diagnostics, error) {
	ends, err := ends(oldName, old, newName, new)
	if err != nil {
		return nil, nil, err
	}
	ends[0].At, ends[1].At = old.GeneratedAt, new.GeneratedAt
	d := begin("facts", ends[0], ends[1])
	d.Facts = &schema.FactsDiff{Sources: sources(old, new), Sections: sections(old, new)}
	before, after := factsOf(old), factsOf(new)
	inOld, inNew := bySubjectOf(before), bySubjectOf(after)
	for _, s := range subjectsOf(inOld, inNew) {
		switch {
		case inOld[s] == nil:
			d.Facts.Added = append(d.Facts.Added, counted(new, s, inNew[s]))
		case inNew[s] == nil:
			d.Facts.Gone = append(d.Facts.Gone, counted(old, s, inOld[s]))
		}
	}
	for _, pointer := range union(before, after) {
		x, had := before[pointer]
		y, has := after[pointer]
		if had && has && reflect.DeepEqual(x.value, y.value) {
			d.Facts.Unchanged++
			continue
		}
		either := x
		if !had {
			either = y
		}
		if s := schema.SubjectAt(either.names); inOld[s] == nil || inNew[s] == nil {
			continue
		}
		d.Facts.Changes = append(d.Facts.Changes, change(old, new, either, pointer, x.value, y.value))
	}
	return end(d), nil, nil
}

func bySubjectOf(facts map[string]fact) map[schema.Subject][]string {
	out := map[schema.Subject][]string{}
	for pointer, f := range facts {
		s := schema.SubjectAt(f.names)
		out[s] = append(out[s], pointer)
	}
	return out
}

// counted says how many facts a subject has and who read them.
func counted(f *schema.Facts, s schema.Subject, pointers []string) schema.SubjectFacts {
	sources := map[string]bool{}
	for _, pointer := range pointers {
		if section, _ := f.SectionFor(pointer, true); section != nil && section.Source != "" {
			sources[section.Source] = true
		}
	}
	return schema.SubjectFacts{Subject: s, Facts: len(pointers), Sources: slices.Sorted(maps.Keys(sources))}
}

func change(old, new *schema.Facts, f fact, pointer string, was, is any) schema.FactChange {
	c := schema.FactChange{Subject: schema.SubjectAt(f.names), Pointer: pointer, Old: was, New: is, Change: schema.FactChanged}
	c.Path, _ = schema.Canonical(f.names)
	c.From, _ = old.SectionFor(pointer, was != nil)
	c.To, _ = new.SectionFor(pointer, is != nil)
	switch {
	case was == nil:
		c.Change = schema.FactAdded
	case is == nil:
		c.Change = schema.FactLost
		if gone(new, f) {
			c.Change = schema.FactRemoved
		}
		c.Regression = c.Change == schema.FactLost
	}
	return c
}

// gone says whether the new facts enumerate the collection in which a value or what it belongs to was: then it is known
// not to exist. An empty collection that has entries now is no loss either.
func gone(facts *schema.Facts, f fact) bool {
	for i := range f.names {
		if _, there := schema.Lookup(facts, f.names[:i+1]); !there {
			return schema.Enumerated(f.names[:i])
		}
	}
	return true
}

// sections are those whose reading went otherwise: another status, another error, another dispute.
func sections(old, new *schema.Facts) []schema.SectionChange {
	var out []schema.SectionChange
	for _, pointer := range union(old.Sections, new.Sections) {
		x, y := old.Sections[pointer], new.Sections[pointer]
		if x != nil && y != nil && x.Status == y.Status && x.Error == y.Error && x.Conflict == y.Conflict {
			continue
		}
		if x == nil && readable(y) && y.Error == "" && y.Conflict == "" || y == nil && readable(x) {
			continue // the facts in it say what came or went
		}
		out = append(out, schema.SectionChange{Pointer: pointer, Old: x, New: y, Regression: readable(x) && y != nil && !readable(y)})
	}
	return out
}

func readable(s *schema.Section) bool {
	return s != nil && (s.Status == "complete" || s.Status == "partial")
}

func sources(old, new *schema.Facts) []schema.ValueChange {
	var out []schema.ValueChange
	for _, id := range union(old.Sources, new.Sources) {
		out = append(out, fields(id+"/", old.Sources[id], new.Sources[id], "started_at", "finished_at", "file_sha256")...)
	}
	return out
}
