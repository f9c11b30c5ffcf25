package schema

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func parse(t *testing.T, text string) *Facts {
	t.Helper()
	f, diags := LoadFacts(strings.NewReader(`{"schema":"mdiplan/facts/v1",`+text[1:]), "test", DefaultLimits)
	require.Empty(t, diags)
	return f
}

func section(pointer, source, at string) string {
	return `"sources":{"` + source + `":{"collector":"ad"}},"sections":{"` + pointer + `":{"source":"` + source + `","status":"complete","read_at":"` + at + `"}}`
}

func encoded(t *testing.T, f *Facts) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, Encode(&b, f))
	return b.String()
}

func TestMergeTakesTheNewerAndSaysSo(t *testing.T) {
	older := parse(t, `{`+section("/servers", "a", "2026-11-01T00:00:00Z")+`,"servers":{"x.test":{"site":"OLD","netbios_name":"X"}}}`)
	newer := parse(t, `{`+section("/servers", "b", "2026-11-02T00:00:00Z")+`,"servers":{"x.test":{"site":"NEW"},"y.test":{"site":"HQ"}}}`)
	for _, order := range [][]*Facts{{older, newer}, {newer, older}} {
		merged, diags := Merge(order...)
		assert.Equal(t, "NEW", merged.Servers["x.test"].Site)
		assert.Equal(t, "X", merged.Servers["x.test"].NetbiosName, "what only one knows is kept")
		assert.Len(t, merged.Servers, 2)
		require.Len(t, diags, 1)
		assert.Equal(t, "facts_conflict", diags[0].Code)
		assert.Equal(t, "/servers/x.test/site", diags[0].Pointer)
		assert.Contains(t, diags[0].Detail, "a 2026-11-01")
		assert.Contains(t, diags[0].Detail, "value of b is taken")
		s, _ := merged.SectionFor("/servers/x.test/netbios_name", true)
		assert.Equal(t, "a", s.Source, "provenance follows the value")
		s, _ = merged.SectionFor("/servers/x.test/site", true)
		assert.Equal(t, "b", s.Source)
	}
}

func TestADisagreementAtOneTimeStaysInTheDocument(t *testing.T) {
	const at = "2026-11-01T00:00:00Z"
	a := parse(t, `{`+section("/servers", "a", at)+`,"servers":{"x.test":{"site":"1","netbios_name":"X"}}}`)
	b := parse(t, `{`+section("/servers", "b", at)+`,"servers":{"x.test":{"site":"2","netbios_name":"X"}}}`)
	c := parse(t, `{`+section("/servers", "c", at)+`,"servers":{"x.test":{"site":"3"}}}`)
	merged, diags := Merge(b, a)
	require.Len(t, diags, 1)
	assert.Equal(t, &Section{Source: "a", Status: "complete", ReadAt: at, Conflict: "b says \"2\""}, merged.Sections["/servers/x.test/site"])
	assert.Equal(t, "1", merged.Servers["x.test"].Site)
	s, pointer := merged.SectionFor("/servers/x.test/netbios_name", true)
	assert.Empty(t, s.Conflict, "they agree on the rest: %s", pointer)
	assert.Equal(t, &Section{Source: "b", Status: "complete", ReadAt: at}, b.Sections["/servers"], "what goes in is left as it is")
	_, diags = LoadFacts(strings.NewReader(encoded(t, merged)), "merged", DefaultLimits)
	assert.Empty(t, diags, "what is written can be read")
	merged, _ = Merge(a, b, c)
	assert.Equal(t, "a", merged.Sections["/servers/x.test/site"].Source)
	assert.Contains(t, merged.Sections["/servers/x.test/site"].Conflict, "c says \"3\"")
	assert.Contains(t, merged.Sections["/servers/x.test/site"].Conflict, "b says \"2\"")
}

func TestMergeDoesNotDependOnTheOrder(t *testing.T) {
	docs := []*Facts{
		parse(t, `{`+section("/servers", "a", "2026-11-01T00:00:00Z")+`,"servers":{"x.test":{"site":"1"}}}`),
		parse(t, `{`+section("/servers/x.test", "a", "2026-11-01T00:00:00Z")+`,"servers":{"x.test":{"site":"2","os_family":"ws2022"}}}`),
		parse(t, `{`+section("/domains", "c", "2026-11-03T00:00:00Z")+`,"domains":{"test.test":{"root_sacl":{}}}}`),
	}
	first, firstDiags := Merge(docs[0], docs[1], docs[2])
	for _, order := range [][3]int{{0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		again, diags := Merge(docs[order[0]], docs[order[1]], docs[order[2]])
		assert.Equal(t, encoded(t, first), encoded(t, again))
		assert.Equal(t, firstDiags, diags)
	}
	assert.Empty(t, docs[0].Servers["x.test"].OSFamily, "what goes in is left as it is")
}

func TestClosedMapsAreTakenWhole(t *testing.T) {
	older := parse(t, `{`+section("/domains", "a", "2026-11-01T00:00:00Z")+`,"domains":{"a.test":{"cert_publishers":{"old.a.test":true,"both.a.test":true}}}}`)
	newer := parse(t, `{`+section("/domains", "b", "2026-11-02T00:00:00Z")+`,"domains":{"a.test":{"cert_publishers":{"both.a.test":true}}}}`)
	merged, diags := Merge(older, newer)
	assert.Equal(t, Set{"both.a.test": true}, merged.Domains["a.test"].CertPublishers, "a missing key of an enumeration is known not to exist")
	assert.Len(t, diags, 1)
}

func TestPatchIsAMergePatch(t *testing.T) {
	s := &Server{Site: "HQ", Registry: map[string]*RegistryValue{"a": {Type: "dword", Value: int64(1)}}, AuditPolicy: map[string]int64{"x": 1}}
	copied := Clone(s)
	require.NoError(t, Patch(s, map[string]any{"site": "FRA", "memory_bytes": int64(8 << 30), "audit_policy": map[string]any{"y": int64(3), "x": nil}}))
	assert.Equal(t, "FRA", s.Site)
	assert.EqualValues(t, 8<<30, *s.MemoryBytes)
	assert.Equal(t, map[string]int64{"y": 3}, s.AuditPolicy, "objects merge, null removes")
	assert.Equal(t, "HQ", copied.Site, "a clone shares nothing")
	assert.Equal(t, map[string]int64{"x": 1}, copied.AuditPolicy)
	assert.Error(t, Patch(s, map[string]any{"no_such_field": true}))
	assert.Error(t, Patch(s, map[string]any{"memory_bytes": "much"}))
}

func TestDiagnosticsUnderlineTheirPlace(t *testing.T) {
	src := []byte("deployment \"d\" {\n  profile = \"v9\"\n}\n")
	var b strings.Builder
	FormatDiagnostics(&b, Diagnostics{{Severity: "error", Code: "spec_unknown_value", Summary: "Unknown value", Detail: "Did you mean v3-current?",
		Range: &Range{Filename: "d.mdi.hcl", Start: Position{Line: 2, Column: 13, Byte: 29}, End: Position{Line: 2, Column: 17, Byte: 33}}}}, map[string][]byte{"d.mdi.hcl": src}, false)
	assert.Contains(t, b.String(), "spec_unknown_value")
	assert.Contains(t, b.String(), "d.mdi.hcl")
	assert.Contains(t, b.String(), `profile = "v9"`)
	assert.Contains(t, b.String(), "Did you mean v3-current?")
	assert.NotContains(t, b.String(), "\x1b")
}
