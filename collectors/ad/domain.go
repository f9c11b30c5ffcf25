package ad

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/go-ldap/ldap/v3"

	"github.com/mdiplan/mdiplan/schema"
)

// knownOfDomain is what the configuration partition tells about a domain.
func (r *reader) knownOfDomain(forest, name string) *schema.Domain {
	info := r.domains[name]
	single := !strings.Contains(name, ".")
	domain := &schema.Domain{Forest: forest, NetbiosName: info.netbios, DN: foldDN(info.dn), SingleLabel: &single, DCs: map[string]*schema.DomainDC{}}
	for _, c := range r.controllers {
		if c.domain == name {
			domain.DCs[c.host] = &schema.DomainDC{GlobalCatalog: &c.global, ReadOnly: &c.readOnly}
		}
	}
	return domain
}

// knownOfController is what the configuration partition tells about a domain controller.
func (r *reader) knownOfController(c *controller, forest string) *schema.Server {
	writable := !c.readOnly
	s := &schema.Server{Domain: c.domain, Forest: forest, Site: c.site, ComputerDN: foldDN(c.computer), Roles: &schema.ServerRoles{DC: &writable, RODC: &c.readOnly}}
	if c.bridgehead {
		s.Bridgehead = &c.bridgehead
	}
	r.facts.Servers[c.host] = s
	return s
}

// readDomain reads one domain from a controller of its own.
func (r *reader) readDomain(d *directory, forest, name string) {
	info := r.domains[name]
	domain := r.knownOfDomain(forest, name)
	r.facts.Domains[name] = domain
	at := "/domains" + schema.Pointer(name)
	head, err := d.read(info.dn, []string{"objectSid", "msDS-Behavior-Version", "fSMORoleOwner", "gPLink", "gPOptions", "msDS-EnabledFeature"})
	if err != nil {
		r.note(at, err)
		return
	}
	domain.SID, _ = head.sid("objectSid")
	if level, ok := head.number("msDS-Behavior-Version"); ok {
		domain.FunctionalLevel = &level
	}
	if owner := r.controllerOf(head.get("fSMORoleOwner")); owner != nil {
		domain.PDCEmulator = owner.host
	}
	r.readTrusts(d, info, forest, domain)
	r.readDescriptors(d, info, domain, at)
	r.readContainers(d, info, domain, at)
	r.readPolicies(d, info, domain, at, head)
	r.readZones(d, info, domain, at)
	r.readControllersOf(d, forest, info, domain, at)
	r.readFurtherServers(d, forest, info)
	r.readAccounts(d, info, domain)
	r.readGroups(d, info, domain, at)
	r.readCertPublishers(d, domain, at)
	complete := true
	for other := range r.domains {
		complete = complete && r.facts.Domains[other] != nil && r.facts.Domains[other].SID != ""
	}
	if complete || name == sorted(r.domains)[len(r.domains)-1] {
		r.finishTrusts(forest, complete)
	}
}

func (r *reader) controllerOf(settings string) *controller {
	for _, c := range r.controllers {
		if foldDN(c.settings) == foldDN(settings) {
			return c
		}
	}
	return nil
}

// readDescriptors reads the access and audit lists that requirements name.
func (r *reader) readDescriptors(d *directory, info *domainInfo, domain *schema.Domain, at string) {
	list := func(dn, field string, parts int32, into *schema.ACL) {
		sd, err := d.descriptor(dn, parts)
		if err != nil {
			r.note(at+"/"+field, err)
			return
		}
		entries := sd.SACL
		if parts != sdSACL {
			entries = sd.DACL
			if entries == nil {
				r.note(at+"/"+field, incomplete("%s has no access list, so everybody has every right", dn))
				return
			}
		}
		*into = acl(entries)
	}
	list(info.dn, "root_sacl", sdSACL, &domain.RootSACL)
	list("CN=Deleted Objects,"+info.dn, "deleted_objects_dacl", sdOwnerGroupDACL, &domain.DeletedObjectsDACL)
	list("CN=AdminSDHolder,CN=System,"+info.dn, "admin_sd_holder_dacl", sdOwnerGroupDACL, &domain.AdminSDHolderDACL)
	adfs := "CN=ADFS,CN=Microsoft,CN=Program Data," + info.dn
	if there, err := d.exists(adfs); err != nil {
		r.note(at+"/adfs_container_present", err)
	} else if domain.ADFSContainerPresent = &there; there {
		list(adfs, "adfs_container_sacl", sdSACL, &domain.ADFSContainerSACL)
	}
	for _, dn := range r.options.Containers {
		if dnsName(dn) != info.dns {
			continue
		}
		var entries schema.ACL
		list(dn, "ou_dacls"+schema.Pointer(foldDN(dn)), sdOwnerGroupDACL, &entries)
		if entries != nil {
			if domain.OUDACLs == nil {
				domain.OUDACLs = map[string]*schema.DomainOUDACL{}
			}
			domain.OUDACLs[foldDN(dn)] = &schema.DomainOUDACL{DACL: entries}
		}
	}
}

