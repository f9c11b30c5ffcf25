package ad

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-ldap/ldap/v3"
)

// directory is a bound connection and how much may be read from it.
type directory struct {
	ctx     context.Context
	conn    *ldap.Conn
	page    uint32
	limit   int // most entries of one search
	timeout time.Duration
}

// entry is one object, with its attributes in the spelling asked for.
type entry struct{ *ldap.Entry }

// The parts of a security descriptor that LDAP_SERVER_SD_FLAGS_OID asks for.
const (
	sdOwnerGroupDACL = 7
	sdSACL           = 8
)

// Attributes that hold secrets. A search never names them, and never asks for all attributes.
var secretAttributes = []string{"msds-managedpassword", "mskds-rootkeydata", "unicodepwd", "ms-mcs-admpwd", "mslaps-password",
	"mslaps-encryptedpassword", "msfve-recoverypassword", "trustauthincoming", "trustauthoutgoing", "*"}

// each calls use for every entry below base, page by page. Continuation references are left where they are: what they
// point at is another server's, and is read from there or not at all.
func (d *directory) each(base string, scope int, filter string, attributes []string, controls []ldap.Control, use func(entry) error) error {
	for _, a := range attributes {
		if slices.Contains(secretAttributes, strings.ToLower(a)) {
			return fmt.Errorf("attribute %s is never read", a)
		}
	}
	doing := "search " + base
	paging := ldap.NewControlPaging(d.page)
	request := ldap.NewSearchRequest(base, scope, ldap.NeverDerefAliases, 0, int(d.timeout.Seconds()), false, filter, attributes, append([]ldap.Control{paging}, controls...))
	for seen := 0; ; {
		if err := d.ctx.Err(); err != nil {
			return explain(doing, context.Cause(d.ctx))
		}
		result, err := d.conn.Search(request)
		if err != nil {
			return explain(doing, err)
		}
		for _, e := range result.Entries {
			if seen++; seen > d.limit {
				return &Error{Code: "ad_limit", Summary: fmt.Sprintf("%s: more than %d objects", doing, d.limit), Hint: "Raise --max-objects."}
			}
			if err := use(entry{e}); err != nil {
				return err
			}
		}
		next, _ := ldap.FindControl(result.Controls, ldap.ControlTypePaging).(*ldap.ControlPaging)
		if next == nil || len(next.Cookie) == 0 {
			return nil
		}
		paging.SetCookie(next.Cookie)
	}
}

func (d *directory) all(base string, scope int, filter string, attributes []string, controls ...ldap.Control) ([]entry, error) {
	var out []entry
	err := d.each(base, scope, filter, attributes, controls, func(e entry) error { out = append(out, e); return nil })
	return out, err
}

// read reads one object.
func (d *directory) read(dn string, attributes []string, controls ...ldap.Control) (entry, error) {
	request := ldap.NewSearchRequest(dn, ldap.ScopeBaseObject, ldap.NeverDerefAliases, 0, int(d.timeout.Seconds()), false, "(objectClass=*)", attributes, controls)
	result, err := d.conn.Search(request)
	if err == nil && len(result.Entries) != 1 {
		err = ldap.NewError(ldap.LDAPResultNoSuchObject, fmt.Errorf("%d entries", len(result.Entries)))
	}
	if err != nil {
		return entry{}, explain("read "+dn, err)
	}
	return entry{result.Entries[0]}, nil
}

// exists says whether an object is there. A reader who may not list the container gets the same answer as for an object
// that is not; the containers asked about here are readable by Authenticated Users unless somebody changed that.
func (d *directory) exists(dn string) (bool, error) {
	_, err := d.read(dn, []string{"objectClass"})
	switch {
	case err == nil:
		return true, nil
	case code(err) == "ad_missing":
		return false, nil
	}
	return false, err
}

// descriptor reads parts of an object's security descriptor. Active Directory leaves the attribute out, without an error,
// when the reader lacks the right; that is denied, never an empty list.
func (d *directory) descriptor(dn string, parts int32) (*Descriptor, error) {
	e, err := d.read(dn, []string{"nTSecurityDescriptor"}, &ldap.ControlMicrosoftSDFlags{Criticality: true, ControlValue: parts}, ldap.NewControlMicrosoftShowDeleted())
	if err != nil {
		return nil, err
	}
	return e.descriptor(parts)
}

func (e entry) descriptor(parts int32) (*Descriptor, error) {
	raw := e.GetRawAttributeValue("nTSecurityDescriptor")
	if len(raw) == 0 {
		right := "READ_CONTROL on the object"
		if parts&sdSACL != 0 {
			right = "the privilege SeSecurityPrivilege (manage auditing and security log)"
		}
		return nil, &Error{Code: "ad_denied", Summary: "nTSecurityDescriptor of " + e.DN + ": insufficient rights", Hint: "Reading it takes " + right + "."}
	}
	return ParseDescriptor(raw)
}

// values returns all values of an attribute, asking again for the ranges that Active Directory leaves out of the first
// answer ([MS-ADTS] 3.1.1.3.1.3.3).
func (d *directory) values(e entry, attribute string) ([]string, error) {
	out := e.strings(attribute)
	for from := -1; ; {
		next := -1
		for _, a := range e.Attributes {
			name, ranged, ok := strings.Cut(a.Name, ";range=")
			if !ok || !strings.EqualFold(name, attribute) {
				continue
			}
			out = append(out, a.Values...)
			if low, high, ok := strings.Cut(ranged, "-"); ok && high != "*" {
				last, err := strconv.Atoi(high)
				first, err2 := strconv.Atoi(low)
				if err != nil || err2 != nil || last < first || first <= from {
					return nil, &Error{Code: "ad_protocol", Summary: fmt.Sprintf("read %s: range %q makes no progress", e.DN, ranged)}
				}
				from, next = first, last+1
			}
		}
		if next < 0 {
			return out, nil
		}
		if len(out) > d.limit {
			return nil, &Error{Code: "ad_limit", Summary: fmt.Sprintf("read %s: more than %d values of %s", e.DN, d.limit, attribute), Hint: "Raise --max-objects."}
		}
		var err error
		if e, err = d.read(e.DN, []string{fmt.Sprintf("%s;range=%d-*", attribute, next)}); err != nil {
			return nil, err
		}
	}
}

// get, strings, number, moment and sid read one attribute; ok is false when it is not there or not of that form.

func (e entry) get(attribute string) string { return e.GetEqualFoldAttributeValue(attribute) }

func (e entry) strings(attribute string) []string { return e.GetEqualFoldAttributeValues(attribute) }

func (e entry) number(attribute string) (int64, bool) {
	n, err := strconv.ParseInt(e.get(attribute), 10, 64)
	return n, err == nil
}

// moment reads a FILETIME; 0 and the largest value mean never.
func (e entry) moment(attribute string) (string, bool) {
	n, ok := e.number(attribute)
	if !ok || n <= 0 || n == 1<<63-1 {
		return "", false
	}
	const until1970 = 116444736000000000 // 100 ns steps from 1601-01-01 to 1970-01-01
	t := time.Unix((n-until1970)/1e7, 0).UTC()
	if t.Year() < 1601 || t.Year() > 9999 {
		return "", false
	}
	return t.Format(time.RFC3339), true
}

func (e entry) sid(attribute string) (string, bool) {
	sid, _, err := ParseSID(e.GetRawAttributeValue(attribute))
	return sid, err == nil
}

func (e entry) has(class string) bool {
	return slices.ContainsFunc(e.strings("objectClass"), func(c string) bool { return strings.EqualFold(c, class) })
}
