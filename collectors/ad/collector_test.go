package ad

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/go-ldap/ldap/v3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/collectors"
	"github.com/mdiplan/mdiplan/schema"
)

const (
	rootSID  = "S-1-5-21-1-2-3"
	childSID = "S-1-5-21-4-5-6"
)

func obj(dn string, pairs ...string) object {
	o := object{dn, map[string][]string{}}
	for i := 0; i < len(pairs); i += 2 {
		o.attrs[strings.ToLower(pairs[i])] = append(o.attrs[strings.ToLower(pairs[i])], pairs[i+1])
	}
	return o
}

func sddl(t *testing.T, text string) string {
	for _, v := range vectors(t) {
		if v.SDDL == text {
			return string(v.Binary)
		}
	}
	t.Fatalf("no vector for %s; known are the cases of testdata/vectors.py", text)
	return ""
}

// estate is a forest of two domains with a controller each, on 127.0.0.1 and 127.0.0.2.
func estate(t *testing.T) (root, child *fakeDC) {
	readable := sddl(t, "D:(D;;RPWP;;;AN)(A;CI;RPLCLORC;;;AU)(A;;GA;;;DA)(A;CIIO;GA;;;CO)")
	audited := sddl(t, "S:(OU;CIIOSA;CCDCSWWPDTCRSDWDWO;;bf967aba-0de6-11d0-a285-00aa003049e2;WD)(OU;CIIOSA;CCDCSWWPDTCRSDWDWO;;bf967a86-0de6-11d0-a285-00aa003049e2;WD)")
	config := "CN=Configuration,DC=root,DC=test"
	shared := func(nc string) []object {
		return []object{
			obj("", "defaultNamingContext", nc, "configurationNamingContext", config, "schemaNamingContext", "CN=Schema,"+config,
				"rootDomainNamingContext", "DC=root,DC=test", "forestFunctionality", "7", "tokenGroups", rootSID+"-519", "isSynchronized", "TRUE"),
			obj(config, "objectClass", "configuration", "nTSecurityDescriptor", sddl(t, "O:BAG:BAD:S:")),
			obj("CN=Schema,"+config, "objectVersion", "91"),
			obj("CN=Services," + config),
			obj("CN=Group Key Distribution Service,CN=Services," + config),
			obj("CN=Master Root Keys,CN=Group Key Distribution Service,CN=Services," + config),
			obj("CN=4c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11,CN=Master Root Keys,CN=Group Key Distribution Service,CN=Services,"+config,
				"objectClass", "msKds-ProvRootKey", "msKds-CreateTime", "133829280000000000", "msKds-UseStartTime", "133829280000000000"),
			obj("CN=Sites," + config),
			obj("CN=R1,CN=Servers,CN=HQ,CN=Sites,"+config, "objectClass", "server", "dNSHostName", "127.0.0.1", "serverReference", "CN=R1,OU=Domain Controllers,DC=root,DC=test"),
			obj("CN=NTDS Settings,CN=R1,CN=Servers,CN=HQ,CN=Sites,"+config, "objectClass", "nTDSDSA", "options", "1", "msDS-HasDomainNCs", "DC=root,DC=test"),
			obj("CN=C1,CN=Servers,CN=Branch,CN=Sites,"+config, "objectClass", "server", "dNSHostName", "127.0.0.2", "serverReference", "CN=C1,OU=Domain Controllers,DC=child,DC=root,DC=test"),
			obj("CN=NTDS Settings,CN=C1,CN=Servers,CN=Branch,CN=Sites,"+config, "objectClass", "nTDSDSA", "options", "0", "hasMasterNCs", config, "hasMasterNCs", "DC=child,DC=root,DC=test"),
			obj("CN=Partitions,"+config, "fSMORoleOwner", "CN=NTDS Settings,CN=R1,CN=Servers,CN=HQ,CN=Sites,"+config),
			obj("CN=ROOT,CN=Partitions,"+config, "objectClass", "crossRef", "systemFlags", "3", "nCName", "DC=root,DC=test", "dnsRoot", "root.test", "nETBIOSName", "ROOT"),
			obj("CN=CHILD,CN=Partitions,"+config, "objectClass", "crossRef", "systemFlags", "3", "nCName", "DC=child,DC=root,DC=test", "dnsRoot", "child.root.test", "nETBIOSName", "CHILD"),
			obj("CN=Schema part,CN=Partitions,"+config, "objectClass", "crossRef", "systemFlags", "1", "nCName", "CN=Schema,"+config),
		}
	}
	domain := func(nc, sid, dc string) []object {
		return []object{
			obj(nc, "objectClass", "domainDNS", "objectSid", sid, "msDS-Behavior-Version", "7", "nTSecurityDescriptor", audited,
				"gPLink", "[LDAP://cn={AAAAAAAA-016D-11D2-945F-00C04FB984F9},cn=policies;0][LDAP://cn={BBBBBBBB-016D-11D2-945F-00C04FB984F9},cn=policies;2]",
				"fSMORoleOwner", "CN=NTDS Settings,CN="+dc+",CN=Servers,CN=HQ,CN=Sites,"+config),
			obj("CN=System," + nc), obj("CN=Policies,CN=System," + nc),
			obj("CN={AAAAAAAA-016D-11D2-945F-00C04FB984F9},CN=Policies,CN=System,"+nc, "objectClass", "groupPolicyContainer", "displayName", "A", "flags", "0", "nTSecurityDescriptor", readable),
			obj("CN={BBBBBBBB-016D-11D2-945F-00C04FB984F9},CN=Policies,CN=System,"+nc, "objectClass", "groupPolicyContainer", "displayName", "B", "flags", "3", "nTSecurityDescriptor", readable),
			obj("OU=Domain Controllers,"+nc, "objectClass", "organizationalUnit", "nTSecurityDescriptor", readable, "gPOptions", "1"),
			obj("CN="+dc+",OU=Domain Controllers,"+nc, "objectClass", "user", "objectClass", "computer", "objectSid", sid+"-1000", "sAMAccountName", dc+"$", "operatingSystem", "Windows Server 2025 Datacenter",
				"operatingSystemVersion", "10.0 (26100)", "tokenGroups", sid+"-516", "primaryGroupID", "516", "dNSHostName", "x.test"),
			obj("CN=Cert Publishers,CN=Users,"+nc, "objectClass", "group", "objectSid", sid+"-517"),
		}
	}
	root = &fakeDC{limit: 5, maxRange: 3, asked: map[string]bool{}, denied: map[string]bool{}, objects: append(shared("DC=root,DC=test"), domain("DC=root,DC=test", rootSID, "R1")...)}
	child = &fakeDC{limit: 5, maxRange: 3, asked: map[string]bool{}, denied: map[string]bool{}, objects: append(shared("DC=child,DC=root,DC=test"), domain("DC=child,DC=root,DC=test", childSID, "C1")...)}
	pair, roots := certificate(t)
	port := freePort(t)
	root.serve(t, "127.0.0.1:"+port, pair)
	child.serve(t, "127.0.0.2:"+port, pair)
	testOptions = Options{Server: Server{URL: "ldaps://127.0.0.1:" + port, Roots: roots, Timeout: 5 * time.Second}, Credentials: Credentials{User: "alice@root.test", Password: "right"}, PageSize: 3}
	return root, child
}

