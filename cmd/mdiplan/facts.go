package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mdiplan/mdiplan/internal/words"
	"github.com/mdiplan/mdiplan/schema"
)

func (a *app) factsCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "facts", Short: "Merge and show facts documents"}
	cmd.AddCommand(a.factsShowCommand(), a.factsMergeCommand("merge FILE...", "Merge facts documents and print the result",
		"Merge facts documents by section: the newer section wins, disagreements are warnings that name both sources.\nThe order of the files does not matter; a folder stands for the *.json files in it.\n\nThe SHA-256 of the file that is written is the digest \"facts\" of every verdict and runbook that is made of it."))
	return cmd
}

func (a *app) factsMergeCommand(use, short, long string) *cobra.Command {
	var f inputFlags
	var out string
	cmd := &cobra.Command{Use: use, Short: short, Long: long,
		Example: "  mdiplan facts merge ad.json hosts.json -o facts.json",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{fmt.Errorf("expected at least one facts document")}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			f.facts = args
			facts, diags, err := a.loadFacts(&f)
			if err != nil {
				return err
			}
			if err := a.report(diags, nil); err != nil {
				return err
			}
			known := []format[*schema.Facts]{{name: "facts", ext: ".json", render: encodeFacts}}
			to, err := destinations([]string{"facts=" + out}, known)
			if err != nil {
				return err
			}
			return write(a, facts, to)
		}}
	f.limitFlags(cmd)
	cmd.Flags().StringVarP(&out, "output", "o", "", "file to write (default: stdout)")
	return cmd
}

// shownFact is one fact with its provenance.
type shownFact struct {
	Pointer string          `json:"pointer"`
	Path    string          `json:"path"`
	Value   any             `json:"value,omitzero"` // absent where it could not be read; the section says why
	Section *schema.Section `json:"section,omitzero"`
}

func (a *app) factsShowCommand() *cobra.Command {
	var f inputFlags
	var outputs []string
	cmd := &cobra.Command{Use: "show FILE [PATH]", Short: "Print the facts of a document, each with its source",
		Long: `Print the facts of a document, each with its source.

PATH is a JSON pointer (/servers/dc01.contoso.com), a subject (server/dc01.contoso.com) or the name of a fact
(server.memory_bytes); what lies below it is printed too. What could not be read follows, with the reason.`,
		Example: `  mdiplan facts show facts.json server/dc01.contoso.com
  mdiplan facts show facts.json server.memory_bytes -o json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return usageError{fmt.Errorf("expected a facts document and, if you like, a path in it, got %d arguments", len(args))}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(outputs) == 0 {
				outputs = []string{"table"}
			}
			to, err := destinations(outputs, []format[listing]{{name: "table", ext: ".txt", render: writeTable}, {name: "json", ext: ".json", render: func(w io.Writer, l listing) error { return schema.Encode(w, l.value) }}})
			if err != nil {
				return err
			}
			f.facts = args[:1]
			facts, diags, err := a.loadFacts(&f)
			if err != nil {
				return err
			}
			if err := a.report(diags, nil); err != nil {
				return err
			}
			path := ""
			if len(args) == 2 {
				path = args[1]
			}
			l := showFacts(facts, path)
			if len(l.rows) == 0 {
				return usageError{fmt.Errorf("no fact of the document is at %q", path)}
			}
			return write(a, l, to)
		}}
	f.limitFlags(cmd)
	cmd.Flags().StringArrayVarP(&outputs, "output", "o", nil, "FORMAT[=FILE]: table, json (default: table)")
	return cmd
}

// showFacts are the facts at a path or below it, by any of its spellings, and then what could not be read there, and why.
func showFacts(facts *schema.Facts, path string) listing {
	shown := []shownFact{}
	l := listing{header: "FACT\tVALUE\tSOURCE\tREAD AT"}
	below := func(name, sign string) bool { return name == path || strings.HasPrefix(name, path+sign) }
	asked := func(x shownFact, names []string) bool {
		return path == "" || below(x.Pointer, "/") || below(x.Path, ".") || schema.SubjectAt(names).String() == path
	}
	for names, value := range facts.Values() {
		x := shownFact{Pointer: schema.Pointer(names...), Value: value}
		x.Path, _ = schema.Canonical(names)
		x.Section, _ = facts.SectionFor(x.Pointer, true)
		if !asked(x, names) {
			continue
		}
		source, readAt := "", ""
		if x.Section != nil {
			source, readAt = x.Section.Source, x.Section.ReadAt
		}
		shown = append(shown, x)
		l.rows = append(l.rows, []string{x.Pointer, words.Value(names[len(names)-1], value), source, readAt})
	}
	for _, pointer := range slices.Sorted(maps.Keys(facts.Sections)) {
		section, names := facts.Sections[pointer], schema.PointerNames(pointer)
		if section.Status == "complete" || len(names) == 0 {
			continue
		}
		x := shownFact{Pointer: pointer, Section: section}
		if x.Path, _ = schema.Canonical(names); !asked(x, names) {
			continue
		}
		shown = append(shown, x)
		l.rows = append(l.rows, []string{pointer, strings.TrimSuffix(section.Status+": "+section.Error, ": "), section.Source, section.ReadAt})
	}
	l.value = shown
	return l
}
