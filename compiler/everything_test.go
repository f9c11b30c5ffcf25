package compiler

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const everything = "testdata/everything.mdi.hcl"

// TestEverythingInTheGrammarIsInTheSpecimen keeps the specimen complete: a new attribute has to be shown in it.
func TestEverythingInTheGrammarIsInTheSpecimen(t *testing.T) {
	src, err := os.ReadFile(everything)
	require.NoError(t, err)
	file, diags := hclsyntax.ParseConfig(src, everything, hcl.InitialPos)
	require.False(t, diags.HasErrors())
	written := map[string]bool{}
	var walk func(path string, body *hclsyntax.Body)
	walk = func(path string, body *hclsyntax.Body) {
		for name := range body.Attributes {
			written[path+name] = true
		}
		for _, b := range body.Blocks {
			walk(path+b.Type+".", b.Body)
		}
	}
	walk("", file.Body.(*hclsyntax.Body))
	var want func(path string, s *shape)
	want = func(path string, s *shape) {
		for name := range s.attrs {
			if path != "sensors." || name == "for_each" { // a set takes the attributes of a sensor
				assert.True(t, written[path+name], "%s%s is not shown", path, name)
			}
		}
		for name, inner := range s.blocks {
			if path != "declare." {
				want(path+name+".", inner)
			}
		}
	}
	want("", grammar)
}

// TestEverythingReachesTheRules resolves the specimen and looks for a field of the intent that stayed empty.
func TestEverythingReachesTheRules(t *testing.T) {
	src, err := os.ReadFile(everything)
	require.NoError(t, err)
	spec, diags := ParseSpec(map[string][]byte{everything: src}, nil)
	require.Empty(t, diags)
	facts := someFacts()
	facts.Servers["new.a.test"].Site = "HQ"
	intent, diags := Resolve(spec, facts, at)
	require.Empty(t, diags.Sorted())
	assert.Equal(t, "v2", intent.Sensors["dc02.a.test"].Generation, "the set found the server at FRA")
	require.NotNil(t, intent.Servers["new.a.test"])
	assert.Equal(t, "It is switched off next week", intent.Servers["new.a.test"].ExcludedReason)
	input := intent.Shared
	input.Sensor, input.Server, input.Wave = intent.Sensors["dc01.a.test"], intent.Servers["dc01.a.test"], intent.Waves["one"]
	// Two values belong to other subjects than this server.
	input.Server.ExcludedReason, input.Server.Excluded = intent.Servers["new.a.test"].ExcludedReason, intent.Servers["new.a.test"].Excluded
	input.Server.MirroredBy = intent.Servers["dc02.a.test"].MirroredBy
	var empty []string
	emptyFields("spec", reflect.ValueOf(input), &empty)
	assert.Empty(t, empty, "these never reach a rule")
	assert.Len(t, intent.Waivers, 1)
	assert.Len(t, intent.Severities, 1)
	assert.Len(t, intent.Parameters, 1)
	declared, diags := spec.Declared()
	require.Empty(t, diags)
	assert.Equal(t, "DE", declared.Tenant.Country)
	run := spec.Run(at, someFacts())
	assert.Equal(t, "v2-current", run.Profile)
	assert.Equal(t, "2026-11-01", run.PolicyDate)
	assert.EqualValues(t, 86400, *run.FactsMaxAgeSeconds)
}

func emptyFields(path string, v reflect.Value, empty *[]string) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			*empty = append(*empty, path)
			return
		}
		emptyFields(path, v.Elem(), empty)
	case reflect.Struct:
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			emptyFields(path+"."+name, v.Field(i), empty)
		}
	case reflect.Map:
		if v.Len() == 0 {
			*empty = append(*empty, path)
		}
		for it := v.MapRange(); it.Next(); {
			emptyFields(fmt.Sprintf("%s[%s]", path, it.Key()), it.Value(), empty)
		}
	case reflect.String, reflect.Slice:
		if v.Len() == 0 {
			*empty = append(*empty, path)
		}
	}
}

// TestFormatKeepsMeaningAndIsStable formats the specimen twice.
func TestFormatKeepsMeaningAndIsStable(t *testing.T) {
	src, err := os.ReadFile(everything)
	require.NoError(t, err)
	formatted := func(src []byte) string {
		t.Helper()
		out, diags := Format(src, everything)
		require.Empty(t, diags)
		return string(out)
	}
	once := formatted([]byte(strings.ReplaceAll(string(src), "  ", " ")))
	assert.Equal(t, once, formatted([]byte(once)))
	assert.Equal(t, string(src), formatted(src), "the specimen is formatted")
	_, diags := ParseSpec(map[string][]byte{everything: []byte(once)}, nil)
	assert.Empty(t, diags)
}

// TestFunctionsArePure keeps out what would make a spec depend on more than itself and the facts.
func TestFunctionsArePure(t *testing.T) {
	for _, name := range []string{"file", "fileexists", "templatefile", "env", "timestamp", "uuid", "bcrypt", "http"} {
		assert.NotContains(t, specFunctions, name)
		assert.NotContains(t, stepFunctions, name)
	}
}
