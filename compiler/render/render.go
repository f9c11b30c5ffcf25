// Package render writes a runbook in the formats that people and machines read. A renderer changes nothing it was given
// and decides nothing: what it prints stands in the runbook. All text from outside goes through the quoting function of
// the target language.
package render

import (
	"io"

	"github.com/mdiplan/mdiplan/schema"
)

// Renderer writes a runbook in one format, either as a document or as a folder: one of Render and Files is set.
type Renderer struct {
	// Name is what a user types after -o; Ext is the usual file extension, "/" for a folder.
	Name, Ext string
	// Render writes the whole document; the same runbook gives the same bytes.
	Render func(io.Writer, schema.Runbook) error
	// Files makes the content of a folder, by path with forward slashes, the manifest among it; the same runbook gives the
	// same bytes.
	Files func(schema.Runbook) (map[string][]byte, error)
}

// All lists the formats, the default first.
var All = []Renderer{markdown, html, jsonRunbook, powershell, powershellBundle, ansible, svg, dot, mermaid, csvTasks, csvRaw, ical}

var jsonRunbook = Renderer{Name: "json", Ext: ".json", Render: func(w io.Writer, r schema.Runbook) error { return schema.Encode(w, r) }}
