package ad

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"net/url"
	"time"

	ber "github.com/go-asn1-ber/asn1-ber"
	"github.com/go-ldap/ldap/v3"
	"github.com/go-ldap/ldap/v3/gssapi"
)

// maxPacketBytes bounds one LDAP message. The largest page of the searches here stays far below; a server that claims
// more is not believed.
const maxPacketBytes = 64 << 20

func init() { ber.MaxPacketLengthBytes = maxPacketBytes }

// Credentials are one way to bind. They live in memory only.
type Credentials struct {
	// User is a user principal name. With Kerberos its realm is the part behind the at sign.
	User, Password string
	// Kerberos binds with GSSAPI instead of a simple bind.
	Kerberos bool
	// ServicePrincipal is the name of the server to Kerberos; empty: ldap/ and the host of the address.
	ServicePrincipal string
	// Krb5Conf is the path of krb5.conf, and CCache that of a credential cache to use instead of a password.
	Krb5Conf, CCache string
}

// Server is how to reach a directory.
type Server struct {
	// URL is ldaps://host[:port], or ldap://host[:port] together with StartTLS.
	URL      string
	StartTLS bool
	// Roots are the authorities that may have issued the server's certificate; nil: those of the system.
	Roots *x509.CertPool
	// Timeout bounds connecting and each single request.
	Timeout time.Duration
}

// dial connects and binds. TLS is always verified, and no credential leaves on a connection without it.
func dial(ctx context.Context, s Server, c Credentials) (*ldap.Conn, error) {
	target, err := url.Parse(s.URL)
	if err != nil || target.Hostname() == "" || target.Scheme != "ldap" && target.Scheme != "ldaps" {
		return nil, &Error{Code: "ad_protocol", Summary: fmt.Sprintf("%q is no address of a directory", s.URL), Hint: "Write ldaps://host or ldap://host with --start-tls."}
	}
	if target.Scheme == "ldap" && !s.StartTLS {
		return nil, &Error{Code: "ad_strong_auth", Summary: "credentials are not sent over an unprotected connection", Hint: "Use ldaps:// or --start-tls."}
	}
	if target.Scheme == "ldaps" && s.StartTLS {
		return nil, &Error{Code: "ad_protocol", Summary: "an ldaps:// connection is protected already", Hint: "Leave out --start-tls."}
	}
	host := target.Hostname()
	config := &tls.Config{RootCAs: s.Roots, ServerName: host, MinVersion: tls.VersionTLS12}
	dialer := &net.Dialer{Timeout: s.Timeout}
	if deadline, ok := ctx.Deadline(); ok {
		dialer.Deadline = deadline
	}
	doing := "connect to " + target.Host
	conn, err := ldap.DialURL(s.URL, ldap.DialWithDialer(dialer), ldap.DialWithTLSConfig(config))
	if err != nil {
		return nil, explain(doing, err)
	}
	conn.SetTimeout(s.Timeout)
	if s.StartTLS {
		if err := conn.StartTLS(config); err != nil {
			_ = conn.Close()
			return nil, explain(doing, err)
		}
	}
	if err := bind(conn, host, c); err != nil {
		_ = conn.Close()
		return nil, explain("log on to "+target.Host+" as "+c.User, err)
	}
	return conn, nil
}

func bind(conn *ldap.Conn, host string, c Credentials) error {
	if !c.Kerberos {
		if c.User == "" || c.Password == "" {
			// A simple bind without a password is an anonymous bind that reports success (RFC 4513, 5.1.2).
			return &Error{Code: "ad_bind", Summary: "a user and a password are needed"}
		}
		return conn.Bind(c.User, c.Password)
	}
	var client *gssapi.Client
	var err error
	if c.CCache != "" {
		client, err = gssapi.NewClientFromCCache(c.CCache, c.Krb5Conf)
	} else {
		user, realm, e := splitUser(c.User)
		if e != nil {
			return e
		}
		client, err = gssapi.NewClientWithPassword(user, realm, c.Password, c.Krb5Conf)
	}
	if err != nil {
		return &Error{"ad_kerberos", "Kerberos could not be set up", "Check krb5.conf (--krb5-conf) and the credential cache.", err}
	}
	defer client.Close()
	state, ok := conn.TLSConnectionState()
	if !ok || len(state.PeerCertificates) == 0 {
		return &Error{Code: "ad_strong_auth", Summary: "Kerberos is used over TLS only", Hint: "Use ldaps:// or --start-tls."}
	}
	return conn.GSSAPIBind(&boundClient{Client: client, binding: endpointBinding(state.PeerCertificates[0])}, cmp.Or(c.ServicePrincipal, "ldap/"+host), "")
}
