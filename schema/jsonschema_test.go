package schema

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/invopop/jsonschema"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// generateSchema reflects a document's type and adds what its fact tags say.
func generateSchema(t *testing.T, name string, doc any) []byte {
	t.Helper()
	r := &jsonschema.Reflector{Anonymous: true}
	require.NoError(t, r.AddGoComments("github.com/mdiplan/mdiplan/schema", "."))
	// AddGoComments keys by package path and directory.
	for key, text := range r.CommentMap {
		r.CommentMap[strings.Replace(key, "schema/..", "schema.", 1)] = strings.Join(strings.Fields(text), " ")
	}
	raw, err := json.Marshal(r.Reflect(doc))
	require.NoError(t, err)
	raw = bytes.ReplaceAll(raw, []byte(`"#/$defs/`), []byte(`"#/definitions/`))
	var tree map[string]any
	require.NoError(t, json.Unmarshal(raw, &tree))
	defs := tree["$defs"].(map[string]any)
	delete(tree, "$defs")
	tree["definitions"] = defs
	tree["$schema"] = "http://json-schema.org/draft-07/schema#"
	tree["title"] = "mdiplan " + name
	for _, typ := range typesOf(reflect.TypeOf(doc).Elem(), map[reflect.Type]bool{}) {
		def, ok := defs[typ.Name()].(map[string]any)
		if !ok {
			continue
		}
		properties, _ := def["properties"].(map[string]any)
		for _, f := range layoutOf(typ).fields {
			property, ok := properties[f.name].(map[string]any)
			if !ok {
				continue
			}
			decorate(property, f.tag)
		}
	}
	var b bytes.Buffer
	require.NoError(t, Encode(&b, tree))
	return b.Bytes()
}

// decorate writes a tag's constraints into the innermost schema of a property.
func decorate(property map[string]any, t tag) {
	if len(t.from) > 0 {
		property["x-from"] = strings.Join(t.from, ", ")
	}
	if t.unit != "" {
		property["x-unit"] = t.unit
	}
	if len(t.open) > 0 {
		kinds := make([]string, len(t.open))
		for i, open := range t.open {
			kinds[i] = map[bool]string{true: "open", false: "closed"}[open]
		}
		property["x-map"], property["x-key"] = strings.Join(kinds, ", "), strings.Join(t.keys, ", ")
	}
	for range t.open {
		if inner, ok := property["additionalProperties"].(map[string]any); ok {
			property = inner
		}
	}
	if len(t.enum) > 0 {
		property["enum"] = t.enum
	}
	if t.format != "" {
		property["x-format"] = t.format
	}
	if t.min != nil {
		property["minimum"] = *t.min
	}
	if t.max != nil {
		property["maximum"] = *t.max
	}
}

func typesOf(t reflect.Type, seen map[reflect.Type]bool) []reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Map || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || seen[t] {
		return nil
	}
	seen[t] = true
	out := []reflect.Type{t}
	for i := range t.NumField() {
		out = append(out, typesOf(t.Field(i).Type, seen)...)
	}
	return out
}

func TestJSONSchemasAreCurrent(t *testing.T) {
	for name, doc := range map[string]any{"facts": &Facts{}, "verdict": &Verdict{}, "runbook": &Runbook{}, "diff": &Diff{}, "input": &RuleInput{}} {
		want := generateSchema(t, name, doc)
		file := name + ".schema.json"
		if os.Getenv("UPDATE") != "" {
			require.NoError(t, os.WriteFile(file, want, 0o644))
		}
		got, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got), "%s is out of date: UPDATE=1 go test ./schema", file)
	}
}

func TestFieldsDescribeTheWholeModel(t *testing.T) {
	fields := Fields()
	assert.Greater(t, len(fields), 480, "facts.md holds 497 rows, of which some are shapes")
	for _, f := range fields {
		assert.NotEmpty(t, f.Type, f.Path)
		assert.NotEmpty(t, f.From, f.Path)
	}
	memory, ok := FieldAt("server.memory_bytes")
	require.True(t, ok)
	assert.Equal(t, "int", memory.Type)
	assert.Equal(t, "host", memory.From[0])
	assert.Contains(t, memory.Description, "memory")
	_, ok = FieldAt("server.memory_bites")
	assert.False(t, ok)
}
