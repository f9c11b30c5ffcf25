package schema

import (
	"bytes"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestValuesAreWhatLookupFinds holds the walk to the other way in, and both spellings of a subject to each other.
func TestValuesAreWhatLookupFinds(t *testing.T) {
	facts, diags := LoadFacts(bytes.NewReader(example(t)), "example.json", DefaultLimits)
	require.Empty(t, diags)
	var pointers []string
	for names, value := range facts.Values() {
		pointer := Pointer(names...)
		pointers = append(pointers, pointer)
		assert.Equal(t, names, PointerNames(pointer))
		found, ok := Lookup(facts, names)
		require.True(t, ok, pointer)
		if _, whole := value.(map[string]any); !whole {
			assert.Equal(t, found, value, pointer)
		}
		path, ok := Canonical(names)
		assert.True(t, ok, pointer)
		assert.NotEmpty(t, path)
		if s := SubjectAt(names); s.PointerTo() != "" {
			assert.Contains(t, pointer, s.PointerTo())
		}
	}
	assert.Greater(t, len(pointers), 100)
	assert.Len(t, slices.Compact(slices.Sorted(slices.Values(pointers))), len(pointers), "each once")
	for range facts.Values() {
		break // a reader may stop
	}
}

func TestEnumeratedTellsClosedMapsFromOpenOnes(t *testing.T) {
	for pointer, want := range map[string]bool{"/servers": false, "/servers/dc01.a.test/nics": true, "/servers/dc01.a.test": false,
		"/servers/dc01.a.test/nics/A": false, "/servers/dc01.a.test/member_of": true, "/paths/a->b/ports": false, "/servers/x/nothing": false} {
		assert.Equal(t, want, Enumerated(PointerNames(pointer)), pointer)
	}
}

func TestSchemaOfReadsOnlyThat(t *testing.T) {
	for text, want := range map[string]string{`{"a":{"schema":"x"},"schema":"y"}`: "y", `{"schema":1}`: "", `[]`: "", `{"a":`: "", ``: "", "\xef\xbb\xbf{}": ""} {
		assert.Equal(t, want, SchemaOf([]byte(text)), text)
	}
}
