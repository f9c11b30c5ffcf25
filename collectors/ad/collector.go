// Package ad reads an Active Directory over LDAP into facts.
//
// It promises to change nothing, to name every attribute it asks for (none of them a secret), never to follow a referral,
// and to send credentials over verified TLS only. What the directory refuses is absent from the facts, with a section that
// says why: absent is never an empty list.
package ad

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/go-ldap/ldap/v3"

	"github.com/mdiplan/mdiplan/collectors"
	"github.com/mdiplan/mdiplan/schema"
)

// Options say where to read and how much.
type Options struct {
	Server
	Credentials
	// OneDomain reads only the domain of the server and the forest; otherwise one domain controller of every other domain
	// of the forest is asked too, with the same credentials.
	OneDomain bool
	// EveryController also asks each domain controller whether it is synchronised and holds the KDS root keys.
	EveryController bool
	// Accounts are further accounts to read, as name@domain; managed service accounts are always read.
	Accounts []string
	// Computers are further servers to read, by host name; domain controllers and CAs are always read.
	Computers []string
	// Containers are those that response actions are to reach, by distinguished name.
	Containers []string
	// MaxObjects bounds every search; PageSize is what one page of it asks for.
	MaxObjects int
	PageSize   uint32
	// Tool, ToolVersion and Host describe the reader in the document.
	Tool, ToolVersion, Host string
}

// Defaults of Options. The page size is that of the default query policy of Active Directory (MaxPageSize).
const (
	DefaultMaxObjects = 2_000_000
	DefaultPageSize   = 1000
	DefaultTimeout    = 30 * time.Second
)

// Collector reads one forest.
type Collector struct{ Options }

var _ collectors.Collector = Collector{}

// Source describes this reader.
func (c Collector) Source() schema.Source {
	return schema.Source{Collector: "ad", Tool: c.Tool, ToolVersion: c.ToolVersion, Host: c.Host, Identity: strings.ToLower(c.User)}
}

// reader is one run.
type reader struct {
	*directory
	options Options
	env     collectors.Env
	facts   *schema.Facts
	home    string // DNS name of the domain whose controller is asked
	root    entry  // rootDSE
	config  string // distinguished names
	schema  string
	// privileged says that the reader is an administrator of the forest, so that an empty list is known to be empty.
	privileged  bool
	domains     map[string]*domainInfo // by DNS name
	controllers []*controller
}

type domainInfo struct{ dns, dn, netbios string }

// controller is one domain controller as the sites container knows it.
type controller struct {
	host, domain, site, computer string // computer and settings are DNs as the directory spells them
	settings                     string
	global, readOnly, bridgehead bool
}

// Collect reads the forest, its domains, servers and accounts.
func (c Collector) Collect(ctx context.Context, env collectors.Env) (*schema.Facts, error) {
	o := c.Options
	o.MaxObjects, o.PageSize, o.Timeout = cmp.Or(o.MaxObjects, DefaultMaxObjects), cmp.Or(o.PageSize, DefaultPageSize), cmp.Or(o.Timeout, DefaultTimeout)
	r := &reader{options: o, env: env, domains: map[string]*domainInfo{},
		facts: &schema.Facts{Sections: map[string]*schema.Section{}, Forests: map[string]*schema.Forest{}, Domains: map[string]*schema.Domain{},
			Servers: map[string]*schema.Server{}, Accounts: map[string]*schema.Account{}}}
	var err error
	if r.directory, err = r.open(ctx, o.URL); err != nil {
		return nil, err
	}
	defer func() { _ = r.conn.Close() }()
	if err := r.readRoot(); err != nil {
		return nil, err
	}
	if err := r.readPartitions(); err != nil {
		return nil, err
	}
	if err := r.readControllers(); err != nil {
		return nil, err
	}
	if err := r.checkNames(); err != nil {
		return nil, err
	}
	forest := r.forestName()
	r.env.Progress("forest %s: %d domains, %d domain controllers", forest, len(r.domains), len(r.controllers))
	r.readForest(forest)
	for _, name := range sorted(r.domains) {
		if err := ctx.Err(); err != nil {
			return nil, explain("read domain "+name, err)
		}
		r.readDomainFrom(ctx, forest, name)
	}
	r.finishServers(forest)
	if o.EveryController {
		r.askControllers(ctx, forest)
	}
	for _, kind := range []string{"/forests", "/domains", "/servers", "/accounts"} {
		r.done(kind)
	}
	return r.facts, nil
}

// open connects to one server; the context ends what is under way.
func (r *reader) open(ctx context.Context, address string) (*directory, error) {
	server := r.options.Server
	server.URL, server.Timeout = address, r.options.Timeout
	conn, err := dial(ctx, server, r.options.Credentials)
	if err != nil {
		return nil, err
	}
	context.AfterFunc(ctx, func() { _ = conn.Close() })
	return &directory{ctx: ctx, conn: conn, page: r.options.PageSize, limit: r.options.MaxObjects, timeout: r.options.Timeout}, nil
}

