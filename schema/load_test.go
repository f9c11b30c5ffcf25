package schema

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func example(t testing.TB) []byte {
	t.Helper()
	src, err := os.ReadFile("testdata/example.json")
	require.NoError(t, err)
	return src
}

func TestLoadFactsReadsTheModelsExample(t *testing.T) {
	facts, diags := LoadFacts(bytes.NewReader(example(t)), "example.json", DefaultLimits)
	require.Empty(t, diags)
	assert.Equal(t, int64(17179869184), *facts.Servers["dc01.contoso.com"].MemoryBytes)
	assert.Nil(t, facts.Servers["dc02.contoso.com"].MemoryBytes, "what nobody read is absent")
	assert.NotNil(t, facts.Forests["contoso.com"].Trusts, "an empty closed map is knowledge")
	var once, twice bytes.Buffer
	require.NoError(t, Encode(&once, facts))
	again, diags := LoadFacts(bytes.NewReader(once.Bytes()), "again", DefaultLimits)
	require.Empty(t, diags)
	require.NoError(t, Encode(&twice, again))
	assert.Equal(t, once.String(), twice.String())
}

// doc wraps a body into a facts document whose first line is the body.
func doc(body string) string { return `{"schema": "mdiplan/facts/v1", ` + body + `}` }

func TestLoadFactsRefusesBadInput(t *testing.T) {
	for name, c := range map[string]struct{ in, code, pointer string }{
		"empty file":                 {"", "facts_empty_file", ""},
		"byte-order mark":            {"\ufeff" + doc(`"tenant": {}`), "facts_encoding", ""},
		"UTF-16":                     {"\xff\xfe{\x00}\x00", "facts_encoding", ""},
		"invalid UTF-8":              {doc("\"workspace\": {\"name\": \"a\xffb\"}"), "facts_encoding", "/workspace/name"},
		"truncated":                  {`{"schema": "mdiplan/facts/v1", "servers": {"dc01.`, "facts_truncated", ""},
		"not JSON":                   {doc(`"servers": ,`), "facts_syntax", ""},
		"YAML":                       {"schema: x\n", "facts_syntax", ""},
		"text after it":              {doc(`"tenant": {}`) + `{}`, "facts_syntax", ""},
		"a list":                     {`[]`, "facts_wrong_type", ""},
		"other version":              {`{"schema": "mdiplan/facts/v2"}`, "facts_wrong_schema", "/schema"},
		"no version":                 {`{"tenant": {}}`, "facts_missing_field", ""},
		"unknown field":              {doc(`"servers": {"a.b": {"memory_bites": 1}}`), "facts_unknown_field", "/servers/a.b/memory_bites"},
		"duplicate field":            {doc(`"tenant": {"country": "DE", "country": "FR"}`), "facts_duplicate_key", "/tenant/country"},
		"duplicate subject":          {doc(`"servers": {"a.b": {}, "a.b": {}}`), "facts_duplicate_key", "/servers/a.b"},
		"null":                       {doc(`"tenant": {"country": null}`), "facts_null", "/tenant/country"},
		"null subject":               {doc(`"tenant": null`), "facts_null", "/tenant"},
		"empty string":               {doc(`"tenant": {"country": ""}`), "facts_empty_string", "/tenant/country"},
		"wrong type":                 {doc(`"tenant": {"exists": "yes"}`), "facts_wrong_type", "/tenant/exists"},
		"fraction":                   {doc(`"servers": {"a.b": {"memory_bytes": 1.5}}`), "facts_wrong_type", "/servers/a.b/memory_bytes"},
		"huge integer":               {doc(`"servers": {"a.b": {"memory_bytes": 99999999999999999999}}`), "facts_out_of_range", "/servers/a.b/memory_bytes"},
		"negative":                   {doc(`"servers": {"a.b": {"memory_bytes": -1}}`), "facts_out_of_range", "/servers/a.b/memory_bytes"},
		"above its bound":            {doc(`"servers": {"a.b": {"audit_policy": {"0cce923f-69ae-11d9-bed3-505054503030": 4}}}`), "facts_out_of_range", "/servers/a.b/audit_policy/0cce923f-69ae-11d9-bed3-505054503030"},
		"enum":                       {doc(`"tenant": {"cloud": "comercial"}`), "facts_bad_enum", "/tenant/cloud"},
		"time without zone":          {doc(`"tenant": {"created_at": "2026-11-22T09:00:00"}`), "facts_bad_format", "/tenant/created_at"},
		"upper-case FQDN":            {doc(`"servers": {"DC01.contoso.com": {}}`), "facts_bad_key", "/servers/DC01.contoso.com"},
		"set with false":             {doc(`"forests": {"a.b": {"domains": {"a.b": false}}}`), "facts_wrong_value", "/forests/a.b/domains/a.b"},
		"ACE key":                    {doc(`"forests": {"a.b": {"configuration_sacl": {"AU;SA;0x00000001;;;S-1-1-0": {"type": "audit", "sid": "S-1-1-0", "mask": 2, "flags": 64, "object_type": "00000000-0000-0000-0000-000000000000", "inherited_object_type": "00000000-0000-0000-0000-000000000000"}}}}`), "facts_bad_key", "/forests/a.b/configuration_sacl/AU;SA;0x00000001;;;S-1-1-0"},
		"registry absent with value": {doc(`"servers": {"a.b": {"registry": {"x": {"present": false, "value": 1}}}}`), "facts_wrong_value", "/servers/a.b/registry/x"},
		"unknown source":             {doc(`"sections": {"/servers": {"source": "nobody", "status": "complete"}}`), "facts_unknown_source", "/sections/~1servers/source"},
		"too deep":                   {doc(`"tenant": ` + strings.Repeat("[", 100_000)), "facts_too_deep", ""},
	} {
		t.Run(name, func(t *testing.T) {
			facts, diags := LoadFacts(strings.NewReader(c.in), "bad.json", DefaultLimits)
			assert.Nil(t, facts)
			require.NotEmpty(t, diags)
			assert.Equal(t, c.code, diags[0].Code, "%+v", diags)
			if c.pointer != "" {
				assert.Equal(t, c.pointer, diags[0].Pointer)
			}
			require.NotNil(t, diags[0].Range)
		})
	}
}

