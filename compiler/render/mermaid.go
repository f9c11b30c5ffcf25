package render

import (
	"bufio"
	"fmt"
	"io"

	"github.com/mdiplan/mdiplan/internal/quote"
	"github.com/mdiplan/mdiplan/schema"
)

var mermaid = Renderer{Name: "mermaid", Ext: ".mmd", Render: renderMermaid}

// renderMermaid writes the graph as a flow chart of Mermaid. Identifiers are ours; names are labels.
func renderMermaid(w io.Writer, r schema.Runbook) error {
	g := graphOf(r)
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "%%%% %s An arrow leads from a requirement to what requires it.%s\nflowchart TB\n", g.unit, g.turns())
	for band := range g.bands {
		fmt.Fprintf(out, "  subgraph band%d [%s]\n", band, quote.Mermaid(g.heading(band)))
		for i, n := range g.nodes {
			if n.band == band {
				fmt.Fprintf(out, "    n%d[%s]:::%s\n", i, quote.Mermaid(n.title+" - "+n.detail()), n.class)
			}
		}
		fmt.Fprint(out, "  end\n")
	}
	for _, e := range g.edges {
		fmt.Fprintf(out, "  n%d --> n%d\n", e[0], e[1])
	}
	for band, b := range g.bands {
		for _, before := range b.after {
			_, last := g.ends(before)
			first, _ := g.ends(band)
			fmt.Fprintf(out, "  n%d -. all of the wave .-> n%d\n", last, first)
		}
	}
	fmt.Fprint(out, "  subgraph legend [\"Legend\"]\n")
	for i, c := range g.classes() {
		fmt.Fprintf(out, "    legend%d[%s]:::%s\n", i, quote.Mermaid(c.Word), c.Name)
	}
	fmt.Fprint(out, "  end\n")
	for _, c := range g.classes() {
		extra := ""
		switch c.Name {
		case "held":
			extra = ",stroke-dasharray:5 3"
		case "irreversible":
			extra = ",stroke-width:2px"
		}
		fmt.Fprintf(out, "  classDef %s fill:%s,stroke:%s,color:#1b2026%s\n", c.Name, colours[c.Name][0], colours[c.Name][1], extra)
	}
	fmt.Fprint(out, "  classDef band fill:#f5f7f9,stroke:#d3d9e0,color:#1b2026\n")
	for band := range g.bands {
		fmt.Fprintf(out, "  class band%d band\n", band)
	}
	fmt.Fprint(out, "  class legend band\n")
	return out.Flush()
}
