// Package report writes a verdict for people and machines. A renderer changes nothing it was given and decides nothing.
package report

import (
	"io"

	"github.com/mdiplan/mdiplan/schema"
)

// Renderer writes a verdict in one format.
type Renderer struct {
	// Name is what a user types after -o; Ext is the usual file extension.
	Name, Ext string
	// Render writes the whole document; the same verdict gives the same bytes.
	Render func(io.Writer, schema.Verdict) error
}

// All lists the formats, the default first.
var All = []Renderer{terminal, jsonVerdict}

var jsonVerdict = Renderer{Name: "json", Ext: ".json", Render: func(w io.Writer, v schema.Verdict) error { return schema.Encode(w, v) }}
