package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/mdiplan/mdiplan/internal/quote"
	"github.com/mdiplan/mdiplan/schema"
)

// Reference writes the pages that describe the rules, by file name: README.md is the index, and every area has a page.
// The same rules give the same bytes.
func Reference(rules, decisions []schema.Rule) map[string][]byte {
	areas := map[string][]schema.Rule{}
	for _, r := range rules {
		areas[r.Area] = append(areas[r.Area], r)
	}
	var index strings.Builder
	fmt.Fprintf(&index, "# The rules\n\n%d rules in %d areas. Each is one file; this page and those it links to are written by `mdiplan policy docs`.\n\n", len(rules), len(areas))
	index.WriteString("| area | rules | blocker | high | medium | low | info |\n|---|--:|--:|--:|--:|--:|--:|\n")
	for _, area := range slices.Sorted(maps.Keys(areas)) {
		count := map[string]int{}
		for _, r := range areas[area] {
			count[r.Severity]++
		}
		fmt.Fprintf(&index, "| [%s](%s.md) | %d | %d | %d | %d | %d | %d |\n", strings.ReplaceAll(area, "_", " "), area, len(areas[area]),
			count["blocker"], count["high"], count["medium"], count["low"], count["info"])
	}
	index.WriteString("\n## Decisions\n\n| id | what is decided |\n|---|---|\n")
	for _, d := range decisions {
		fmt.Fprintf(&index, "| %s | %s |\n", d.ID, quote.Markdown(d.Title))
	}
	pages := map[string][]byte{"README.md": []byte(index.String())}
	for area, list := range areas {
		slices.SortFunc(list, func(a, b schema.Rule) int { return cmp.Compare(a.ID, b.ID) })
		var page strings.Builder
		fmt.Fprintf(&page, "# %s\n\nBack to [all rules](README.md).\n", strings.ReplaceAll(area, "_", " "))
		for _, r := range list {
			describe(&page, r)
		}
		pages[area+".md"] = []byte(page.String())
	}
	return pages
}

func describe(page *strings.Builder, r schema.Rule) {
	fmt.Fprintf(page, "\n## %s: %s\n\n%s\n\n", r.ID, quote.Markdown(r.Title), quote.Markdown(r.Description))
	row := func(name string, values ...string) {
		if len(values) > 0 && values[0] != "" {
			fmt.Fprintf(page, "- %s: %s\n", name, strings.Join(values, ", "))
		}
	}
	code := func(values []string) []string {
		out := make([]string, len(values))
		for i, v := range values {
			out[i] = quote.MarkdownCode(v)
		}
		return out
	}
	row("severity", r.Severity)
	row("judged for", r.Subject)
	row("generations", r.Generations...)
	row("roles", r.Roles...)
	row("profiles", r.Profiles...)
	row("basis", r.Basis)
	row("facts", code(r.Facts)...)
	row("remediation", code(r.Remediation)...)
	row("measured by", code(r.Measure)...)
	row("source", r.Source...)
	row("written in", code([]string{r.File})...)
}