// readContainers looks at every container that holds users, groups, computers or service accounts: does its SACL inherit,
// and may Authenticated Users read it.
func (r *reader) readContainers(d *directory, info *domainInfo, domain *schema.Domain, at string) {
	holding := map[string]bool{}
	admins := int64(0)
	seen := 0
	err := d.each(info.dn, ldap.ScopeWholeSubtree, "(|(objectClass=user)(objectClass=group))", []string{"objectClass", "adminCount"}, nil, func(e entry) error {
		if seen++; seen%50_000 == 0 {
			r.env.Progress("domain %s: %d objects", info.dns, seen)
		}
		holding[foldDN(parentDN(e.DN))] = true
		if e.get("adminCount") == "1" && !e.has("computer") && e.has("user") {
			admins++
		}
		return nil
	})
	if err != nil {
		for _, field := range []string{"/admin_count_users", "/sacl_protected_objects", "/read_restricted_ous"} {
			r.note(at+field, err)
		}
		return
	}
	domain.AdminCountUsers = &admins
	// A container without principals of its own may still pass its protection on to one below it.
	for dn := range holding {
		for up := parentDN(dn); up != "" && strings.HasSuffix(up, foldDN(info.dn)); up = parentDN(up) {
			holding[up] = true
		}
	}
	controls := func(parts int32) ldap.Control {
		return &ldap.ControlMicrosoftSDFlags{Criticality: true, ControlValue: parts}
	}
	const containers = "(|(objectClass=organizationalUnit)(objectClass=container)(objectClass=builtinDomain)(objectClass=domainDNS))"
	protected, restricted := map[string]*schema.DomainSACLProtectedObject{}, map[string]*schema.DomainReadRestrictedOU{}
	var saclErr, daclErr error
	err = d.each(info.dn, ldap.ScopeWholeSubtree, containers, []string{"nTSecurityDescriptor"}, []ldap.Control{controls(sdSACL)}, func(e entry) error {
		dn := foldDN(e.DN)
		if !holding[dn] || dn == foldDN(info.dn) {
			return nil
		}
		sd, err := e.descriptor(sdSACL)
		if err == nil && sd.Protected() {
			protected[dn] = &schema.DomainSACLProtectedObject{SACL: acl(sd.SACL)}
		}
		saclErr = firstError(saclErr, err)
		return nil
	})
	if err = firstError(err, saclErr); err != nil {
		r.note(at+"/sacl_protected_objects", err)
	} else {
		domain.SACLProtectedObjects = protected
	}
	err = d.each(info.dn, ldap.ScopeWholeSubtree, containers, []string{"nTSecurityDescriptor"}, []ldap.Control{controls(sdOwnerGroupDACL)}, func(e entry) error {
		dn := foldDN(e.DN)
		if !holding[dn] {
			return nil
		}
		sd, err := e.descriptor(sdOwnerGroupDACL)
		if err == nil && !mayRead(sd) {
			restricted[dn] = &schema.DomainReadRestrictedOU{DACL: acl(sd.DACL)}
		}
		daclErr = firstError(daclErr, err)
		return nil
	})
	if err = firstError(err, daclErr); err != nil {
		r.note(at+"/read_restricted_ous", err)
	} else {
		domain.ReadRestrictedOUs = restricted
	}
}

// Principals of every authenticated reader: Everyone, Authenticated Users, and the group that both are in by default.
var everybody = []string{"S-1-1-0", "S-1-5-11", "S-1-5-32-554"}

