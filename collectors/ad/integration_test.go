//go:build integration

package ad

import (
	"crypto/x509"
	"os"
	"testing"
	"time"

	"github.com/go-ldap/ldap/v3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/internal/testdc"
)

// TestRealReferralsAreNeverFollowed searches a whole domain, which a real server answers with continuation references to
// its other partitions. None of the hosts they name can be reached, so to follow one would fail the search. (A referral in
// place of an answer is what the fake server of the unit tests gives; Samba says "no such object" there.)
func TestRealReferralsAreNeverFollowed(t *testing.T) {
	dc := testdc.Up(t, 0)
	pem, err := os.ReadFile(dc.CA)
	require.NoError(t, err)
	roots := x509.NewCertPool()
	require.True(t, roots.AppendCertsFromPEM(pem))
	o := Options{Server: Server{URL: "ldaps://" + dc.Address, Roots: roots, Timeout: 10 * time.Second}, Credentials: Credentials{User: "Administrator@mdi.test", Password: "Passw0rd.mdi"},
		MaxObjects: 10_000, PageSize: 100}
	r := &reader{options: o}
	d, err := r.open(t.Context(), o.URL)
	require.NoError(t, err)
	d.timeout = o.Timeout
	raw, err := d.conn.Search(ldap.NewSearchRequest("DC=mdi,DC=test", ldap.ScopeWholeSubtree, ldap.NeverDerefAliases, 0, 10, false, "(objectClass=user)", []string{"objectClass"}, nil))
	require.NoError(t, err)
	require.NotEmpty(t, raw.Referrals, "the server refers to its other partitions")
	found, err := d.all("DC=mdi,DC=test", ldap.ScopeWholeSubtree, "(objectClass=user)", []string{"objectClass"})
	require.NoError(t, err)
	assert.Len(t, found, len(raw.Entries), "what the server itself holds is all there")
}