// testOptions are those of the last estate; tests do not run in parallel.
var testOptions Options

func collect(t *testing.T, o Options) (*schema.Facts, error) {
	t.Helper()
	env := collectors.Env{Now: func() time.Time { return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC) }, Progress: func(string, ...any) {}}
	facts, _, err := collectors.Run(t.Context(), env, collectors.Job{ID: "ad-1", Collector: Collector{o}})
	if err == nil {
		var text strings.Builder
		require.NoError(t, schema.Encode(&text, facts))
		_, diags := schema.LoadFacts(strings.NewReader(text.String()), "collected", schema.DefaultLimits)
		require.Empty(t, diags, "what a collector writes, the loader accepts")
	}
	return facts, err
}

func TestEveryDomainIsReadFromItsOwnController(t *testing.T) {
	root, child := estate(t)
	for i := range 9 { // more than a page and more than a range
		dn := fmt.Sprintf("CN=ca%d,CN=Computers,DC=root,DC=test", i)
		root.objects = append(root.objects, obj(dn, "objectClass", "user", "objectClass", "computer", "objectSid", fmt.Sprintf("%s-20%d", rootSID, i), "dNSHostName", fmt.Sprintf("ca%d.root.test", i)))
		for _, o := range root.objects {
			if strings.HasPrefix(o.dn, "CN=Cert Publishers") {
				o.attrs["member"] = append(o.attrs["member"], dn)
			}
		}
	}
	o := testOptions
	o.EveryController = true
	facts, err := collect(t, o)
	require.NoError(t, err)

	forest := facts.Forests["root.test"]
	assert.Equal(t, schema.Set{"root.test": true, "child.root.test": true}, forest.Domains)
	assert.EqualValues(t, 2, *forest.DCCount)
	assert.EqualValues(t, 91, *forest.SchemaVersion)
	assert.NotNil(t, forest.ConfigurationSACL)
	assert.Empty(t, forest.ConfigurationSACL, "an empty SACL was read, and it is empty")
	key := forest.KDSRootKeys["4c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11"]
	require.NotNil(t, key)
	assert.Equal(t, "2025-02-02T00:00:00Z", key.EffectiveAt)
	assert.True(t, *key.ReplicatedEverywhere)

	assert.Equal(t, childSID, facts.Domains["child.root.test"].SID, "read from 127.0.0.2")
	assert.Len(t, facts.Domains["root.test"].RootSACL, 2)
	assert.Equal(t, "ws2025", facts.Servers["127.0.0.2"].OSFamily)
	assert.Equal(t, "Branch", facts.Servers["127.0.0.2"].Site)
	assert.True(t, *facts.Servers["127.0.0.1"].DirectoryHealthy)
	assert.True(t, *facts.Domains["root.test"].DCs["127.0.0.1"].GlobalCatalog)
	assert.Len(t, facts.Domains["root.test"].CertPublishers, 9, "all ranges were asked for")

	gpos := facts.Domains["root.test"].GPOs
	assert.EqualValues(t, 1, *gpos["bbbbbbbb-016d-11d2-945f-00c04fb984f9"].Links["dc=root,dc=test"].Order, "the last link wins")
	assert.True(t, *gpos["bbbbbbbb-016d-11d2-945f-00c04fb984f9"].Links["dc=root,dc=test"].Enforced)
	assert.Equal(t, "all_disabled", gpos["bbbbbbbb-016d-11d2-945f-00c04fb984f9"].Status)
	assert.Equal(t, schema.Set{"ou=domain controllers,dc=root,dc=test": true}, facts.Domains["root.test"].GPOInheritanceBlocked)

	for _, dc := range []*fakeDC{root, child} {
		for _, secret := range secretAttributes {
			assert.NotContains(t, dc.asked, secret)
		}
	}
}

