# Parameters that an estate may override, with their bounds.
package mdi.tables

parameters := {"capacity.headroom": {
	"value": 0.15,
	"min": 0,
	"max": 0.9,
	"unit": "share of the cores",
	"date": "2026-07-02",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning",
}}
