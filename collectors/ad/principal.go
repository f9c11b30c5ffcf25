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
	for ca, service := range r.facts.Forests[forest].EnrollmentServices {
		if service.Server == "" {
			r.note("/forests"+schema.Pointer(forest)+"/enrollment_services"+schema.Pointer(ca), incomplete("the host name of the CA may not be read"))
		}
	}
	if len(domain.DCs) == 0 {
		domain.DCs = nil
		r.note(at+"/dcs", incomplete("the sites container lists no domain controller of it"))
	}
}

// readFurtherServers reads the machines of the CAs and those that were named.
func (r *reader) readFurtherServers(d *directory, forest string, info *domainInfo) {
	wanted := map[string]bool{}
	for _, service := range r.facts.Forests[forest].EnrollmentServices {
		if service.Server != "" {
			wanted[service.Server] = true
		}
	}
	certification := map[string]bool{}
	for name := range wanted {
		certification[name] = true
	}
	for _, name := range r.options.Computers {
		wanted[host(name)] = true
	}
	for _, name := range sorted(wanted) {
		s := r.facts.Servers[name]
		if s == nil {
			if !r.inDomain(name, info.dns) {
				continue
			}
			place := "/servers" + schema.Pointer(name)
			found, err := d.all(info.dn, ldap.ScopeWholeSubtree, "(&(objectClass=computer)(dNSHostName="+filterValue(name)+"))", computerAttributes)
			if err == nil && len(found) == 0 {
				err = &Error{Code: "ad_missing", Summary: "no computer object has this host name"}
			}
			no := false
			s = &schema.Server{Forest: forest, Roles: &schema.ServerRoles{DC: &no, RODC: &no}}
			if err != nil {
				if certification[name] {
					// The CA is published, so the machine is a fact even where its object is out of reach.
					s.Roles = &schema.ServerRoles{}
					r.facts.Servers[name] = s
				}
				r.note(place, err)
			} else {
				s.Domain, s.ComputerDN = info.dns, foldDN(found[0].DN)
				joined := true
				s.DomainJoined = &joined
				r.describe(d, s, found[0], place)
				r.facts.Servers[name] = s
			}
		}
		if certification[name] {
			yes := true
			s.Roles.ADCS = &yes
			if s.CA == nil {
				s.CA = &schema.ServerCA{}
			}
			s.CA.RoleServiceInstalled = &yes
		}
	}
}

// inDomain says whether a host name lies in a domain rather than in one below it.
func (r *reader) inDomain(name, domain string) bool {
	best := ""
	for other := range r.domains {
		if strings.HasSuffix(name, "."+other) && len(other) > len(best) {
			best = other
		}
	}
	return best == domain
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
