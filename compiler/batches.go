package compiler

import (
	"cmp"
	"slices"

	"github.com/mdiplan/mdiplan/schema"
)

// batchRank is the place of a server in its wave: writable controllers first, those that are alone in their site after the
// others, then read-only ones, the PDC emulator after
// both, then role servers, which rely on controllers: authorities, AD FS nodes before the primary that they write through,
// the Entra Connect server that stages before the active one.
func (e *estate) batchRank(fqdn string) int {
	server := e.facts.Servers[fqdn]
	switch {
	case server != nil && server.FSMO["pdc_emulator"]:
		return pdcRank
	case e.hasRole(fqdn, "rodc"):
		return 2
	case e.hasRole(fqdn, "dc"):
		if e.choices["stand_in"][schema.Subject{Kind: "sensor", Key: fqdn}] == "other_sites" {
			return 1
		}
		return 0
	case e.hasRole(fqdn, "adcs"):
		return 4
	case e.hasRole(fqdn, "adfs"):
		if server.ADFS != nil && server.ADFS.Primary != nil && *server.ADFS.Primary {
			return 6
		}
		return 5
	case e.hasRole(fqdn, "entra_connect"):
		if server.EntraConnect != nil && server.EntraConnect.Mode == "active" {
			return 8
		}
		return 7
	}
	return 9
}

// pdcRank is the rank whose servers stand alone in their batch: a domain has one emulator, and everybody needs it.
const pdcRank = 3

// exclusive names what a server must not be down together with another: the authorities of a forest, because nobody could
// exclusive names what a server must not be down together with another: the authorities of a forest, because nobody could
// enrol, the nodes of an AD FS farm, because nobody could sign in, the controllers of a site that may restart, because its
// clients would go elsewhere, and those that one standalone sensor watches, which restart for it one by one. The facts do not
// tell one hierarchy of authorities from another, so a forest counts as one; as long as the farm of one node is unknown, it may
// be that of any other.
func (e *estate) exclusive(fqdn string) []string {
	var out []string
	if e.hasRole(fqdn, "adcs") {
		forest := ""
		for _, s := range e.chain(schema.Subject{Kind: "server", Key: fqdn}) {
			if s.Kind == "forest" {
				forest = s.Key
			}
		}
		out = append(out, "authorities of "+forest)
	}
	if e.hasRole(fqdn, "adfs") {
		if e.farms == nil {
			e.farms = map[string]string{}
			known := true
			for _, name := range e.servers() {
				if e.hasRole(name, "adfs") {
					farm := e.facts.Servers[name].ADFS
					known = known && farm != nil && farm.Farm != ""
					e.farms[name] = ""
					if farm != nil {
						e.farms[name] = farm.Farm
					}
				}
			}
			if !known {
				for name := range e.farms {
					e.farms[name] = ""
				}
			}
		}
		out = append(out, "farm "+e.farms[fqdn])
	}
	restart := e.choices["restart"][schema.Subject{Kind: "sensor", Key: fqdn}]
	if (e.hasRole(fqdn, "dc") || e.hasRole(fqdn, "rodc")) && (restart == "before" || restart == "possible") {
		out = append(out, "restarts at site "+e.facts.Servers[fqdn].Site)
	}
	if s := e.intent.Servers[fqdn]; s != nil {
		for _, sensor := range slices.Sorted(keysOf(s.MirroredBy)) {
			out = append(out, "watched by "+sensor)
		}
	}
	return out
}

// limits are how many of the servers that share a name may be worked on at once in a wave: its site, its domain, what it is
// exclusive about. The name carries the kind.
func (e *estate) limits(w schema.Wave, fqdn string) map[string]int {
	out := map[string]int{}
	if w.MaxParallel > 0 {
		out["wave"] = w.MaxParallel
	}
	if w.MaxParallelPerSite > 0 {
		site := ""
		if server := e.facts.Servers[fqdn]; server != nil {
			site = server.Site // nobody knows that two unknown sites differ
		}
		out["site "+site] = w.MaxParallelPerSite
	}
	if w.MaxParallelPerDomain > 0 {
		out["domain "+e.domainOf(schema.Subject{Kind: "server", Key: fqdn})] = w.MaxParallelPerDomain
	}
	for _, name := range e.exclusive(fqdn) {
		out[name] = 1
	}
	return out
}

// batches groups the servers of a wave by rank, and never puts more together than the wave allows. Each server goes into the
// first batch of its rank that has room for it.
func (e *estate) batches(servers []string, w schema.Wave) [][]string {
	rank := map[string]int{}
	for _, fqdn := range servers {
		rank[fqdn] = e.batchRank(fqdn)
	}
	sorted := slices.SortedFunc(slices.Values(servers), func(a, b string) int { return cmp.Or(cmp.Compare(rank[a], rank[b]), cmp.Compare(a, b)) })
	var out [][]string
	var taken []map[string]int // by batch: servers per name
	var from map[string]int    // by name: the first batch that may have room; room never comes back
	first, previous := 0, -1   // the first batch of the rank at hand
	for _, fqdn := range sorted {
		if rank[fqdn] != previous {
			first, previous, from = len(out), rank[fqdn], map[string]int{}
		}
		limits := e.limits(w, fqdn)
		if rank[fqdn] == pdcRank {
			limits["alone"] = 1
		}
		at := first
		for name := range limits {
			at = max(at, from[name])
		}
		for ; at < len(out); at++ {
			full := false
			for name, most := range limits {
				if taken[at][name] >= most {
					full = true
				}
			}
			if !full {
				break
			}
		}
		if at == len(out) {
			out, taken = append(out, nil), append(taken, map[string]int{})
		}
		out[at] = append(out[at], fqdn)
		for name, most := range limits {
			taken[at][name]++
			for from[name] = max(from[name], first); from[name] < len(out) && taken[from[name]][name] >= most; {
				from[name]++
			}
		}
	}
	return out
}
