package policies

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNearIsATenthOfTheLimit(t *testing.T) {
	type object = map[string]any
	for _, c := range []struct {
		name               string
		observed, required any
		want               bool
	}{
		{"server.memory_bytes", int64(110), int64(100), true},
		{"server.memory_bytes", int64(111), int64(100), false},
		{"server.memory_bytes", int64(90), int64(100), true},
		{"server.memory_bytes", 89.9, int64(100), false},
		{"server.memory_bytes", int64(100), int64(100), true},
		{"server.audit_policy.<key>", int64(3), int64(3), false}, // a code, not a measure
		{"", true, true, false},
		{"", "100", "100", false},
		{"", object{"cores_left": 2.1, "x": int64(1)}, object{"cores_left": int64(2)}, true},
		{"", object{"cores_left": 3.0}, object{"cores_left": int64(2)}, false},
		{"", object{"policy": int64(3)}, object{"policy": int64(3)}, false},
		{"", object{"cores_left": 2.1}, int64(2), false},
		{"server.memory_bytes", int64(0), int64(0), true},
	} {
		assert.Equal(t, c.want, near(c.name, c.observed, c.required), "%s: %v against %v", c.name, c.observed, c.required)
	}
}