func TestWhatIsRefusedIsAbsentWithAReason(t *testing.T) {
	root, _ := estate(t)
	for i, o := range root.objects {
		switch {
		case o.dn == "DC=root,DC=test":
			delete(o.attrs, "ntsecuritydescriptor")
		case o.dn == "":
			o.attrs["tokengroups"] = []string{rootSID + "-513"}
		case strings.HasPrefix(o.dn, "CN=4c1c0f0e"):
			root.objects[i].dn = "CN=moved"
		}
	}
	root.denied["cn=deleted objects,dc=root,dc=test"] = true
	o := testOptions
	o.OneDomain = true
	facts, err := collect(t, o)
	require.NoError(t, err)
	assert.Nil(t, facts.Domains["root.test"].RootSACL)
	assert.Equal(t, "denied", facts.Sections["/domains/root.test/root_sacl"].Status)
	assert.Equal(t, "denied", facts.Sections["/domains/root.test/deleted_objects_dacl"].Status)
	assert.Nil(t, facts.Forests["root.test"].KDSRootKeys, "to an ordinary account an empty container proves nothing")
	assert.Equal(t, "denied", facts.Sections["/forests/root.test/kds_root_keys"].Status)
	assert.Nil(t, facts.Forests["root.test"].Trusts, "the other domain was not asked for its trusts")
	assert.Equal(t, "unreachable", facts.Sections["/domains/child.root.test"].Status)
	assert.Equal(t, schema.Set{"root.test": true, "child.root.test": true}, facts.Forests["root.test"].Domains)
}

func TestUnreachableDomainIsSaidAndTheRestIsRead(t *testing.T) {
	root, _ := estate(t)
	for _, o := range root.objects {
		if strings.HasPrefix(o.dn, "CN=C1,CN=Servers") {
			o.attrs["dnshostname"] = []string{"127.0.0.3"}
		}
	}
	facts, err := collect(t, testOptions)
	require.NoError(t, err)
	assert.Equal(t, "unreachable", facts.Sections["/domains/child.root.test"].Status)
	assert.Equal(t, "unreachable", facts.Sections["/servers/127.0.0.3"].Status)
	assert.Equal(t, rootSID, facts.Domains["root.test"].SID)
	assert.Empty(t, facts.Domains["child.root.test"].SID)
}

func codeOf(t *testing.T, err error) string {
	t.Helper()
	var e *Error
	require.ErrorAs(t, err, &e)
	assert.NotEmpty(t, e.Error())
	return e.Code
}

