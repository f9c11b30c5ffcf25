package ad

import (
	"strings"

	"github.com/go-ldap/ldap/v3"

	"github.com/mdiplan/mdiplan/schema"
)

var computerAttributes = []string{"objectSid", "sAMAccountName", "dNSHostName", "operatingSystem", "operatingSystemVersion"}

// readControllersOf reads the computer objects of a domain's controllers, and who holds the operations master roles.
func (r *reader) readControllersOf(d *directory, forest string, info *domainInfo, domain *schema.Domain, at string) {
	roles := map[string]*controller{}
	owners := map[string]string{"pdc_emulator": info.dn, "rid_master": "CN=RID Manager$,CN=System," + info.dn, "infrastructure_master": "CN=Infrastructure," + info.dn,
		"schema_master": r.schema, "domain_naming_master": "CN=Partitions," + r.config}
	for role, dn := range owners {
		e, err := d.read(dn, []string{"fSMORoleOwner"})
		if err == nil {
			roles[role] = r.controllerOf(e.get("fSMORoleOwner"))
		}
	}
	for _, c := range r.controllers {
		if c.domain != info.dns {
			continue
		}
		s := r.knownOfController(c, forest)
		place := "/servers" + schema.Pointer(c.host)
		s.FSMO = map[string]bool{}
		for role, owner := range roles {
			if owner != nil {
				s.FSMO[role] = owner == c
			}
		}
		e, err := d.read(c.computer, computerAttributes)
		if err != nil {
			r.note(place, err)
			continue
		}
		r.describe(d, s, e, place)
		domain.DCs[c.host].OSBuild = s.OSBuild
	}
	if len(domain.DCs) == 0 {
		domain.DCs = nil
		r.note(at+"/dcs", incomplete("the sites container lists no domain controller of it"))
	}
}

// readFurtherServers reads the machines of the CAs and those that were named, as far as they are in this domain. A
// machine's host name need not end in the name of its domain, so every domain is asked for every name.
func (r *reader) readFurtherServers(d *directory, forest string, info *domainInfo) {
	for _, name := range sorted(r.furtherServers(forest)) {
		if r.facts.Servers[name] != nil {
			continue
		}
		place := "/servers" + schema.Pointer(name)
		found, err := d.all(info.dn, ldap.ScopeWholeSubtree, "(&(objectClass=computer)(dNSHostName="+filterValue(name)+"))", computerAttributes)
		if err != nil {
			r.note(place, err)
			continue
		}
		if len(found) == 0 {
			continue
		}
		no, joined := false, true
		s := &schema.Server{Domain: info.dns, Forest: forest, ComputerDN: foldDN(found[0].DN), DomainJoined: &joined, Roles: &schema.ServerRoles{DC: &no, RODC: &no}}
		r.facts.Servers[name] = s
		r.describe(d, s, found[0], place)
	}
}

// furtherServers are the machines to read besides domain controllers, by host name; true marks those of a CA.
func (r *reader) furtherServers(forest string) map[string]bool {
	wanted := map[string]bool{}
	for _, name := range r.options.Computers {
		wanted[host(name)] = false
	}
	for _, service := range r.facts.Forests[forest].EnrollmentServices {
		if service.Server != "" {
			wanted[service.Server] = true
		}
	}
	return wanted
}

// finishServers says which of the wanted machines no domain knows, and which have a CA. A published CA is a fact even where
// the object of its machine is out of reach.
func (r *reader) finishServers(forest string) {
	for name, authority := range r.furtherServers(forest) {
		s := r.facts.Servers[name]
		if s == nil {
			r.note("/servers"+schema.Pointer(name), &Error{Code: "ad_missing", Summary: "no domain that was read has a computer with this host name"})
			if !authority {
				continue
			}
			s = &schema.Server{Forest: forest}
			r.facts.Servers[name] = s
		}
		if authority {
			yes := true
			if s.Roles == nil {
				s.Roles = &schema.ServerRoles{}
			}
			if s.CA == nil {
				s.CA = &schema.ServerCA{}
			}
			s.Roles.ADCS, s.CA.RoleServiceInstalled = &yes, &yes
		}
	}
	for ca, service := range r.facts.Forests[forest].EnrollmentServices {
		if service.Server == "" {
			r.note("/forests"+schema.Pointer(forest)+"/enrollment_services"+schema.Pointer(ca), incomplete("the host name of the CA may not be read"))
		}
	}
}

// describe reads what a computer object says about its machine.
func (r *reader) describe(d *directory, s *schema.Server, e entry, place string) {
	s.NetbiosName = strings.ToUpper(strings.TrimSuffix(e.get("sAMAccountName"), "$"))
	s.SID, _ = e.sid("objectSid")
	s.OSFamily, s.OSBuild = osFamily(e.get("operatingSystem"), e.get("operatingSystemVersion")), osBuild(e.get("operatingSystemVersion"))
	if s.OSFamily == "" {
		r.note(place+"/os_family", incomplete("the computer object has no operatingSystem"))
	}
	groups, err := r.groupsOf(d, e.DN)
	if err != nil {
		r.note(place+"/member_of", err)
		return
	}
	s.MemberOf = groups
}

