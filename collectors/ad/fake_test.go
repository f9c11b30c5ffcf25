package ad

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"math/big"
	"net"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	ber "github.com/go-asn1-ber/asn1-ber"
	"github.com/go-ldap/ldap/v3"
	"github.com/hashicorp/go-hclog"
	"github.com/jimlambrt/gldap"
	"github.com/stretchr/testify/require"
)

// object is one object of a fake directory; names of attributes are lower case.
type object struct {
	dn    string
	attrs map[string][]string
}

// fakeDC answers as a domain controller of Active Directory does where Samba is more lenient: it stops an unpaged search
// at its limit, delivers long attributes in ranges, and refers a base it does not hold.
type fakeDC struct {
	objects  []object
	limit    int           // MaxPageSize
	maxRange int           // MaxValRange
	delay    time.Duration // before every answer
	denied   map[string]bool

	mu    sync.Mutex
	asked map[string]bool // every attribute that was asked for
}

func (f *fakeDC) serve(t *testing.T, address string, pair tls.Certificate) {
	t.Helper()
	s, err := gldap.NewServer(gldap.WithLogger(hclog.NewNullLogger()))
	require.NoError(t, err)
	mux, err := gldap.NewMux()
	require.NoError(t, err)
	require.NoError(t, mux.Bind(func(w *gldap.ResponseWriter, r *gldap.Request) {
		m, err := r.GetSimpleBindMessage()
		code, text := gldap.ResultInvalidCredentials, "80090308: LdapErr: DSID-0C090449, comment: AcceptSecurityContext error, data 52e, v4563"
		if err == nil && m.Password == "right" {
			code, text = gldap.ResultSuccess, ""
		}
		_ = w.Write(r.NewBindResponse(gldap.WithResponseCode(code), gldap.WithDiagnosticMessage(text)))
	}))
	require.NoError(t, mux.Search(f.search))
	require.NoError(t, s.Router(mux))
	go func() {
		_ = s.Run(address, gldap.WithTLSConfig(&tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12}))
	}()
	t.Cleanup(func() { _ = s.Stop() })
	require.Eventually(t, s.Ready, 5*time.Second, time.Millisecond)
}

func (f *fakeDC) search(w *gldap.ResponseWriter, r *gldap.Request) {
	time.Sleep(f.delay)
	m, err := r.GetSearchMessage()
	if err != nil {
		return
	}
	done := func(code int, text string, controls ...gldap.Control) {
		d := r.NewSearchDoneResponse(gldap.WithResponseCode(code), gldap.WithDiagnosticMessage(text))
		d.SetControls(controls...)
		_ = w.Write(d)
	}
	base := strings.ToLower(m.BaseDN)
	found, held := []object{}, false
	for _, o := range f.objects {
		dn := strings.ToLower(o.dn)
		if sid, ok := strings.CutPrefix(base, "<sid="); ok && strings.EqualFold(strings.TrimSuffix(sid, ">"), strings.Join(o.attrs["objectsid"], "")) {
			base = dn
		}
		held = held || dn == base
		inside := m.Scope == gldap.BaseObject && dn == base || m.Scope == gldap.SingleLevel && parentDN(dn) == base && dn != base ||
			m.Scope == gldap.WholeSubtree && (dn == base || strings.HasSuffix(dn, ","+base))
		if inside && matches(m.Filter, o) {
			found = append(found, o)
		}
	}
	if f.denied[base] {
		done(gldap.ResultInsufficientAccessRights, "00002098: SecErr: DSID-031514A0, problem 4003 (INSUFF_ACCESS_RIGHTS)")
		return
	}
	if !held {
		code := gldap.ResultNoSuchObject
		if strings.HasSuffix(base, "dc=elsewhere,dc=test") {
			code = gldap.ResultReferral
		}
		done(code, "0000202B: RefErr: DSID-0310084A")
		return
	}
	from, size, paging := 0, 0, false
	for _, c := range m.Controls {
		if p, ok := c.(*gldap.ControlPaging); ok {
			paging = true
			size = int(p.PagingSize)
			from, _ = strconv.Atoi(string(p.Cookie))
		}
	}
	if !paging && len(found) > f.limit {
		done(gldap.ResultSizeLimitExceeded, "")
		return
	}
	to := len(found)
	var controls []gldap.Control
	if paging {
		to = min(to, from+min(size, f.limit))
		next, err := gldap.NewControlPaging(0)
		if err != nil {
			return
		}
		if to < len(found) {
			next.SetCookie([]byte(strconv.Itoa(to)))
		}
		controls = append(controls, next)
	}
	for _, o := range found[from:to] {
		_ = w.Write(r.NewSearchResponseEntry(o.dn, gldap.WithAttributes(f.attributes(o, m.Attributes))))
	}
	done(gldap.ResultSuccess, "", controls...)
}

