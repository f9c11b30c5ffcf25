package ad

import (
	"crypto"
	"crypto/md5" //nolint:gosec // RFC 4121 fixes MD5 for the digest of channel bindings
	"crypto/x509"

	"encoding/binary"
	"strings"

	"github.com/go-ldap/ldap/v3/gssapi"
	"github.com/jcmturner/gofork/encoding/asn1" // the object identifiers below are of its type
	"github.com/jcmturner/gokrb5/v8/asn1tools"
	gss "github.com/jcmturner/gokrb5/v8/gssapi"
	"github.com/jcmturner/gokrb5/v8/iana/chksumtype"
	"github.com/jcmturner/gokrb5/v8/messages"
	"github.com/jcmturner/gokrb5/v8/types"
)

// boundClient ties the Kerberos logon to the TLS connection it runs in: the library's client sends no channel binding, and
// a domain controller with "LDAP server channel binding: always" refuses it then.
type boundClient struct {
	*gssapi.Client
	binding [16]byte
}

// endpointBinding is the digest of the gss_channel_bindings structure (RFC 4121, 4.1.1.2) whose application data is
// tls-server-end-point (RFC 5929, 4) of the server's certificate.
func endpointBinding(cert *x509.Certificate) [16]byte {
	hash := crypto.SHA256 // also for certificates signed with MD5 or SHA-1
	switch cert.SignatureAlgorithm {
	case x509.SHA384WithRSA, x509.ECDSAWithSHA384, x509.SHA384WithRSAPSS:
		hash = crypto.SHA384
	case x509.SHA512WithRSA, x509.ECDSAWithSHA512, x509.SHA512WithRSAPSS:
		hash = crypto.SHA512
	}
	h := hash.New()
	h.Write(cert.Raw)
	data := h.Sum([]byte("tls-server-end-point:"))
	bindings := make([]byte, 16, 20+len(data)) // no initiator and no acceptor address
	bindings = binary.LittleEndian.AppendUint32(bindings, uint32(len(data)))
	return md5.Sum(append(bindings, data...)) //nolint:gosec // see above
}

func (c *boundClient) InitSecContext(target string, input []byte) ([]byte, bool, error) {
	return c.InitSecContextWithOptions(target, input, nil)
}

// InitSecContextWithOptions lets the library make its request, which fills its ticket cache and sets its session key,
// and then makes the request anew with the channel binding in the authenticator's checksum (RFC 4121, 4.1.1).
func (c *boundClient) InitSecContextWithOptions(target string, input []byte, options []int) ([]byte, bool, error) {
	token, more, err := c.Client.InitSecContextWithOptions(target, input, options)
	if input != nil || err != nil {
		return token, more, err
	}
	ticket, key, err := c.GetServiceTicket(target)
	if err != nil {
		return nil, false, err
	}
	auth, err := types.NewAuthenticator(c.Credentials.Domain(), c.Credentials.CName())
	if err != nil {
		return nil, false, err
	}
	sum := binary.LittleEndian.AppendUint32(nil, uint32(len(c.binding)))
	sum = append(sum, c.binding[:]...)
	sum = binary.LittleEndian.AppendUint32(sum, uint32(gss.ContextFlagInteg|gss.ContextFlagConf|gss.ContextFlagMutual))
	auth.Cksum = types.Checksum{CksumType: chksumtype.GSSAPI, Checksum: sum}
	request, err := messages.NewAPReq(ticket, key, auth)
	if err != nil {
		return nil, false, err
	}
	body, err := request.Marshal()
	if err != nil {
		return nil, false, err
	}
	frame, err := asn1.Marshal(gss.OIDKRB5.OID())
	if err != nil {
		return nil, false, err
	}
	frame = append(append(frame, 0x01, 0x00), body...) // token id of KRB_AP_REQ (RFC 4121, 4.1)
	return asn1tools.AddASNAppTag(frame, 0), true, nil
}

func splitUser(user string) (name, realm string, err error) {
	name, realm, ok := strings.Cut(user, "@")
	if !ok || name == "" || realm == "" {
		return "", "", &Error{Code: "ad_kerberos", Summary: "the user has no realm", Hint: "Give the user as user@domain."}
	}
	return name, strings.ToUpper(realm), nil
}
