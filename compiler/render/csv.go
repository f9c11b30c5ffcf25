package render

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/mdiplan/mdiplan/internal/quote"
	"github.com/mdiplan/mdiplan/schema"
)

// Two values: what people open in a spreadsheet, where a name must not become a formula, and the same table for programs,
// as it is.
var (
	csvTasks = Renderer{Name: "csv", Ext: ".csv", Render: func(w io.Writer, r schema.Runbook) error {
		return writeCSV(w, r, func(text string) string { return quote.Formula(quote.Visible(text)) })
	}}
	csvRaw = Renderer{Name: "csv-raw", Ext: ".csv", Render: func(w io.Writer, r schema.Runbook) error {
		return writeCSV(w, r, func(text string) string { return text })
	}}
)

// columns are the task list. Lists in a cell are separated by semicolons, times are RFC 3339 in UTC, durations are
// hours, minutes and seconds.
var columns = []struct {
	name string
	of   func(schema.Step) string
}{
	{"number", func(s schema.Step) string {
		if s.Number == 0 {
			return ""
		}
		return fmt.Sprint(s.Number)
	}},
	{"id", func(s schema.Step) string { return s.ID }},
	{"title", func(s schema.Step) string { return s.Title }},
	{"subject", func(s schema.Step) string { return s.Subject.String() }},
	{"wave", func(s schema.Step) string { return waveName(s.Wave) }},
	{"state", func(s schema.Step) string { return string(s.State) }},
	{"who", func(s schema.Step) string { return s.Who }},
	{"privilege", func(s schema.Step) string { return s.Privilege }},
	{"runs_on", func(s schema.Step) string { return s.RunsOn }},
	{"risk", riskOf},
	{"duration", func(s schema.Step) string { return clock(s.DurationSeconds) }},
	{"wait", func(s schema.Step) string { return clock(s.WaitSeconds) }},
	{"start", func(s schema.Step) string { return s.StartsAt }},
	{"end", func(s schema.Step) string { return s.EndsAt }},
	{"requires", func(s schema.Step) string { return strings.Join(s.Requires, "; ") }},
	{"because", func(s schema.Step) string {
		var out []string
		for _, f := range s.Because {
			out = append(out, f.Rule+" at "+f.Subject.String())
		}
		return strings.Join(out, "; ")
	}},
	{"verify", func(s schema.Step) string { return s.Verify }},
	{"undo", func(s schema.Step) string { return s.Undo }},
	{"held", func(s schema.Step) string { return strings.Join(slices.Concat(s.Held, s.Release), "; ") }},
}

// clock is a duration as spreadsheets read it.
func clock(seconds int64) string {
	return fmt.Sprintf("%d:%02d:%02d", seconds/3600, seconds%3600/60, seconds%60)
}

func writeCSV(w io.Writer, r schema.Runbook, cell func(string) string) error {
	var line bytes.Buffer
	// UseCRLF would also change the line breaks inside a value.
	out := csv.NewWriter(&line)
	row := make([]string, len(columns))
	write := func() error {
		line.Reset()
		if err := out.Write(row); err != nil {
			return err
		}
		out.Flush()
		_, err := fmt.Fprintf(w, "%s\r\n", bytes.TrimSuffix(line.Bytes(), []byte("\n")))
		return err
	}
	for i, c := range columns {
		row[i] = c.name
	}
	if err := write(); err != nil {
		return err
	}
	for _, s := range r.Steps {
		for i, c := range columns {
			row[i] = cell(c.of(s))
		}
		if err := write(); err != nil {
			return err
		}
	}
	return nil
}
