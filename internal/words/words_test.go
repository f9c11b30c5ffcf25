package words

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestValue(t *testing.T) {
	for _, c := range []struct {
		name string
		v    any
		want string
	}{
		{"server.memory_bytes", int64(6442450944), "6 GiB"},
		{"memory_bytes", 2684354560.0, "2.5 GiB"},
		{"memory_bytes", int64(-8589934592), "-8 GiB"},
		{"free_bytes", int64(1023), "1023 bytes"},
		{"free_bytes", int64(1024), "1 KiB"},
		{"window_seconds", int64(900), "15 min"},
		{"window_seconds", int64(59), "59 s"},
		{"window_seconds", 0.5, "0.5 s"},
		{"max_age_seconds", int64(5400), "1 h 30 min"},
		{"max_age_seconds", int64(86400), "24 h"},
		{"max_age_seconds", int64(172800), "2 d"},
		{"max_age_seconds", int64(604801), "7 d 1 s"},
		{"processor_state_min_percent", int64(15), "15 %"},
		{"busy_packets_per_second", int64(61200), "61,200 packets/s"},
		{"busy_packets_per_second", int64(1234567), "1,234,567 packets/s"},
		{"busy_packets_per_second", int64(999), "999 packets/s"},
		{"build", int64(17763), "17763"},
		{"cores", 0.30000000000000004, "0.3"},
		{"x", json.Number("3"), "3"},
		{"x", nil, "nothing"},
		{"x", true, "true"},
		{"x", "an account in the forest", "an account in the forest"},
		{"x", "", `""`},
		{"x", "open false, required open false", `"open false, required open false"`},
		{"x", []any{}, "none"},
		{"x", map[string]any{}, "none"},
		{"x", []any{"a", "b"}, "a, b"},
		{"x", []any{1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0}, "1, 2, 3, 4, 5 and 2 more"},
		{"x", map[string]any{"free_bytes": 1024.0, "names": []any{"a", "b"}, "left_over": map[string]any{"y": true}}, "free 1 KiB, left over (y true), names [a, b]"},
		{"x", map[string]any{"packets_per_second": 12000.0}, "12,000 packets/s"},
	} {
		assert.Equal(t, c.want, Value(c.name, c.v))
	}
}

func TestAgainst(t *testing.T) {
	for _, c := range []struct{ name, observed, required, want string }{
		{"memory_bytes", `4294967296`, `6442450944`, "4 GiB, required 6 GiB"},
		{"memory_bytes", `6442450943`, `6442450944`, "6442450943, required 6442450944"},
		{"", `{"open": false, "to": "api"}`, `{"open": true, "to": "api"}`, "open false, to api; required open true"},
		{"", `{"open": true}`, `{"open": true}`, "open true; required open true"},
		{"", `{"domains": 2}`, `"one domain"`, "domains 2; required one domain"},
		// The arithmetic of a rule, as JSON has it.
		{"", `{"packets_per_second": 61200, "cores_left": 3.7, "arithmetic": [{"unit": "cores", "left": 3.7, "needed": 5.5,
			"terms": [{"name": "cores", "value": 8}, {"name": "used at peak", "value": -3.1}, {"name": "reserve", "value": -1.2, "share": 0.15}]}]}`, `{"cores_left": 5.5}`,
			"8 cores - 3.1 used at peak - 1.2 reserve (15 %) = 3.7 left, 5.5 needed at 61,200 packets/s, short by 1.8"},
		// Only what falls short is said when something does; otherwise all of it.
		{"", `{"arithmetic": [{"unit": "cores", "left": 4, "needed": 2, "terms": [{"name": "cores", "value": 4}]}, {"unit": "bytes", "left": 1024, "needed": 2048, "terms": [{"name": "memory", "value": 1024}]}]}`, `{}`,
			"1 KiB memory = 1 KiB left, 2 KiB needed, short by 1 KiB"},
		{"", `{"arithmetic": [{"unit": "cores", "left": 4, "needed": 2, "terms": [{"name": "cores", "value": 3}, {"name": "added", "value": 1}]}]}`, `{}`, "3 cores + 1 added = 4 left, 2 needed"},
		// What is no arithmetic is shown as it is.
		{"", `{"arithmetic": ["x"]}`, `{}`, "arithmetic x; required none"},
	} {
		var observed, required any
		require.NoError(t, json.Unmarshal([]byte(c.observed), &observed))
		require.NoError(t, json.Unmarshal([]byte(c.required), &required))
		assert.Equal(t, c.want, Against(c.name, observed, required))
	}
}
