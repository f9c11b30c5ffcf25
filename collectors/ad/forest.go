package ad

import (
	"context"
	"regexp"
	"strings"
	"sync"

	"github.com/go-ldap/ldap/v3"

	"github.com/mdiplan/mdiplan/schema"
)

// readForest reads what the configuration and schema partitions say.
func (r *reader) readForest(name string) {
	f := &schema.Forest{RootDomain: name, Domains: schema.Set{}, ConfigurationDN: foldDN(r.config)}
	r.facts.Forests[name] = f
	at := "/forests" + schema.Pointer(name)
	for dns := range r.domains {
		f.Domains[dns] = true
	}
	count := int64(len(r.controllers))
	f.DCCount = &count
	if level, ok := r.root.number("forestFunctionality"); ok {
		f.FunctionalLevel = &level
	}
	if e, err := r.read(r.schema, []string{"objectVersion"}); err != nil {
		r.note(at+"/schema_version", err)
	} else if version, ok := e.number("objectVersion"); ok {
		f.SchemaVersion = &version
	}
	if sd, err := r.descriptor(r.config, sdSACL); err != nil {
		r.note(at+"/configuration_sacl", err)
	} else {
		f.ConfigurationSACL = acl(sd.SACL)
	}
	if there, err := r.exists("CN=Microsoft Exchange,CN=Services," + r.config); err != nil {
		r.note(at+"/exchange_container_present", err)
	} else {
		f.ExchangeContainerPresent = &there
	}
	r.readRecycleBin(f, at)
	r.readKeys(f, at)
	r.readEnrollment(f, at)
}

func (r *reader) readRecycleBin(f *schema.Forest, at string) {
	e, err := r.read("CN=Recycle Bin Feature,CN=Optional Features,CN=Directory Service,CN=Windows NT,CN=Services,"+r.config, []string{"msDS-EnabledFeatureBL"})
	if err != nil && !isMissing(err) {
		r.note(at+"/recycle_bin_enabled", err)
		return
	}
	enabled := err == nil && e.get("msDS-EnabledFeatureBL") != ""
	f.RecycleBinEnabled = &enabled
}

const rootKeys = "CN=Master Root Keys,CN=Group Key Distribution Service,CN=Services,"

// readKeys reads names and times of the KDS root keys, never the keys. Everybody may be able to see that a key is there
// without its attributes; but only to an administrator an empty container proves that there is none.
func (r *reader) readKeys(f *schema.Forest, at string) {
	found, err := r.all(rootKeys+r.config, ldap.ScopeSingleLevel, "(objectClass=msKds-ProvRootKey)", []string{"cn", "msKds-CreateTime", "msKds-UseStartTime"})
	if isMissing(err) && r.privileged {
		found, err = nil, nil
	}
	if err == nil && len(found) == 0 && !r.privileged {
		err = incomplete("no KDS root key is visible, which proves nothing to an account that is no administrator")
	}
	if err != nil {
		r.note(at+"/kds_root_keys", err)
		return
	}
	f.KDSRootKeys = map[string]*schema.ForestKDSRootKey{}
	for _, e := range found {
		id := strings.ToLower(rdnValue(e.DN))
		key := &schema.ForestKDSRootKey{}
		key.CreatedAt, _ = e.moment("msKds-CreateTime")
		var ok bool
		if key.EffectiveAt, ok = e.moment("msKds-UseStartTime"); !ok {
			r.note(at+"/kds_root_keys"+schema.Pointer(id), incomplete("the times of the key may not be read"))
		}
		f.KDSRootKeys[id] = key
	}
}

func (r *reader) readEnrollment(f *schema.Forest, at string) {
	found, err := r.all("CN=Enrollment Services,CN=Public Key Services,CN=Services,"+r.config, ldap.ScopeSingleLevel, "(objectClass=pKIEnrollmentService)", []string{"cn", "dNSHostName"})
	if err != nil && !isMissing(err) {
		r.note(at+"/enrollment_services", err)
		return
	}
	f.EnrollmentServices = map[string]*schema.ForestEnrollmentService{}
	for _, e := range found {
		f.EnrollmentServices[strings.ToLower(rdnValue(e.DN))] = &schema.ForestEnrollmentService{Server: host(e.get("dNSHostName"))}
	}
}