// addressOf is the address of another server, reached the way the first one was.
func (r *reader) addressOf(host string) string {
	first, err := url.Parse(r.options.URL)
	if err != nil {
		return ""
	}
	if port := first.Port(); port != "" {
		host += ":" + port
	}
	return first.Scheme + "://" + host
}

func (r *reader) readRoot() error {
	root, err := r.read("", []string{"defaultNamingContext", "configurationNamingContext", "schemaNamingContext", "rootDomainNamingContext",
		"dnsHostName", "forestFunctionality", "supportedCapabilities"})
	if err != nil {
		return err
	}
	r.root, r.config, r.schema = root, root.get("configurationNamingContext"), root.get("schemaNamingContext")
	if root.get("defaultNamingContext") == "" || r.config == "" {
		return &Error{Code: "ad_protocol", Summary: "the server at " + r.options.URL + " is not a domain controller of Active Directory", Hint: "Its rootDSE names no domain."}
	}
	r.home = dnsName(root.get("defaultNamingContext"))
	tokens, err := r.read("", []string{"tokenGroups"})
	if err == nil {
		for _, raw := range tokens.GetRawAttributeValues("tokenGroups") {
			sid, _, err := ParseSID(raw)
			// Administrators, Domain Admins and Enterprise Admins.
			if err == nil && (sid == "S-1-5-32-544" || strings.HasPrefix(sid, "S-1-5-21-") && (strings.HasSuffix(sid, "-512") || strings.HasSuffix(sid, "-519"))) {
				r.privileged = true
			}
		}
	}
	return nil
}

// forestName is the DNS name of the forest's root domain.
func (r *reader) forestName() string { return dnsName(r.root.get("rootDomainNamingContext")) }

// readPartitions lists the domains: cross references with the flags FLAG_CR_NTDS_NC and FLAG_CR_NTDS_DOMAIN ([MS-ADTS] 2.2.10).
func (r *reader) readPartitions() error {
	refs, err := r.all("CN=Partitions,"+r.config, ldap.ScopeSingleLevel, "(&(objectClass=crossRef)(systemFlags:1.2.840.113556.1.4.803:=3))",
		[]string{"nCName", "dnsRoot", "nETBIOSName"})
	if err != nil {
		return err
	}
	for _, e := range refs {
		dns := host(e.get("dnsRoot"))
		if dns == "" {
			dns = dnsName(e.get("nCName"))
		}
		r.domains[dns] = &domainInfo{dns: dns, dn: e.get("nCName"), netbios: strings.ToUpper(e.get("nETBIOSName"))}
	}
	if len(r.domains) == 0 {
		return &Error{Code: "ad_protocol", Summary: "the directory lists no domain in CN=Partitions", Hint: "The account needs the default read rights of Authenticated Users."}
	}
	return nil
}

// checkNames refuses accounts and containers of domains that the forest does not have: they would be missing from the facts
// without a word.
func (r *reader) checkNames() error {
	for _, name := range r.options.Accounts {
		_, of, ok := strings.Cut(strings.ToLower(name), "@")
		if !ok || r.domains[of] == nil {
			return &Error{Code: "ad_missing", Summary: fmt.Sprintf("account %s is in no domain of this forest (%s)", name, strings.Join(sorted(r.domains), ", ")), Hint: "Write it as NAME@DOMAIN."}
		}
	}
	for _, dn := range r.options.Containers {
		if r.domains[dnsName(dn)] == nil {
			return &Error{Code: "ad_missing", Summary: fmt.Sprintf("container %s is in no domain of this forest (%s)", dn, strings.Join(sorted(r.domains), ", ")), Hint: "Write its whole distinguished name."}
		}
	}
	return nil
}

// readControllers lists every domain controller of the forest from the sites container, which every controller holds.
func (r *reader) readControllers() error {
	sites := "CN=Sites," + r.config
	servers, err := r.all(sites, ldap.ScopeWholeSubtree, "(objectClass=server)", []string{"dNSHostName", "serverReference", "bridgeheadTransportList"})
	if err != nil {
		return err
	}
	byDN := map[string]entry{}
	for _, e := range servers {
		byDN[foldDN(e.DN)] = e
	}
	settings, err := r.all(sites, ldap.ScopeWholeSubtree, "(objectClass=nTDSDSA)", []string{"objectClass", "options", "msDS-HasDomainNCs", "hasMasterNCs", "msDS-hasFullReplicaNCs"})
	if err != nil {
		return err
	}
	byNC := map[string]string{}
	for _, d := range r.domains {
		byNC[foldDN(d.dn)] = d.dns
	}
	for _, e := range settings {
		parent := parentDN(e.DN)
		server, ok := byDN[foldDN(parent)]
		if !ok || server.get("dNSHostName") == "" {
			r.note("/servers", &Error{Code: "ad_missing", Summary: "the server object of " + e.DN + " has no host name"})
			continue
		}
		c := &controller{host: host(server.get("dNSHostName")), site: siteOf(parent), computer: server.get("serverReference"), settings: e.DN,
			readOnly: e.has("nTDSDSARO"), bridgehead: server.get("bridgeheadTransportList") != ""}
		if options, ok := e.number("options"); ok {
			c.global = options&1 != 0
		}
		for _, attribute := range []string{"msDS-HasDomainNCs", "hasMasterNCs", "msDS-hasFullReplicaNCs"} {
			for _, nc := range e.strings(attribute) {
				c.domain = cmp.Or(c.domain, byNC[foldDN(nc)])
			}
		}
		r.controllers = append(r.controllers, c)
	}
	slices.SortFunc(r.controllers, func(a, b *controller) int { return cmp.Compare(a.host, b.host) })
	return nil
}