const readProperty = 0x10

// mayRead says whether Authenticated Users may read the properties of the object itself.
func mayRead(d *Descriptor) bool {
	if d.DACL == nil {
		return true
	}
	for _, entry := range d.DACL {
		const inheritOnly = 0x8
		if entry.Flags&inheritOnly != 0 || entry.Mask&readProperty == 0 || entry.ObjectType != schema.ZeroGUID || !slices.Contains(everybody, entry.SID) {
			continue
		}
		// The first entry that speaks decides: denials stand first in canonical order.
		return entry.Type == "allow"
	}
	return false
}

var policyLink = regexp.MustCompile(`(?i)\[LDAP://(CN=\{([0-9a-f-]{36})\}[^;\]]*);([0-9]+)\]`)

// applyGroupPolicy is the extended right Apply-Group-Policy.
const applyGroupPolicy = "edacfd8f-ffb3-11d1-b41d-00a0c968f939"

// readPolicies reads the directory half of group policy objects; their settings lie in SYSVOL, which is not LDAP.
func (r *reader) readPolicies(d *directory, info *domainInfo, domain *schema.Domain, at string, head entry) {
	found, err := d.all("CN=Policies,CN=System,"+info.dn, ldap.ScopeSingleLevel, "(objectClass=groupPolicyContainer)", []string{"displayName", "flags", "nTSecurityDescriptor"},
		&ldap.ControlMicrosoftSDFlags{ControlValue: sdOwnerGroupDACL})
	if err != nil {
		r.note(at+"/gpos", err)
		return
	}
	domain.GPOs = map[string]*schema.DomainGPO{}
	for _, e := range found {
		id := strings.ToLower(strings.Trim(rdnValue(e.DN), "{}"))
		gpo := &schema.DomainGPO{Name: e.get("displayName"), Links: map[string]*schema.DomainGPOLink{}}
		if flags, ok := e.number("flags"); ok && flags >= 0 && flags < 4 {
			gpo.Status = []string{"enabled", "user_disabled", "computer_disabled", "all_disabled"}[flags]
		}
		if sd, err := e.descriptor(sdOwnerGroupDACL); err != nil {
			r.note(at+"/gpos"+schema.Pointer(id)+"/apply", err)
		} else {
			gpo.Apply, gpo.DenyApply = schema.Set{}, schema.Set{}
			for _, entry := range sd.DACL {
				const controlAccess = 0x100
				if entry.Mask&controlAccess == 0 || entry.ObjectType != applyGroupPolicy && entry.ObjectType != schema.ZeroGUID {
					continue
				}
				switch entry.Type {
				case "allow":
					gpo.Apply[entry.SID] = true
				case "deny":
					gpo.DenyApply[entry.SID] = true
				}
			}
		}
		r.unasked(at+"/gpos"+schema.Pointer(id)+"/audit_policy", "the settings of a group policy lie in SYSVOL, which is not read over LDAP; import a backup of it")
		domain.GPOs[id] = gpo
	}
	all := true
	domain.GPOsComplete = &all
	blocked := schema.Set{}
	link := func(e entry) {
		if options, ok := e.number("gPOptions"); ok && options&1 != 0 {
			blocked[foldDN(e.DN)] = true
		}
		links := policyLink.FindAllStringSubmatch(e.get("gPLink"), -1)
		for i, m := range links {
			gpo := domain.GPOs[strings.ToLower(m[2])]
			options, err := strconv.Atoi(m[3])
			if gpo == nil || err != nil {
				continue
			}
			// The last link has the highest precedence ([MS-GPOL] 2.2.2): order 1.
			enabled, enforced, order := options&1 == 0, options&2 != 0, int64(len(links)-i)
			gpo.Links[foldDN(e.DN)] = &schema.DomainGPOLink{Enabled: &enabled, Enforced: &enforced, Order: &order}
		}
	}
	link(head)
	ous, err := d.all(info.dn, ldap.ScopeWholeSubtree, "(&(objectClass=organizationalUnit)(|(gPLink=*)(gPOptions=1)))", []string{"gPLink", "gPOptions"})
	sites, err2 := d.all("CN=Sites,"+r.config, ldap.ScopeSingleLevel, "(&(objectClass=site)(gPLink=*))", []string{"gPLink"})
	if err = firstError(err, err2); err != nil {
		r.note(at+"/gpo_inheritance_blocked", err)
		for id, gpo := range domain.GPOs {
			gpo.Links = nil
			r.note(at+"/gpos"+schema.Pointer(id)+"/links", err)
		}
		return
	}
	for _, e := range append(ous, sites...) {
		link(e)
	}
	domain.GPOInheritanceBlocked = blocked
}