// readTrusts reads the trusts of a domain that lead out of the forest ([MS-ADTS] 6.1.6.7).
func (r *reader) readTrusts(d *directory, info *domainInfo, forest string, domain *schema.Domain) {
	at := "/forests" + schema.Pointer(forest) + "/trusts"
	base := "CN=System," + info.dn
	found, err := d.all(base, ldap.ScopeSingleLevel, "(objectClass=trustedDomain)", []string{"trustPartner", "trustDirection", "trustType", "trustAttributes", "nTSecurityDescriptor"},
		&ldap.ControlMicrosoftSDFlags{ControlValue: sdOwnerGroupDACL})
	if err != nil {
		r.note(at, err)
		return
	}
	f := r.facts.Forests[forest]
	readable, known := true, true
	for _, e := range found {
		if sd, err := e.descriptor(sdOwnerGroupDACL); err != nil {
			known = false
			r.note("/domains"+schema.Pointer(info.dns)+"/trust_objects_readable", err)
		} else if !mayRead(sd) {
			readable = false
		}
		partner := host(e.get("trustPartner"))
		direction, ok1 := e.number("trustDirection")
		kind, ok2 := e.number("trustType")
		attributes, ok3 := e.number("trustAttributes")
		if !ok1 || !ok2 || !ok3 || partner == "" {
			// A trust without its particulars would make the closed list say too much.
			r.note(at, incomplete("the attributes of %s may not be read", e.DN))
			continue
		}
		const nonTransitive, forestTransitive, withinForest = 0x1, 0x8, 0x20
		if attributes&withinForest != 0 {
			continue
		}
		trust := &schema.ForestTrust{Direction: map[int64]string{1: "inbound", 2: "outbound", 3: "two_way"}[direction]}
		kerberos, transitive := false, false
		switch {
		case attributes&forestTransitive != 0:
			trust.Kind, kerberos, transitive = "forest", true, true
		case kind == 3: // TRUST_TYPE_MIT: a realm that is not Windows
			trust.Kind, kerberos, transitive = "realm", true, attributes&nonTransitive == 0
		default:
			trust.Kind = "external"
		}
		trust.Kerberos, trust.Transitive = &kerberos, &transitive
		if f.Trusts == nil {
			f.Trusts = map[string]*schema.ForestTrust{}
		}
		f.Trusts[partner] = trust
	}
	if known {
		domain.TrustObjectsReadable = &readable
	}
}

// finishTrusts decides whether the list of trusts is complete: every domain has its own trusts.
func (r *reader) finishTrusts(forest string, everyDomainRead bool) {
	f := r.facts.Forests[forest]
	at := "/forests" + schema.Pointer(forest) + "/trusts"
	switch {
	case r.facts.Sections[at] != nil:
		f.Trusts = nil
	case !everyDomainRead:
		f.Trusts = nil
		r.note(at, incomplete("not every domain of the forest was read"))
	case f.Trusts == nil:
		f.Trusts = map[string]*schema.ForestTrust{}
	}
}

var replicationError = regexp.MustCompile(`<dwLastSyncResult>([0-9]+)</dwLastSyncResult>`)

// askControllers asks every controller for itself whether it is synchronised, and for the root keys it holds.
func (r *reader) askControllers(ctx context.Context, forest string) {
	type answer struct {
		healthy *bool
		keys    map[string]bool
		err     error
	}
	answers := make([]answer, len(r.controllers))
	var wait sync.WaitGroup
	slots := make(chan struct{}, 8)
	for i, c := range r.controllers {
		wait.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			d, err := r.open(ctx, r.addressOf(c.host))
			if err != nil {
				answers[i].err = err
				return
			}
			defer func() { _ = d.conn.Close() }()
			root, err := d.read("", []string{"isSynchronized", "msDS-NCReplInboundNeighbors", "defaultNamingContext"})
			if err != nil {
				answers[i].err = err
				return
			}
			healthy := strings.EqualFold(root.get("isSynchronized"), "TRUE")
			nc, err := d.read(root.get("defaultNamingContext"), []string{"msDS-NCReplInboundNeighbors"})
			for _, text := range append(root.strings("msDS-NCReplInboundNeighbors"), nc.strings("msDS-NCReplInboundNeighbors")...) {
				if m := replicationError.FindStringSubmatch(text); m != nil && m[1] != "0" {
					healthy = false
				}
			}
			answers[i].healthy, answers[i].err = &healthy, err
			keys, err := d.all(rootKeys+r.config, ldap.ScopeSingleLevel, "(objectClass=msKds-ProvRootKey)", []string{"cn"})
			if err != nil {
				answers[i].err = firstError(answers[i].err, err)
				return
			}
			answers[i].keys = map[string]bool{}
			for _, e := range keys {
				answers[i].keys[strings.ToLower(rdnValue(e.DN))] = true
			}
		})
	}
	wait.Wait()
	unread := ""
	for i, c := range r.controllers {
		if answers[i].err != nil {
			r.note("/servers"+schema.Pointer(c.host)+"/directory_healthy", answers[i].err)
		} else if s := r.facts.Servers[c.host]; s != nil {
			s.DirectoryHealthy = answers[i].healthy
		}
		if answers[i].keys == nil && !c.readOnly {
			unread = c.host
		}
	}
	for id, key := range r.facts.Forests[forest].KDSRootKeys {
		everywhere := true
		for i, c := range r.controllers {
			everywhere = everywhere && (c.readOnly || answers[i].keys[id])
		}
		if unread != "" {
			r.note("/forests"+schema.Pointer(forest)+"/kds_root_keys"+schema.Pointer(id)+"/replicated_everywhere", incomplete("%s could not be asked", unread))
			continue
		}
		key.ReplicatedEverywhere = &everywhere
	}
}

// rdnValue is the value of a distinguished name's first component.
func rdnValue(dn string) string {
	parsed, err := ldap.ParseDN(dn)
	if err != nil || len(parsed.RDNs) == 0 || len(parsed.RDNs[0].Attributes) == 0 {
		return ""
	}
	return parsed.RDNs[0].Attributes[0].Value
}
