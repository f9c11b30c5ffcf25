//go:build integration

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/internal/testdc"
	"github.com/mdiplan/mdiplan/schema"
)

// withPassword runs the program with the password in the environment.
func withPassword(t *testing.T, password string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	getenv := func(name string) string { return map[string]string{"MDIPLAN_AD_PASSWORD": password}[name] }
	code = run(t.Context(), streams{strings.NewReader(""), &out, &errs, getenv}, args)
	return code, out.String(), errs.String()
}

func loadFile(t *testing.T, file string) *schema.Facts {
	t.Helper()
	f, err := os.Open(file)
	require.NoError(t, err)
	defer func() { _ = f.Close() }()
	facts, diags := schema.LoadFacts(f, file, schema.DefaultLimits)
	require.Empty(t, diags)
	return facts
}

// TestFromALiveDirectoryToARunbook is the main job: a directory that nobody prepared for it, read, judged and planned.
func TestFromALiveDirectoryToARunbook(t *testing.T) {
	dc := testdc.Up(t, 2000)
	dir := t.TempDir()
	server := "ldaps://" + dc.Address
	const admin, password = "Administrator@mdi.test", "Passw0rd.mdi"
	base := []string{"collect", "ad", "--ca-file", dc.CA, now, "-q"}
	collect := func(t *testing.T, password string, args ...string) (int, string, string) {
		return withPassword(t, password, append(append([]string(nil), base...), args...)...)
	}
	facts := filepath.Join(dir, "ad.json")
	code, _, stderr := collect(t, password, "--server", server, "--user", admin, "--account", "svc-mdi@mdi.test", "--account", "nobody@mdi.test", "-o", facts)
	require.Zero(t, code, stderr)
	spec := filepath.Join("testdata", "directory")

	t.Run("facts", func(t *testing.T) {
		f := loadFile(t, facts)
		forest, domain := f.Forests["mdi.test"], f.Domains["mdi.test"]
		assert.EqualValues(t, 3, *forest.DCCount)
		assert.EqualValues(t, 88, *forest.SchemaVersion)
		assert.EqualValues(t, 7, *forest.FunctionalLevel)
		assert.Len(t, forest.KDSRootKeys, 1)
		for _, key := range forest.KDSRootKeys {
			assert.NotEmpty(t, key.EffectiveAt)
		}
		assert.True(t, *forest.ExchangeContainerPresent)
		assert.Equal(t, "ca1.mdi.test", forest.EnrollmentServices["mdi-ca"].Server)
		assert.Equal(t, "forest", forest.Trusts["partner.test"].Kind)
		assert.Equal(t, "two_way", forest.Trusts["partner.test"].Direction)
		assert.Contains(t, domain.RootSACL, "OU;CIIOSA;0x000d016b;;bf967aba-0de6-11d0-a285-00aa003049e2;S-1-1-0")
		assert.Contains(t, forest.ConfigurationSACL, "AU;CISAFA;0x00000020;;;S-1-5-11")
		assert.Contains(t, domain.ADFSContainerSACL, "AU;CISAFA;0x00000030;;;S-1-1-0")
		assert.Contains(t, domain.SACLProtectedObjects, "ou=legacy,dc=mdi,dc=test")
		assert.Contains(t, domain.ReadRestrictedOUs, "ou=hidden,dc=mdi,dc=test")
		assert.Contains(t, domain.DeletedObjectsDACL, "A;CI;0x00000014;;;"+domain.SID+"-516")
		assert.True(t, *f.Servers["rodc1.mdi.test"].Roles.RODC)
		assert.False(t, *f.Servers["rodc1.mdi.test"].Roles.DC)
		assert.Equal(t, "ws2019", f.Servers["dc2.mdi.test"].OSFamily)
		assert.Equal(t, "Berlin", f.Servers["dc2.mdi.test"].Site)
		assert.True(t, *f.Servers["ca1.mdi.test"].Roles.ADCS)
		assert.True(t, f.Servers["dc1.mdi.test"].FSMO["pdc_emulator"])
		assert.Contains(t, f.Accounts["mdisvc01$@mdi.test"].PasswordReaders, domain.SID+"-516")
		assert.Equal(t, "user", f.Accounts["svc-mdi@mdi.test"].Class)
		assert.False(t, *f.Accounts["nobody@mdi.test"].Exists)
		assert.Equal(t, "ad", f.Sources["ad-1"].Collector)
		src, err := os.ReadFile(facts)
		require.NoError(t, err)
		assert.NotContains(t, string(src), password)
	})

	t.Run("verdict", func(t *testing.T) {
		code, out, stderr := call(t, "", "audit", spec, "--facts", facts, now, "-o", "json")
		assert.Equal(t, exitRefused, code, stderr)
		v, diags := schema.LoadVerdict(strings.NewReader(out), "verdict", schema.DefaultLimits)
		require.Empty(t, diags)
		outcome := map[string]schema.Outcome{}
		for _, f := range v.Findings {
			outcome[f.Rule+" "+f.Subject.String()] = f.Outcome
		}
		for finding, want := range map[string]schema.Outcome{
			// What a directory can prove.
			"MDI-AUD-101 domain/mdi.test":     schema.Pass,
			"MDI-AUD-108 forest/mdi.test":     schema.Fail,
			"MDI-DSA-018 forest/mdi.test":     schema.Pass,
			"MDI-DSA-021 sensor/ca1.mdi.test": schema.Fail,
			// What only a host can tell.
			"MDI-HW-002 server/ca1.mdi.test":  schema.Unknown,
			"MDI-HW-002 server/dc2.mdi.test":  schema.Unknown,
			"MDI-AUD-001 server/dc2.mdi.test": schema.Unknown,
		} {
			assert.Equal(t, want, outcome[finding], finding)
		}
	})

	t.Run("runbook", func(t *testing.T) {
		file := filepath.Join(dir, "runbook.json")
		markdown := filepath.Join(dir, "runbook.md")
		code, _, stderr := call(t, "", "plan", spec, "--facts", facts, now, "-q", "-o", "json="+file, "-o", "markdown="+markdown)
		assert.Equal(t, exitUnsure, code, stderr)
		f, err := os.Open(file)
		require.NoError(t, err)
		defer func() { _ = f.Close() }()
		book, diags := schema.LoadRunbook(f, file, schema.DefaultLimits)
		require.Empty(t, diags)
		assert.Len(t, book.Held, 4, "no host was read, so no sensor may be installed")
		assert.True(t, book.Proof.Sound)
		wanted := ""
		for _, c := range book.Collect {
			if c.Collector == "host" {
				wanted = strings.Join(c.Facts, " ")
			}
		}
		assert.Contains(t, wanted, "server.memory_bytes")
		text, err := os.ReadFile(markdown)
		require.NoError(t, err)
		assert.Contains(t, string(text), "server.memory_bytes")
		assert.Contains(t, string(text), "ca1.mdi.test")
	})

	t.Run("an ordinary account", func(t *testing.T) {
		file := filepath.Join(dir, "user.json")
		code, _, stderr := collect(t, "Passw0rd.col", "--server", "ldap://"+dc.Address, "--start-tls", "--user", "collector@mdi.test", "-o", file)
		require.Zero(t, code, stderr)
		f := loadFile(t, file)
		assert.Nil(t, f.Domains["mdi.test"].RootSACL)
		assert.Equal(t, "denied", f.Sections["/domains/mdi.test/root_sacl"].Status)
		assert.Nil(t, f.Forests["mdi.test"].KDSRootKeys)
		_, out, _ := call(t, "", "audit", spec, "--facts", file, now, "-o", "json")
		v, _ := schema.LoadVerdict(strings.NewReader(out), "verdict", schema.DefaultLimits)
		for _, f := range v.Findings {
			if f.Rule == "MDI-AUD-101" || f.Rule == "MDI-AUD-108" || f.Rule == "MDI-DSA-018" {
				assert.Equal(t, schema.Unknown, f.Outcome, "%s: what could not be read is not judged", f.Rule)
			}
		}
	})

	t.Run("Kerberos with channel binding", func(t *testing.T) {
		for _, how := range [][]string{{"--server", server}, {"--server", "ldap://" + dc.Address, "--start-tls", "--spn", "ldap/dc1.mdi.test"}} {
			file := filepath.Join(dir, "krb.json")
			code, _, stderr := collect(t, password, append(how, "--kerberos", "--krb5-conf", dc.Krb5Conf, "--user", admin, "-o", file)...)
			require.Zero(t, code, stderr)
			assert.Equal(t, loadFile(t, facts).Domains, loadFile(t, file).Domains, "the same is read, whoever opens the door")
		}
	})

	t.Run("errors", func(t *testing.T) {
		for name, test := range map[string]struct {
			password string
			args     []string
			code     string
		}{
			"bad password":          {"wrong", []string{"--server", server, "--user", admin}, "ad_bind"},
			"bad Kerberos password": {"wrong", []string{"--server", server, "--user", admin, "--kerberos", "--krb5-conf", dc.Krb5Conf}, "ad_kerberos"},
			"dead port":             {password, []string{"--server", server + ":637", "--user", admin}, "ad_unreachable"},
			"wrong authority":       {password, []string{"--server", server, "--user", admin, "--ca-file", dc.OtherCA}, "ad_tls"},
			"no TLS":                {password, []string{"--server", "ldap://" + dc.Address, "--user", admin}, "ad_strong_auth"},
			"too many objects":      {password, []string{"--server", server, "--user", admin, "--max-objects", "1"}, "ad_limit"},
		} {
			code, out, stderr := collect(t, test.password, test.args...)
			assert.Equal(t, exitFailed, code, name)
			assert.Empty(t, out, name)
			assert.Contains(t, stderr, "["+test.code+"]", name)
			assert.NotContains(t, stderr, "Passw0rd")
		}
		code, _, stderr := collect(t, password, "--server", server, "--user", admin, "--container", "OU=x,DC=elsewhere,DC=test")
		assert.Equal(t, exitFailed, code)
		assert.Contains(t, stderr, "[ad_missing]")
	})

	t.Run("a container that is not there", func(t *testing.T) {
		file := filepath.Join(dir, "referral.json")
		code, _, stderr := collect(t, password, "--server", server, "--user", admin, "--container", "OU=x,DC=mdi,DC=test", "-o", file)
		require.Zero(t, code, stderr)
		f := loadFile(t, file)
		assert.Contains(t, f.Sections["/domains/mdi.test/ou_dacls/ou=x,dc=mdi,dc=test"].Error, "ad_missing")
	})
}
