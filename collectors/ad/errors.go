package ad

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"regexp"
	"strings"

	"github.com/go-ldap/ldap/v3"
)

// Error says why a directory could not be read, in words for the person who started it. Code is stable: ad_unreachable,
// ad_tls, ad_bind, ad_kerberos, ad_strong_auth, ad_channel_binding, ad_referral, ad_denied, ad_missing, ad_timeout, ad_limit,
// ad_protocol.
type Error struct {
	Code    string
	Summary string // one sentence without a final full stop
	Hint    string // what to do; may be empty
	err     error
}

func (e *Error) Error() string {
	text := e.Summary
	if e.err != nil {
		text += ": " + e.err.Error()
	}
	if e.Hint != "" {
		text += ". " + e.Hint
	}
	return text + " (" + e.Code + ")"
}

func (e *Error) Unwrap() error { return e.err }

// Why Active Directory refused a bind: the Win32 code in "data ..." of the diagnostic message ([MS-ADTS] 3.1.1.3.1.9).
var bindReasons = map[string][2]string{
	"525": {"no such user", "Give the user as user@domain."},
	"52e": {"user name or password is wrong", "Give the user as user@domain, and check the password."},
	"530": {"the account may not log on at this hour", ""},
	"531": {"the account may not log on from this machine", ""},
	"532": {"the password has expired", "Change it first."},
	"533": {"the account is disabled", ""},
	"701": {"the account has expired", ""},
	"773": {"the password must be changed first", ""},
	"775": {"the account is locked out", ""},
}

var subcode = regexp.MustCompile(`data ([0-9a-f]+)`)

// explain turns an error of the network, TLS, Kerberos or LDAP library into an Error. It is the only place that reads
// their texts.
func explain(doing string, err error) error {
	var known *Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	text := err.Error()
	wrap := func(code, summary, hint string) error { return &Error{code, doing + ": " + summary, hint, err} }
	var (
		authority x509.UnknownAuthorityError
		name      x509.HostnameError
		invalid   x509.CertificateInvalidError
		verify    *tls.CertificateVerificationError
		operation *net.OpError
		dns       *net.DNSError
		answer    *ldap.Error
	)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return wrap("ad_timeout", "it took too long", "Allow more with --timeout.")
	case errors.Is(err, context.Canceled):
		return wrap("ad_timeout", "it was interrupted", "")
	case errors.As(err, &authority):
		return wrap("ad_tls", "the certificate of the server was issued by an authority that is not trusted here", "Name the issuing CA's certificate with --ca-file.")
	case errors.As(err, &name):
		return wrap("ad_tls", "the certificate of the server is for another name", "Use the name that stands in its certificate.")
	case errors.As(err, &invalid), errors.As(err, &verify), strings.Contains(text, "x509:"), strings.Contains(text, "tls:"):
		return wrap("ad_tls", "the TLS connection could not be made", "")
	case errors.As(err, &dns):
		return wrap("ad_unreachable", "the name of the server could not be resolved", "")
	}
	if errors.As(err, &answer) {
		return explainAnswer(wrap, answer, text)
	}
	switch {
	case errors.As(err, &operation):
		return wrap("ad_unreachable", "no connection to the server", "Check the name, the port and the firewall between.")
	case strings.Contains(text, "KRB"), strings.Contains(text, "krberror"), strings.Contains(text, "Encrypting_Error"), strings.Contains(text, "KDC"):
		return wrap("ad_kerberos", "Kerberos refused", "Check user, password, realm and the clock, and that krb5.conf names a reachable KDC.")
	}
	return wrap("ad_protocol", "unexpected answer", "")
}

func explainAnswer(wrap func(code, summary, hint string) error, answer *ldap.Error, text string) error {
	code := answer.ResultCode
	reason := ""
	if m := subcode.FindStringSubmatch(strings.ToLower(text)); m != nil {
		reason = m[1]
	}
	switch {
	case reason == "35b" || strings.Contains(text, "80090346"):
		return wrap("ad_channel_binding", "the server did not accept the channel binding",
			"Something between here and the server ends the TLS connection, or the server's certificate was just replaced.")
	case code == ldap.LDAPResultInvalidCredentials:
		known, ok := bindReasons[reason]
		if !ok {
			known = bindReasons["52e"]
		}
		return wrap("ad_bind", known[0], known[1])
	case code == ldap.LDAPResultStrongAuthRequired || code == ldap.LDAPResultConfidentialityRequired:
		return wrap("ad_strong_auth", "the server takes no credentials on an unprotected connection", "Use ldaps:// or --start-tls.")
	case code == ldap.LDAPResultReferral:
		return wrap("ad_referral", "the server does not hold this and points to another one", "mdiplan never follows a referral; name a server of that domain.")
	case code == ldap.LDAPResultInsufficientAccessRights:
		return wrap("ad_denied", "the account lacks the right", "")
	case code == ldap.LDAPResultNoSuchObject:
		return wrap("ad_missing", "there is no such object, or the account may not see it", "")
	case code == ldap.LDAPResultSizeLimitExceeded || code == ldap.LDAPResultAdminLimitExceeded || code == ldap.LDAPResultTimeLimitExceeded:
		return wrap("ad_limit", "the server stopped at a limit of its own", "")
	case code == ldap.LDAPResultOperationsError:
		return wrap("ad_denied", "the server wants a bind first", "")
	case code == ldap.ErrorNetwork || code == ldap.LDAPResultServerDown || code == ldap.LDAPResultConnectError:
		return wrap("ad_unreachable", "no connection to the server", "Check the name, the port and the firewall between.")
	}
	return wrap("ad_protocol", fmt.Sprintf("LDAP error %d", code), "")
}

// status is the section status that fits an error.
func status(err error) string {
	var e *Error
	if !errors.As(err, &e) {
		return "failed"
	}
	switch e.Code {
	case "ad_denied", "ad_bind":
		return "denied"
	case "ad_unreachable", "ad_timeout", "ad_tls":
		return "unreachable"
	}
	return "failed"
}

func code(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}
