package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/mdiplan/mdiplan/compiler"
	"github.com/mdiplan/mdiplan/compiler/render"
	"github.com/mdiplan/mdiplan/diff"
	"github.com/mdiplan/mdiplan/policies"
	"github.com/mdiplan/mdiplan/policies/report"
	"github.com/mdiplan/mdiplan/schema"
)

// listing is one thing that can be listed: as rows for a person, as a value for JSON.
type listing struct {
	header string
	rows   [][]string
	value  any
}

var lists = []string{"rules", "steps", "constraints", "facts", "formats", "decisions"}

func (a *app) listCommand() *cobra.Command {
	var policy, steps, outputs []string
	cmd := &cobra.Command{Use: "list " + strings.Join(lists, "|"), Short: "List what mdiplan knows", ValidArgs: lists,
		Example: "  mdiplan list rules\n  mdiplan list steps -o json",
		Args:    exactly(1, "one of "+strings.Join(lists, ", ")),
		RunE: func(cmd *cobra.Command, args []string) error {
			l, err := a.listing(cmd.Context(), args[0], policy, steps)
			if err != nil {
				return err
			}
			if len(outputs) == 0 {
				outputs = []string{"table"}
			}
			to, err := destinations(outputs, []format[listing]{{name: "table", ext: ".txt", render: writeTable},
				{name: "json", ext: ".json", render: func(w io.Writer, l listing) error { return schema.Encode(w, l.value) }}})
			if err != nil {
				return err
			}
			return write(a, l, to)
		}}
	cmd.Flags().StringArrayVarP(&policy, "policy", "p", nil, "directory with further rules in Rego")
	cmd.Flags().StringArrayVar(&steps, "steps", nil, "directory with further steps")
	cmd.Flags().StringArrayVarP(&outputs, "output", "o", nil, "FORMAT[=FILE]: table, json (default: table)")
	return cmd
}

func writeTable(w io.Writer, l listing) error {
	t := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	fmt.Fprintln(t, l.header)
	for _, row := range l.rows {
		for i := range row {
			row[i] = printable(row[i])
		}
		fmt.Fprintln(t, strings.Join(row, "\t"))
	}
	return t.Flush()
}

func (a *app) listing(ctx context.Context, what string, policy, steps []string) (listing, error) {
	switch what {
	case "rules", "decisions":
		engine, diags := policies.Load(ctx, policies.Options{Dirs: policy})
		if err := a.report(diags, nil); err != nil {
			return listing{}, err
		}
		if what == "decisions" {
			l := listing{header: "ID\tSUBJECT\tTITLE", value: engine.Decisions()}
			for _, r := range engine.Decisions() {
				l.rows = append(l.rows, []string{r.ID, r.Subject, r.Title})
			}
			return l, nil
		}
		l := listing{header: "ID\tSEVERITY\tSUBJECT\tTITLE", value: engine.Rules()}
		for _, r := range engine.Rules() {
			l.rows = append(l.rows, []string{r.ID, r.Severity, r.Subject, r.Title})
		}
		return l, nil
	case "steps", "constraints":
		library, diags := compiler.LoadSteps(steps...)
		if err := a.report(diags, nil); err != nil {
			return listing{}, err
		}
		if what == "constraints" {
			l := listing{header: "ID\tKIND\tBINDS\tTITLE", value: library.Constraints()}
			for _, c := range library.Constraints() {
				l.rows = append(l.rows, []string{c.ID, c.Kind, c.Binds(), c.Title})
			}
			return l, nil
		}
		var values []*compiler.Declaration
		l := listing{header: "STEP\tSCOPE\tRISK\tTITLE"}
		names := library.Names()
		slices.Sort(names)
		for _, name := range names {
			d, _ := library.Step(name)
			values = append(values, d)
			l.rows = append(l.rows, []string{d.Name, d.Scope, d.Risk, d.Title})
		}
		l.value = values
		return l, nil
	case "facts":
		l := listing{header: "FACT\tTYPE\tFROM\tMEANING", value: schema.Fields()}
		for _, f := range schema.Fields() {
			l.rows = append(l.rows, []string{f.Path, f.Type, strings.Join(f.From, ","), f.Description})
		}
		return l, nil
	case "formats":
		type entry struct {
			Document string `json:"document"`
			Name     string `json:"name"`
			Ext      string `json:"ext"`
		}
		var values []entry
		l := listing{header: "DOCUMENT\tFORMAT\tFILES"}
		for _, r := range report.All {
			values = append(values, entry{"verdict", r.Name, r.Ext})
		}
		for _, r := range render.All {
			values = append(values, entry{"runbook", r.Name, r.Ext})
		}
		for _, r := range diff.All {
			values = append(values, entry{"diff", r.Name, r.Ext})
		}
		for _, e := range values {
			l.rows = append(l.rows, []string{e.Document, e.Name, strings.Replace("*"+e.Ext, "*/", "a folder", 1)})
		}
		l.value = values
		return l, nil
	}
	return listing{}, usageError{fmt.Errorf("there is no list of %q; the lists are %s", what, strings.Join(lists, ", "))}
}