// groupsOf is every group of an account: nested ones and the primary one (tokenGroups), and those that every account that
// logs on is in.
func (r *reader) groupsOf(d *directory, dn string) (schema.Set, error) {
	e, err := d.read(dn, []string{"tokenGroups"})
	if err != nil {
		return nil, err
	}
	raw := e.GetEqualFoldRawAttributeValues("tokenGroups")
	if len(raw) == 0 {
		return nil, incomplete("tokenGroups of %s may not be read", dn)
	}
	out := schema.Set{"S-1-1-0": true, "S-1-5-11": true}
	for _, b := range raw {
		sid, _, err := ParseSID(b)
		if err != nil {
			return nil, err
		}
		out[sid] = true
	}
	return out, nil
}

// Bits of userAccountControl and of its computed half ([MS-ADTS] 2.2.16).
const (
	uacDisabled     = 0x2
	uacLockedOut    = 0x10
	uacNeverExpires = 0x10000
)

var accountAttributes = []string{"objectClass", "objectSid", "sAMAccountName", "userAccountControl", "msDS-User-Account-Control-Computed", "pwdLastSet",
	"lastLogonTimestamp", "msDS-SupportedEncryptionTypes", "msDS-GroupMSAMembership", "msDS-UserPasswordExpiryTimeComputed"}

// readAccounts reads the managed service accounts of a domain and the accounts that were named.
func (r *reader) readAccounts(d *directory, info *domainInfo, domain *schema.Domain) {
	filter := "(|(objectClass=msDS-GroupManagedServiceAccount)(objectClass=msDS-ManagedServiceAccount)(objectClass=msDS-DelegatedManagedServiceAccount))"
	err := d.each(info.dn, ldap.ScopeWholeSubtree, filter, accountAttributes, nil, func(e entry) error { r.readAccount(d, info, e); return nil })
	if err != nil {
		r.note("/accounts", err)
	}
	for _, name := range r.options.Accounts {
		sam, of, ok := strings.Cut(strings.ToLower(name), "@")
		if !ok || of != info.dns {
			continue
		}
		key := sam + "@" + of
		found, err := d.all(info.dn, ldap.ScopeWholeSubtree, "(&(objectClass=user)(sAMAccountName="+filterValue(sam)+"))", accountAttributes)
		switch {
		case err != nil:
			r.note("/accounts"+schema.Pointer(key), err)
		case len(found) == 0:
			no := false
			r.facts.Accounts[key] = &schema.Account{Exists: &no, Domain: info.dns}
		default:
			r.readAccount(d, info, found[0])
		}
	}
}

func (r *reader) readAccount(d *directory, info *domainInfo, e entry) {
	key := strings.ToLower(e.get("sAMAccountName")) + "@" + info.dns
	place := "/accounts" + schema.Pointer(key)
	yes := true
	a := &schema.Account{Exists: &yes, Domain: info.dns, Class: "user"}
	r.facts.Accounts[key] = a
	a.SID, _ = e.sid("objectSid")
	switch {
	case e.has("msDS-DelegatedManagedServiceAccount"):
		a.Class = "dmsa"
	case e.has("msDS-GroupManagedServiceAccount"):
		a.Class = "gmsa"
	case e.has("msDS-ManagedServiceAccount"):
		a.Class = "smsa"
	}
	managed := a.Class != "user"
	if control, ok := e.number("userAccountControl"); ok {
		enabled, expires := control&uacDisabled == 0, control&uacNeverExpires == 0 && !managed
		a.Enabled, a.PasswordExpires = &enabled, &expires
		if at, ok := e.moment("msDS-UserPasswordExpiryTimeComputed"); ok && expires {
			a.PasswordExpiresAt = at
		}
	}
	if computed, ok := e.number("msDS-User-Account-Control-Computed"); ok {
		locked := computed&uacLockedOut != 0
		a.Locked = &locked
	}
	a.PasswordLastSetAt, _ = e.moment("pwdLastSet")
	a.LastLogonAt, _ = e.moment("lastLogonTimestamp")
	encryption, ok := e.number("msDS-SupportedEncryptionTypes")
	if ok || a.Enabled != nil { // the attribute is simply not set; it is in the same property set as what was read
		a.EncryptionTypes = &encryption
	}
	if managed && a.Class != "smsa" {
		raw := e.GetEqualFoldRawAttributeValue("msDS-GroupMSAMembership")
		sd, err := ParseDescriptor(raw)
		switch {
		case len(raw) == 0:
			r.note(place+"/password_readers", incomplete("msDS-GroupMSAMembership is not set or may not be read"))
		case err != nil:
			r.note(place+"/password_readers", err)
		default:
			a.PasswordReaders = schema.Set{}
			for _, entry := range sd.DACL {
				if entry.Type == "allow" && entry.Mask&readProperty != 0 {
					a.PasswordReaders[entry.SID] = true
				}
			}
			for _, entry := range sd.DACL {
				if entry.Type == "deny" {
					delete(a.PasswordReaders, entry.SID)
				}
			}
		}
	}
	if groups, err := r.groupsOf(d, e.DN); err != nil {
		r.note(place+"/member_of", err)
	} else {
		a.MemberOf = groups
	}
	managedBy, err := d.all(info.dn, ldap.ScopeWholeSubtree, "(|(managedBy="+filterValue(e.DN)+")(manager="+filterValue(e.DN)+"))", []string{"objectClass"})
	if err != nil {
		r.note(place+"/managed_objects", err)
	} else {
		a.ManagedObjects = schema.Set{}
		for _, m := range managedBy {
			a.ManagedObjects[foldDN(m.DN)] = true
		}
	}
	r.unasked(place+"/explicit_grants", "it takes the access list of every object; import the report of Test-MDIDSA")
}
