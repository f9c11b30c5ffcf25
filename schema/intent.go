package schema

import "slices"

// Choose writes a choice of policy where the spec left it open. A choice that has no place in the spec is only recorded.
func (i *Intent) Choose(d Decision) {
	if d.Choice == "" || d.Source == "asked" {
		return
	}
	sensor := i.Sensors[d.Subject.Key]
	switch d.Name {
	case "sensor_generation":
		if sensor != nil {
			sensor.Generation = d.Choice
		}
	case "dsa_kind":
		ensure(&i.Shared.DSA).Kind = d.Choice
	case "retrieval_group":
		if dsa := i.Shared.DSA; dsa != nil && dsa.Accounts[d.Subject.Key] != nil {
			dsa.Accounts[d.Subject.Key].Readers = d.Choice
		}
	case "connectivity":
		ensure(&i.Shared.Connectivity).Method = d.Choice
	case "auditing_method":
		ensure(&i.Shared.Auditing).Method = d.Choice
	case "update_ring":
		if sensor != nil {
			delayed := d.Choice == "delayed"
			sensor.DelayedUpdate = &delayed
		}
	case "installation":
		if sensor != nil {
			unattended := d.Choice == "silent"
			sensor.Unattended = &unattended
		}
	case "remote_sam":
		i.Shared.RemoteSAM = d.Choice
	case "action_account":
		ensure(&i.Shared.ActionAccount).Mode = d.Choice
	}
}

// ensure is the value a pointer leads to, made when there is none.
func ensure[T any](p **T) *T {
	if *p == nil {
		*p = new(T)
	}
	return *p
}

// Mirrors pairs standalone sensors with the controllers whose traffic is mirrored to them, as planned or as declared: each
// is listed under the other.
func Mirrors(facts *Facts, intent *Intent) map[string][]string {
	out := map[string][]string{}
	pair := func(sensor string, dcs Set) {
		for dc := range dcs {
			if !slices.Contains(out[sensor], dc) {
				out[sensor], out[dc] = append(out[sensor], dc), append(out[dc], sensor)
			}
		}
	}
	for key, p := range intent.Sensors {
		pair(key, p.MirroredDCs)
	}
	for key, r := range facts.Sensors {
		if r.Mirror != nil {
			pair(key, r.Mirror.DCs)
		}
	}
	return out
}