// readZones lists reverse lookup zones. DNS may be somewhere else entirely; only a directory with DNS data can say so.
func (r *reader) readZones(d *directory, info *domainInfo, domain *schema.Domain, at string) {
	zones := schema.Set{}
	there := false
	for _, base := range []string{"CN=MicrosoftDNS,DC=DomainDnsZones," + info.dn, "CN=MicrosoftDNS,DC=ForestDnsZones," + r.root.get("rootDomainNamingContext"), "CN=MicrosoftDNS,CN=System," + info.dn} {
		found, err := d.all(base, ldap.ScopeSingleLevel, "(objectClass=dnsZone)", []string{"dc"})
		if isMissing(err) || code(err) == "ad_referral" {
			continue
		}
		if err != nil {
			r.note(at+"/reverse_lookup_zones", err)
			return
		}
		there = there || len(found) > 0
		for _, e := range found {
			if zone := host(rdnValue(e.DN)); strings.HasSuffix(zone, ".arpa") {
				zones[zone] = true
			}
		}
	}
	if !there {
		r.unasked(at+"/reverse_lookup_zones", "the directory holds no DNS zones; DNS is served from elsewhere")
		return
	}
	domain.ReverseLookupZones = zones
}

// readCertPublishers lists the computers in Cert Publishers (RID 517).
func (r *reader) readCertPublishers(d *directory, domain *schema.Domain, at string) {
	fail := func(err error) { r.note(at+"/cert_publishers", err) }
	if domain.SID == "" {
		fail(incomplete("the SID of the domain is not known"))
		return
	}
	members, err := r.membersOf(d, domain.SID+"-517")
	if err != nil {
		fail(err)
		return
	}
	out := schema.Set{}
	for _, dn := range members {
		e, err := d.read(dn, []string{"objectClass", "dNSHostName"})
		if err != nil {
			fail(err)
			return
		}
		if name := host(e.get("dNSHostName")); e.has("computer") && name != "" {
			out[name] = true
		}
	}
	domain.CertPublishers = out
}

// membersOf lists the direct members of the group with a SID.
func (r *reader) membersOf(d *directory, sid string) ([]string, error) {
	group, err := d.read("<SID="+sid+">", []string{"member"})
	if err != nil {
		return nil, err
	}
	return d.values(group, "member")
}

// Groups that requirements ask about in every domain.
var wellKnownGroups = []string{
	"S-1-5-32-573", // Event Log Readers
	"S-1-5-32-558", // Performance Monitor Users
	"S-1-5-32-559", // Performance Log Users
}

// readGroups reads the groups a rule can ask about: the well-known ones, and those that a gMSA or an access list names.
func (r *reader) readGroups(d *directory, info *domainInfo, domain *schema.Domain, at string) {
	wanted := schema.Set{}
	for _, sid := range wellKnownGroups {
		wanted[sid] = true
	}
	for _, a := range r.facts.Accounts {
		for sid := range a.PasswordReaders {
			wanted[sid] = true
		}
	}
	for _, list := range []schema.ACL{domain.DeletedObjectsDACL, domain.AdminSDHolderDACL} {
		for _, ace := range list {
			wanted[ace.SID] = true
		}
	}
	domain.Groups = map[string]*schema.DomainGroup{}
	for _, sid := range sorted(wanted) {
		local := strings.HasPrefix(sid, domain.SID+"-") && domain.SID != ""
		if !local && !strings.HasPrefix(sid, "S-1-5-32-") {
			continue
		}
		e, err := d.read("<SID="+sid+">", []string{"objectClass", "sAMAccountName", "groupType"})
		if isMissing(err) || err == nil && !e.has("group") {
			continue
		}
		place := at + "/groups" + schema.Pointer(sid)
		if err != nil {
			r.note(place, err)
			continue
		}
		group := &schema.DomainGroup{Name: e.get("sAMAccountName")}
		if kind, ok := e.number("groupType"); ok {
			switch {
			case kind&1 != 0:
				group.Scope = "builtin"
			case kind&2 != 0:
				group.Scope = "global"
			case kind&4 != 0:
				group.Scope = "domain_local"
			case kind&8 != 0:
				group.Scope = "universal"
			}
		}
		if members, err := r.nested(d, sid, schema.Set{}); err != nil {
			r.note(place+"/members", err)
		} else {
			group.Members = members
		}
		changed, err := r.membersChanged(d, e.DN)
		switch {
		case err != nil:
			r.note(place+"/members_changed_at", err)
		case changed == "":
			r.unasked(place+"/members_changed_at", "the directory keeps no replication metadata of its members")
		}
		group.MembersChangedAt = changed
		domain.Groups[sid] = group
	}
}

