package render

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/mdiplan/mdiplan/internal/quote"
	"github.com/mdiplan/mdiplan/schema"
)

var svg = Renderer{Name: "svg", Ext: ".svg", Render: renderSVG}

//go:embed page
var pageFiles embed.FS

// parsePages reads the page and its pictures. What stands in the files is ours and static; values are escaped by
// html/template for the place they go to, in SVG as in HTML.
func parsePages() *template.Template {
	return template.Must(template.New("").Funcs(pageFuncs).ParseFS(pageFiles, "page/*"))
}

// pages is not read before it is needed, since every command would wait for it.
var pages = sync.OnceValue(parsePages)

// picture is the graph as shapes.
type picture struct {
	Title, Text        string
	Top, Width, Height int
	// Alone says that the picture is a file and brings its styles along.
	Alone bool
	// Part numbers the pictures of a page that hold one graph between them.
	Part   int
	Frames []pictureFrame
	Edges  []pictureEdge
	Boxes  []pictureBox
	Legend []pictureSign
}

type pictureFrame struct {
	X, Y, W, H, TextX, TextY int
	Label                    string
}

type pictureEdge struct {
	Path        string
	Arrow       bool
	top, bottom int
}

type pictureBox struct {
	X, Y, W, H          int
	Class, Hint, Detail string
	Lines               []pictureLine
}

type pictureLine struct {
	Y    int
	Text string
}

type pictureSign struct {
	X, Y, TextX, TextY int
	Class, Word        string
}

func renderSVG(w io.Writer, r schema.Runbook) error {
	p := pictureOf(r)
	p.Alone = true
	return pages().ExecuteTemplate(w, "graph", p)
}

func pictureOf(r schema.Runbook) picture {
	g := graphOf(r)
	l := layoutOf(g)
	p := picture{
		Title: "What comes before what", Width: max(l.width, 560), Height: l.height,
		Text: fmt.Sprintf("%s An arrow leads from a requirement to what requires it; arrows that follow from others are left out. The batches of a wave follow each other as the schedule lists them. %d boxes, %d arrows.", g.unit, len(g.nodes), len(g.edges)) + g.turns(),
	}
	for i, f := range l.frames {
		p.Frames = append(p.Frames, pictureFrame{f.x, f.y, f.w, f.h, f.x + 10, f.y + 17, cut(quote.Visible(g.heading(i)), f.w/8)})
	}
	for _, e := range l.lines {
		half := (e.y2 - e.y1) / 2
		path := fmt.Sprintf("M%d %dC%d %d %d %d %d %d", e.x1, e.y1, e.x1, e.y1+half, e.x2, e.y2-half, e.x2, e.y2)
		if e.through > 0 {
			path += fmt.Sprintf("v%d", e.through)
		}
		p.Edges = append(p.Edges, pictureEdge{path, e.through == 0, e.y1, e.y2 + e.through})
	}
	for i, n := range g.nodes {
		box := pictureBox{X: l.boxes[i].x, Y: l.boxes[i].y, W: l.boxes[i].w, H: l.boxes[i].h, Class: n.class, Detail: cut(quote.Visible(n.detail()), 37), Hint: quote.Visible(n.title + ": " + n.detail())}
		for j, text := range wrap(quote.Visible(n.title), 28, 2) {
			box.Lines = append(box.Lines, pictureLine{17 + 15*j, text})
		}
		p.Boxes = append(p.Boxes, box)
	}
	p.legend(g)
	return p
}

// parts cuts the picture between the bands. One below the other they look like the whole, and paper can be changed between
// them.
func (p picture) parts() []picture {
	var out []picture
	for i, f := range p.Frames {
		part := picture{Part: i + 1, Title: f.Label, Text: p.Text, Width: p.Width, Top: f.Y - 2}
		bottom := f.Y + f.H + 2
		if i+1 < len(p.Frames) {
			bottom = p.Frames[i+1].Y - 2
		} else {
			bottom, part.Legend = p.Height, p.Legend
		}
		part.Height = bottom - part.Top
		part.Frames = p.Frames[i : i+1]
		part.Boxes = filter(p.Boxes, func(b pictureBox) bool { return b.Y >= part.Top && b.Y < bottom })
		part.Edges = filter(p.Edges, func(e pictureEdge) bool { return e.top < bottom && e.bottom > part.Top })
		out = append(out, part)
	}
	return out
}

// turns says what the picture cannot show.
func (g graph) turns() string {
	if g.against == 0 {
		return ""
	}
	return fmt.Sprintf(" %d more requirements point back, because steps of two boxes take turns; the list of steps has them.", g.against)
}

// legend explains the colours that occur, below the picture.
func (p *picture) legend(g graph) {
	x, y := 8, p.Height+10
	for _, c := range g.classes() {
		width := 40 + 6*len(c.Word)
		if x+width > p.Width && x > 8 {
			x, y = 8, y+18
		}
		p.Legend = append(p.Legend, pictureSign{x, y, x + 22, y + 10, c.Name, c.Word})
		x += width
	}
	p.Height = y + 20
}

// wrap breaks a text into lines of at most so many characters and cuts what does not fit.
func wrap(text string, width, lines int) []string {
	var out []string
	line := ""
	for _, word := range strings.Fields(text) {
		switch {
		case line == "":
			line = word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= width:
			line += " " + word
		case len(out) == lines-1:
			line += " " + word // cut below
		default:
			out = append(out, cut(line, width))
			line = word
		}
	}
	return append(out, cut(line, width))
}

func cut(text string, width int) string {
	if runes := []rune(text); len(runes) > width {
		return string(runes[:width-1]) + "…"
	}
	return text
}