// readDomainFrom reads a domain from a controller of its own: the one at hand for the home domain, else the first writable
// one that answers.
func (r *reader) readDomainFrom(ctx context.Context, forest, name string) {
	if name == r.home {
		r.readDomain(r.directory, forest, name)
		return
	}
	r.facts.Domains[name] = r.knownOfDomain(forest, name)
	if r.options.OneDomain {
		r.note("/domains"+schema.Pointer(name), &Error{Code: "ad_unreachable", Summary: "not asked: --one-domain"})
		return
	}
	// Without a controller that is known, the directory's own answer says best why the domain could not be read.
	_, err := r.read(r.domains[name].dn, []string{"objectClass"})
	if err == nil {
		err = &Error{Code: "ad_unreachable", Summary: "the sites container knows no domain controller of it"}
	}
	for _, c := range r.controllers {
		if c.domain != name || c.readOnly {
			continue
		}
		var d *directory
		if d, err = r.open(ctx, r.addressOf(c.host)); err == nil {
			r.env.Progress("domain %s from %s", name, c.host)
			r.readDomain(d, forest, name)
			_ = d.conn.Close()
			return
		}
	}
	r.note("/domains"+schema.Pointer(name), err)
	for _, c := range r.controllers {
		if c.domain == name {
			r.knownOfController(c, forest)
			r.note("/servers"+schema.Pointer(c.host), err)
		}
	}
}

// done and note write sections; a section that says why something is missing is not overwritten.

func (r *reader) done(pointer string) {
	if r.facts.Sections[pointer] == nil {
		r.facts.Sections[pointer] = &schema.Section{Status: "complete", ReadAt: collectors.Stamp(r.env.Now())}
	}
}

func (r *reader) note(pointer string, err error) {
	text := strings.Join(strings.Fields(err.Error()), " ")
	s := &schema.Section{Status: status(err), ReadAt: collectors.Stamp(r.env.Now()), Error: text}
	if known := r.facts.Sections[pointer]; known != nil && known.Error != "" {
		s.Status, s.Error = "partial", known.Error+"; "+text
	}
	r.facts.Sections[pointer] = s
}

// unasked records that a value takes more than LDAP.
func (r *reader) unasked(pointer, why string) {
	r.facts.Sections[pointer] = &schema.Section{Status: "unsupported", ReadAt: collectors.Stamp(r.env.Now()), Error: why}
}

func isMissing(err error) bool { return code(err) == "ad_missing" }

// firstError keeps the first of several errors.
func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// dnsName is the DNS name that the DC components of a distinguished name spell.
func dnsName(dn string) string {
	parsed, err := ldap.ParseDN(dn)
	if err != nil {
		return ""
	}
	var labels []string
	for _, rdn := range parsed.RDNs {
		for _, a := range rdn.Attributes {
			if strings.EqualFold(a.Type, "DC") {
				labels = append(labels, a.Value)
			}
		}
	}
	return strings.ToLower(strings.Join(labels, "."))
}

// foldDN is a distinguished name in the spelling of the facts model: lower case, no spaces after commas.
func foldDN(dn string) string {
	parsed, err := ldap.ParseDN(dn)
	if err != nil {
		return strings.ToLower(dn)
	}
	parts := make([]string, len(parsed.RDNs))
	for i, rdn := range parsed.RDNs {
		parts[i] = rdn.String()
	}
	return strings.ToLower(strings.Join(parts, ","))
}

// parentDN cuts the first component off, minding escaped commas.
func parentDN(dn string) string {
	for i := 0; i < len(dn); i++ {
		switch dn[i] {
		case '\\':
			i++
		case ',':
			return dn[i+1:]
		}
	}
	return ""
}

// siteOf is the name of the site that holds CN=<server>,CN=Servers,CN=<site>,CN=Sites,...
func siteOf(dn string) string {
	parsed, err := ldap.ParseDN(dn)
	if err != nil || len(parsed.RDNs) < 3 || len(parsed.RDNs[2].Attributes) == 0 {
		return ""
	}
	return parsed.RDNs[2].Attributes[0].Value
}

func host(name string) string { return strings.ToLower(strings.TrimSuffix(name, ".")) }

func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// filterValue escapes a value for a search filter, byte by byte where it is binary.
func filterValue(v string) string { return ldap.EscapeFilter(v) }

// incomplete says that an answer lacks something that is known to exist, or that may exist unseen.
func incomplete(format string, args ...any) error {
	return &Error{Code: "ad_denied", Summary: fmt.Sprintf(format, args...)}
}