func (f *fakeDC) attributes(o object, wanted []string) map[string][]string {
	f.mu.Lock()
	defer f.mu.Unlock()
	out := map[string][]string{}
	for _, name := range wanted {
		f.asked[strings.ToLower(name)] = true
		plain, ranged, isRanged := strings.Cut(name, ";range=")
		values := o.attrs[strings.ToLower(plain)]
		if strings.EqualFold(plain, "objectSid") || strings.EqualFold(plain, "tokenGroups") {
			for i, v := range values {
				values = append(append([]string(nil), values[:i]...), append([]string{string(binarySID(v))}, values[i+1:]...)...)
			}
		}
		first := 0
		if isRanged {
			_, _ = fmt.Sscanf(ranged, "%d-", &first)
		}
		switch {
		case len(values) == 0:
		case first+f.maxRange < len(values):
			out[fmt.Sprintf("%s;range=%d-%d", plain, first, first+f.maxRange-1)] = values[first : first+f.maxRange]
		case isRanged:
			out[fmt.Sprintf("%s;range=%d-*", plain, first)] = values[first:]
		default:
			out[name] = values
		}
	}
	return out
}

// matches evaluates the filters that the collector sends.
func matches(filter string, o object) bool {
	p, err := ldap.CompileFilter(filter)
	return err == nil && holds(p, o)
}

func holds(p *ber.Packet, o object) bool {
	text := func(i int) string { return fmt.Sprint(p.Children[i].Value) }
	is := func(name string, ok func(string) bool) bool {
		for _, v := range o.attrs[strings.ToLower(name)] {
			if ok(v) {
				return true
			}
		}
		return false
	}
	switch p.Tag {
	case ldap.FilterAnd:
		for _, c := range p.Children {
			if !holds(c, o) {
				return false
			}
		}
		return true
	case ldap.FilterOr:
		for _, c := range p.Children {
			if holds(c, o) {
				return true
			}
		}
		return false
	case ldap.FilterEqualityMatch:
		return is(text(0), func(v string) bool { return strings.EqualFold(v, text(1)) })
	case ldap.FilterPresent:
		return strings.EqualFold(ber.DecodeString(p.Data.Bytes()), "objectClass") || is(ber.DecodeString(p.Data.Bytes()), func(string) bool { return true })
	case ldap.FilterExtensibleMatch: // bitwise and
		want, _ := strconv.Atoi(text(2))
		return is(text(1), func(v string) bool { have, _ := strconv.Atoi(v); return have&want == want })
	}
	return false
}

func binarySID(text string) []byte {
	parts := strings.Split(text, "-")
	out := []byte{1, byte(len(parts) - 3), 0, 0, 0, 0, 0, 0}
	authority, _ := strconv.Atoi(parts[2])
	out[7] = byte(authority)
	for _, p := range parts[3:] {
		n, _ := strconv.ParseUint(p, 10, 32)
		out = append(out, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
	}
	return out
}

// certificate makes an authority and a certificate for the loopback addresses.
func certificate(t *testing.T) (tls.Certificate, *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "test"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1), net.IPv4(127, 0, 0, 2)}}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	require.NoError(t, err)
	parsed, err := x509.ParseCertificate(der)
	require.NoError(t, err)
	roots := x509.NewCertPool()
	roots.AddCert(parsed)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, roots
}

// freePort is a port that is free on both loopback addresses.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	_, port, err := net.SplitHostPort(l.Addr().String())
	require.NoError(t, err)
	require.NoError(t, l.Close())
	return port
}
