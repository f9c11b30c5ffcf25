package schema

import (
	"cmp"
	"fmt"
	"net/netip"
	"regexp"
	"strings"
	"time"
)

// spelling is one canonical way to write a value; what completes the sentence "… is not …".
type spelling struct {
	what string
	ok   func(string) bool
}

func pattern(what, expr string) spelling {
	return spelling{what, regexp.MustCompile(`^(?:` + expr + `)$`).MatchString}
}

const (
	labelExpr = `[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?`
	fqdnExpr  = labelExpr + `(?:\.` + labelExpr + `)*`
	guidExpr  = `[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`
	sidExpr   = `S-1-[0-9]+(?:-[0-9]+)*`
)

// formats are the spellings of section 2 of the facts model, by the name that the fact tags use.
var formats = map[string]spelling{
	"fqdn":        pattern("a lower-case host name without a final dot", fqdnExpr),
	"guid":        pattern("a lower-case GUID without braces", guidExpr),
	"sid":         pattern("a SID such as S-1-5-18", sidExpr),
	"version":     pattern("a dotted version", `[0-9]+(?:\.[0-9A-Za-z]+)*(?:[-+][0-9A-Za-z.-]+)?`),
	"thumbprint":  pattern("a thumbprint of 40 lower-case hexadecimal digits", `[0-9a-f]{40}`),
	"sha256":      pattern("a digest of 64 lower-case hexadecimal digits", `[0-9a-f]{64}`),
	"month":       pattern("a month such as 2026-11", `[0-9]{4}-(?:0[1-9]|1[0-2])`),
	"build":       pattern("a build such as 10.0.20348", `[0-9]+\.[0-9]+\.[0-9]+`),
	"kb":          pattern("an update such as kb4487044", `kb[0-9]+`),
	"port":        pattern("a port such as tcp/443", `(?:tcp|udp)/[0-9]{1,5}`),
	"path":        pattern("a path such as dc01.contoso.com->localhost", `[^>]+->[^>]+`),
	"account":     pattern("an account key such as mdisvc01$@contoso.com in lower case", `[^@\p{Lu}]+@[^@\p{Lu}]+`),
	"principal":   pattern("a SID or an account key", sidExpr+`|[^@\p{Lu}]+@[^@\p{Lu}]+`),
	"ace":         pattern("a canonical access control entry", `(?:A|D|AU|XA|XD|XU|OA|OD|OU|ZA);(?:OI|CI|NP|IO|ID|SA|FA)*;0x[0-9a-f]{8};(?:`+guidExpr+`)?;(?:`+guidExpr+`)?;`+sidExpr),
	"dn":          {"a distinguished name in lower case", func(s string) bool { return strings.Contains(s, "=") && s == strings.ToLower(s) }},
	"pointer":     {"a JSON pointer", func(s string) bool { return s == "" || strings.HasPrefix(s, "/") }},
	"text":        {"a text", func(s string) bool { return s != "" }},
	"hostport":    pattern("host:port in lower case", `[^\s\p{Lu}]+:[0-9]{1,5}`),
	"hostpattern": pattern("a host name or pattern in lower case", `(?:\*\.)?`+fqdnExpr),
	"ip":          {"an IP address", func(s string) bool { _, err := netip.ParseAddr(s); return err == nil }},
	"time": {"a time in UTC such as 2026-11-22T09:00:00Z", func(s string) bool {
		_, err := time.Parse(time.RFC3339, s)
		return err == nil && strings.HasSuffix(s, "Z")
	}},
	"date": {"a day such as 2026-11-22", func(s string) bool { _, err := time.Parse(time.DateOnly, s); return err == nil }},
}

// Flags of an access control entry, in the order in which a key spells them.
var aceFlags = []struct {
	bit  int64
	name string
}{{0x1, "OI"}, {0x2, "CI"}, {0x4, "NP"}, {0x8, "IO"}, {0x10, "ID"}, {0x40, "SA"}, {0x80, "FA"}}

// ZeroGUID stands for "all" in the GUID fields of an entry.
const ZeroGUID = "00000000-0000-0000-0000-000000000000"

// Key is the canonical text of an entry, under which it stands in an ACL.
func (a *ACE) Key() string {
	kind := map[string]string{"allow": "A", "deny": "D", "audit": "AU", "callback_allow": "XA", "callback_deny": "XD", "callback_audit": "XU"}[a.Type]
	guid := func(g string) string {
		if g == ZeroGUID {
			return ""
		}
		return g
	}
	if guid(a.ObjectType) != "" || guid(a.InheritedObjectType) != "" {
		// SDDL has no object form of callback denials and audits; they keep their letters.
		kind = cmp.Or(map[string]string{"A": "OA", "D": "OD", "AU": "OU", "XA": "ZA"}[kind], kind)
	}
	var flags strings.Builder
	for _, f := range aceFlags {
		if a.Flags&f.bit != 0 {
			flags.WriteString(f.name)
		}
	}
	return fmt.Sprintf("%s;%s;0x%08x;%s;%s;%s", kind, flags.String(), a.Mask, guid(a.ObjectType), guid(a.InheritedObjectType), a.SID)
}