func TestLoadFactsNamesEveryPlaceInOneRound(t *testing.T) {
	in := "{\n  \"schema\": \"mdiplan/facts/v1\",\n  \"tenant\": {\n    \"cloud\": \"cloudy\",\n    \"exists\": 1,\n    \"größe\": 1\n  }\n}"
	_, diags := LoadFacts(strings.NewReader(in), "three.json", DefaultLimits)
	require.Len(t, diags, 3)
	for i, want := range []struct {
		code       string
		line, from int
		width      int
	}{{"facts_bad_enum", 4, 14, 8}, {"facts_wrong_type", 5, 15, 1}, {"facts_unknown_field", 6, 5, 7}} {
		r := diags[i].Range
		assert.Equal(t, want.code, diags[i].Code)
		assert.Equal(t, want.line, r.Start.Line, want.code)
		assert.Equal(t, want.from, r.Start.Column, want.code)
		assert.Equal(t, want.width, r.End.Column-r.Start.Column, "columns count characters: %s", want.code)
	}
}

// endless claims a string without end; a loader that buffered it would never come back.
type endless struct{ head io.Reader }

func (e *endless) Read(p []byte) (int, error) {
	if n, err := e.head.Read(p); err == nil {
		return n, nil
	}
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func TestLoadFactsStopsAtLimits(t *testing.T) {
	_, diags := LoadFacts(&endless{strings.NewReader(`{"schema": "`)}, "endless", DefaultLimits)
	require.NotEmpty(t, diags)
	assert.Equal(t, "facts_string_too_long", diags[0].Code)

	small := DefaultLimits
	small.Bytes = 100
	_, diags = LoadFacts(bytes.NewReader(example(t)), "large", small)
	require.NotEmpty(t, diags)
	assert.Equal(t, "facts_too_large", diags[0].Code)

	few := DefaultLimits
	few.Entries = 1
	_, diags = LoadFacts(strings.NewReader(doc(`"servers": {"a.b": {}, "b.b": {}}`)), "many", few)
	require.NotEmpty(t, diags)
	assert.Equal(t, "facts_too_many_entries", diags[0].Code)
}

func FuzzLoadFacts(f *testing.F) {
	f.Add(example(f))
	f.Add([]byte(doc(`"servers": {"a.b": {"nics": {"x": {"addresses": {"192.0.2.1": 24}}}}}`)))
	f.Fuzz(func(t *testing.T, in []byte) {
		facts, diags := LoadFacts(bytes.NewReader(in), "fuzz", Limits{Bytes: 1 << 20, Depth: 32, StringBytes: 1 << 12, Entries: 1000})
		if facts == nil && !diags.HasErrors() {
			t.Fatal("refused without saying why")
		}
		if facts != nil {
			var b bytes.Buffer
			if err := Encode(&b, facts); err != nil {
				t.Fatal(err)
			}
			if _, diags := LoadFacts(&b, "again", DefaultLimits); diags.HasErrors() {
				t.Fatalf("what was written cannot be read: %v", diags)
			}
		}
	})
}