func TestErrorsSayWhatToDo(t *testing.T) {
	root, _ := estate(t)
	_, strangers := certificate(t)
	for name, test := range map[string]struct {
		change func(*Options)
		code   string
	}{
		"wrong password":       {func(o *Options) { o.Password = "wrong" }, "ad_bind"},
		"no password":          {func(o *Options) { o.Password = "" }, "ad_bind"},
		"wrong authority":      {func(o *Options) { o.Roots = strangers }, "ad_tls"},
		"wrong name":           {func(o *Options) { o.URL = strings.Replace(o.URL, "127.0.0.1", "localhost", 1) }, "ad_tls"},
		"dead port":            {func(o *Options) { o.URL = "ldaps://127.0.0.1:1" }, "ad_unreachable"},
		"no TLS":               {func(o *Options) { o.URL = strings.Replace(o.URL, "ldaps", "ldap", 1) }, "ad_strong_auth"},
		"TLS twice":            {func(o *Options) { o.StartTLS = true }, "ad_protocol"},
		"no address":           {func(o *Options) { o.URL = "dc01" }, "ad_protocol"},
		"Kerberos, no realm":   {func(o *Options) { o.Kerberos, o.User = true, "alice" }, "ad_kerberos"},
		"Kerberos, no config":  {func(o *Options) { o.Kerberos, o.Krb5Conf = true, "/nonexistent" }, "ad_kerberos"},
		"more than the limit":  {func(o *Options) { o.MaxObjects = 1 }, "ad_limit"},
		"ticket cache missing": {func(o *Options) { o.Kerberos, o.CCache = true, "/nonexistent" }, "ad_kerberos"},
	} {
		t.Run(name, func(t *testing.T) {
			o := testOptions
			test.change(&o)
			_, err := collect(t, o)
			require.Error(t, err)
			assert.Equal(t, test.code, codeOf(t, err))
		})
	}
	t.Run("no domain controller", func(t *testing.T) {
		delete(root.objects[0].attrs, "defaultnamingcontext")
		_, err := collect(t, testOptions)
		assert.Equal(t, "ad_protocol", codeOf(t, err))
	})
	t.Run("slow", func(t *testing.T) {
		root.delay = time.Second
		o := testOptions
		o.Server.Timeout = 20 * time.Millisecond
		_, err := collect(t, o)
		require.Error(t, err)
		root.delay = 0
	})
}

func TestReferralsAreNeverFollowed(t *testing.T) {
	estate(t)
	r := &reader{options: testOptions}
	d, err := r.open(t.Context(), testOptions.URL)
	require.NoError(t, err)
	d.page, d.limit, d.timeout = 3, 100, time.Second
	_, err = d.read("DC=elsewhere,DC=test", []string{"objectClass"})
	assert.Equal(t, "ad_referral", codeOf(t, err))
	_, err = d.all("DC=elsewhere,DC=test", ldap.ScopeWholeSubtree, "(objectClass=*)", []string{"cn"})
	assert.Equal(t, "ad_referral", codeOf(t, err))
	for _, secret := range []string{"msDS-ManagedPassword", "*", "unicodePwd"} {
		_, err = d.all("DC=root,DC=test", ldap.ScopeWholeSubtree, "(objectClass=*)", []string{secret})
		assert.ErrorContains(t, err, "never read")
	}
}

func TestInterruptionEndsTheRun(t *testing.T) {
	root, _ := estate(t)
	root.delay = 50 * time.Millisecond
	ctx, cancel := context.WithTimeout(t.Context(), 120*time.Millisecond)
	defer cancel()
	env := collectors.Env{Now: time.Now, Progress: func(string, ...any) {}}
	_, err := Collector{testOptions}.Collect(ctx, env)
	require.Error(t, err)
	var e *Error
	assert.True(t, errors.As(err, &e), "%v", err)
}

func TestNamesAreSpelledAsTheModelSpellsThem(t *testing.T) {
	assert.Equal(t, "cn=a\\,b,dc=x", foldDN("CN=a\\,b, DC=X"))
	assert.Equal(t, "DC=x", parentDN("CN=a\\,b,DC=x"))
	assert.Equal(t, "x.test", dnsName("DC=X,DC=test"))
	assert.Equal(t, "ws2019", osFamily("Windows Server 2019 Standard", "10.0 (17763)"))
	assert.Equal(t, "other", osFamily("Samba", "4.22"))
	assert.Equal(t, "other", osFamily("Windows Server 2016 Standard", "10.0 (16299)"), "a release of the semi-annual channel")
	assert.Empty(t, osFamily("", ""))
}
