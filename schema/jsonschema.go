package schema

import (
	"embed"
	"fmt"
)

//go:embed *.schema.json
var schemaFiles embed.FS

// JSONSchema is the JSON Schema (draft 7) of a document: facts, verdict, runbook, diff, or input, which is what a rule sees. It
// is generated from the Go types and their comments; UPDATE=1 go test ./schema writes it anew.
func JSONSchema(document string) ([]byte, error) {
	text, err := schemaFiles.ReadFile(document + ".schema.json")
	if err != nil {
		return nil, fmt.Errorf("there is no document %q; the documents are facts, verdict, runbook, diff and input", document)
	}
	return text, nil
}
