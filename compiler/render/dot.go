package render

import (
	"bufio"
	"fmt"
	"io"

	"github.com/mdiplan/mdiplan/internal/quote"
	"github.com/mdiplan/mdiplan/schema"
)

var dot = Renderer{Name: "dot", Ext: ".dot", Render: renderDOT}

// colours are fill and line of each class, for languages without style sheets. They are those of page/picture.css.
var colours = map[string][2]string{
	"none": {"#eef3f8", "#7f9ab5"}, "replication": {"#efe7fc", "#8e6bc4"}, "service_restart": {"#fff3d1", "#b98a1c"}, "reboot": {"#ffe3d0", "#cb6a26"},
	"irreversible": {"#ffe0e1", "#cc3644"}, "held": {"#ffffff", "#6b747e"}, "satisfied": {"#dff4e5", "#4b9b69"},
}

// renderDOT writes the graph for Graphviz.
func renderDOT(w io.Writer, r schema.Runbook) error {
	g := graphOf(r)
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "// %s An arrow leads from a requirement to what requires it.%s\n", g.unit, g.turns())
	fmt.Fprintf(out, "digraph runbook {\n  label=%s\n  labelloc=t\n  fontname=\"sans-serif\"\n  compound=true\n", quote.DOT(title(r)))
	fmt.Fprint(out, "  node [shape=box style=\"rounded,filled\" fontname=\"sans-serif\" fontsize=10]\n  edge [color=\"#56606b\" arrowsize=0.6]\n")
	style := func(class string) string {
		c := colours[class]
		text := fmt.Sprintf("fillcolor=%q color=%q", c[0], c[1])
		switch class {
		case "held":
			text += ` style="rounded,filled,dashed"`
		case "irreversible":
			text += " penwidth=2"
		}
		return text
	}
	for band := range g.bands {
		fmt.Fprintf(out, "  subgraph cluster_%d {\n    label=%s\n    style=\"rounded\"\n    color=\"#d3d9e0\"\n", band, quote.DOT(g.heading(band)))
		for i, n := range g.nodes {
			if n.band == band {
				fmt.Fprintf(out, "    n%d [label=%s %s]\n", i, quote.DOT(n.title, n.detail()), style(n.class))
			}
		}
		fmt.Fprint(out, "  }\n")
	}
	for _, e := range g.edges {
		fmt.Fprintf(out, "  n%d -> n%d\n", e[0], e[1])
	}
	for band, b := range g.bands {
		for _, before := range b.after {
			_, last := g.ends(before)
			first, _ := g.ends(band)
			fmt.Fprintf(out, "  n%d -> n%d [ltail=cluster_%d lhead=cluster_%d style=dashed]\n", last, first, before, band)
		}
	}
	fmt.Fprint(out, "  subgraph cluster_legend {\n    label=\"Legend\"\n    style=\"rounded,dashed\"\n    color=\"#d3d9e0\"\n")
	for i, c := range g.classes() {
		fmt.Fprintf(out, "    legend%d [label=%s %s]\n", i, quote.DOT(c.Word), style(c.Name))
	}
	fmt.Fprint(out, "  }\n}\n")
	return out.Flush()
}
