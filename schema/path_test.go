package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAPathBelongsToAServer(t *testing.T) {
	facts := &Facts{Servers: map[string]*Server{"dc01": {}, "sa01": {}}, Paths: map[string]*Path{
		"out":        {From: "dc01", To: "sensor.example", Class: "sensor_api"},
		"accounting": {From: "vpn01", To: "dc01", Class: "radius"},
		"syslog":     {From: "siem01", To: "sa01", Class: "syslog"},
		"events":     {From: "dc01", To: "sa01", Class: "event_forwarding"},
		"unnamed":    {From: "dc01", To: "sa01"},
		"from far":   {From: "vpn01", To: "dc01"},
		"nobody's":   {From: "vpn01", To: "siem01"},
	}}
	for key, of := range map[string]string{"out": "dc01", "accounting": "dc01", "syslog": "sa01", "events": "sa01", "unnamed": "dc01", "from far": "dc01", "nobody's": "vpn01", "absent": ""} {
		assert.Equal(t, of, facts.ServerOf(key), key)
	}
}
