package compiler

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/zclconf/go-cty/cty"
)

// TestTimesAndWhatNobodyRead calls the functions that are not Terraform's.
func TestTimesAndWhatNobodyRead(t *testing.T) {
	call := func(name string, args ...cty.Value) cty.Value {
		t.Helper()
		v, err := stepFunctions[name].Call(args)
		require.NoError(t, err, name)
		return v
	}
	text := func(s string) cty.Value { return cty.StringVal(s) }
	assert.Equal(t, "2026-11-23T23:00:00Z", call("timeadd", text("2026-11-24T09:00:00Z"), text("-10h")).AsString())
	assert.Equal(t, "2026-11-24T10:00:01+01:00", call("timeadd", text("2026-11-24T10:00:00+01:00"), text("1s")).AsString())
	assert.True(t, call("seconds_between", text("2026-11-24T09:00:00Z"), text("2026-11-24T10:30:00Z")).RawEquals(cty.NumberIntVal(5400)))
	assert.True(t, call("seconds_between", text("2026-11-24T09:00:00Z"), text("2026-11-24T08:59:00Z")).RawEquals(cty.NumberIntVal(-60)))
	assert.False(t, call("timeadd", cty.UnknownVal(cty.String), text("1s")).IsKnown())
	assert.False(t, call("seconds_between", cty.UnknownVal(cty.String), text("2026-11-24T09:00:00Z")).IsKnown())
	for _, args := range [][]cty.Value{{text("today"), text("1s")}, {text("2026-11-24T09:00:00Z"), text("a while")}} {
		_, err := stepFunctions["timeadd"].Call(args)
		assert.Error(t, err)
	}
	_, err := stepFunctions["seconds_between"].Call([]cty.Value{text("2026-11-24T09:00:00Z"), text("then")})
	assert.Error(t, err)

	assert.Equal(t, "read", call("told", text("read"), text("else")).AsString())
	assert.Equal(t, "else", call("told", cty.DynamicVal, text("else")).AsString())
	assert.Equal(t, "else", call("told", cty.UnknownVal(cty.String), text("else")).AsString())
	assert.True(t, call("told", cty.NullVal(cty.String), text("else")).IsNull(), "what is null was told")
}