// nested lists the members of a group down to the last level, by SID. Primary group membership counts too.
func (r *reader) nested(d *directory, sid string, seen schema.Set) (schema.Set, error) {
	members, err := r.membersOf(d, sid)
	if err != nil {
		return nil, err
	}
	out := schema.Set{}
	add := func(e entry) error {
		member, ok := e.sid("objectSid")
		if !ok {
			return incomplete("the SID of %s may not be read", e.DN)
		}
		out[member] = true
		if !e.has("group") || seen[member] {
			return nil
		}
		seen[member] = true
		inner, err := r.nested(d, member, seen)
		for s := range inner {
			out[s] = true
		}
		return err
	}
	for _, dn := range members {
		e, err := d.read(dn, []string{"objectClass", "objectSid"})
		if err == nil {
			err = add(e)
		}
		if err != nil {
			return nil, err
		}
	}
	if rid := sid[strings.LastIndexByte(sid, '-')+1:]; strings.HasPrefix(sid, "S-1-5-21-") {
		err = d.each(r.domainOf(sid), ldap.ScopeWholeSubtree, "(primaryGroupID="+filterValue(rid)+")", []string{"objectClass", "objectSid"}, nil, add)
	}
	return out, err
}

// domainOf is the naming context of the domain whose SID is the front of sid.
func (r *reader) domainOf(sid string) string {
	for name, domain := range r.facts.Domains {
		if domain.SID != "" && strings.HasPrefix(sid, domain.SID+"-") {
			return r.domains[name].dn
		}
	}
	return r.root.get("defaultNamingContext")
}

var linkChange = regexp.MustCompile(`<ftimeLastOriginatingChange>([^<]+)</ftimeLastOriginatingChange>`)

// membersChanged is the newest change of a group's member links, from their replication metadata.
func (r *reader) membersChanged(d *directory, dn string) (string, error) {
	e, err := d.read(dn, []string{"msDS-ReplValueMetaData"})
	if err != nil {
		return "", err
	}
	values, err := d.values(e, "msDS-ReplValueMetaData")
	if err != nil {
		return "", err
	}
	newest := ""
	for _, v := range values {
		if m := linkChange.FindStringSubmatch(v); m != nil && strings.Contains(v, "<pszAttributeName>member</pszAttributeName>") {
			newest = max(newest, m[1])
		}
	}
	return newest, nil
}

var build = regexp.MustCompile(`^(\d+\.\d+) \((\d+)\)$`)

// osBuild turns "10.0 (20348)" into 10.0.20348.
func osBuild(version string) string {
	if m := build.FindStringSubmatch(version); m != nil {
		return fmt.Sprintf("%s.%s", m[1], m[2])
	}
	return ""
}

// Releases of Windows Server by build.
var families = map[string]string{"6.1.7601": "ws2008r2", "6.2.9200": "ws2012", "6.3.9600": "ws2012r2", "10.0.14393": "ws2016",
	"10.0.17763": "ws2019", "10.0.20348": "ws2022", "10.0.26100": "ws2025"}

func osFamily(system, version string) string {
	switch family := families[osBuild(version)]; {
	case system == "":
		return ""
	case strings.Contains(system, "Windows Server") && family != "":
		return family
	}
	return "other"
}
