package main

import (
	"bufio"
	"cmp"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/mdiplan/mdiplan/collectors"
	"github.com/mdiplan/mdiplan/collectors/ad"
	"github.com/mdiplan/mdiplan/schema"
)

func (a *app) collectCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "collect", Short: "Read facts from the estate"}
	cmd.AddCommand(a.collectADCommand())
	return cmd
}

func (a *app) collectADCommand() *cobra.Command {
	var o ad.Options
	var output, caFile, now string
	var passwordFD int
	var timeout time.Duration
	cmd := &cobra.Command{
		Use:   "ad",
		Short: "Read an Active Directory forest over LDAP",
		Long: `Read an Active Directory forest over LDAPS or StartTLS, and write a facts document.

The account needs no more than the default rights of Authenticated Users; what those may not see is absent, and the document
says so. Audit entries take the privilege "manage auditing and security log", access to Deleted Objects and the times of
KDS root keys take an administrator.

The password is asked for, or read from --password-fd, or taken from the environment variable MDIPLAN_AD_PASSWORD.
Nothing in the directory is changed, and no referral is followed.`,
		Example: `  mdiplan collect ad --server ldaps://dc01.contoso.com --user alice@contoso.com -o ad.json
  mdiplan collect ad --server ldap://dc01.contoso.com --start-tls --user alice@contoso.com --password-fd 3 3<secret
  mdiplan collect ad --server ldaps://dc01.contoso.com --kerberos --ccache /tmp/krb5cc_1000 --account svc-mdi@contoso.com`,
		Args: exactly(0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			to, err := destinations([]string{"facts=" + output}, []format[*schema.Facts]{{name: "facts", ext: ".json", render: encodeFacts}})
			if err != nil {
				return err
			}
			if o.URL == "" {
				return usageError{errors.New("no server: give --server ldaps://HOST")}
			}
			if caFile != "" {
				if o.Roots, err = rootsFrom(caFile); err != nil {
					return err
				}
			}
			o.Krb5Conf = cmp.Or(o.Krb5Conf, a.getenv("KRB5_CONFIG"), "/etc/krb5.conf")
			if o.CCache != "" {
				o.Kerberos = true
			}
			if o.CCache == "" {
				if o.User == "" {
					return usageError{errors.New("no user: give --user NAME@DOMAIN, or --kerberos with --ccache FILE")}
				}
				if o.Password, err = a.password(passwordFD, o.User); err != nil {
					return err
				}
			}
			o.Tool, o.ToolVersion = "mdiplan collect ad", toolVersion()
			clockNow := func() time.Time { return time.Now().UTC() }
			if now != "" {
				at, err := clock(now)
				if err != nil {
					return err
				}
				clockNow = func() time.Time { return at }
			}
			job := collectors.Job{ID: "ad-1", Collector: ad.Collector{Options: o}, Deadline: timeout}
			facts, diags, err := collectors.Run(cmd.Context(), collectors.Env{Now: clockNow, Progress: a.progress}, job)
			if err != nil {
				return a.collectFailed(err)
			}
			if err := a.report(diags, nil); err != nil {
				return err
			}
			a.unread(facts)
			return write(a, facts, to)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.URL, "server", "", "a domain controller: ldaps://HOST[:PORT], or ldap://HOST[:PORT] with --start-tls (required)")
	flags.BoolVar(&o.StartTLS, "start-tls", false, "begin TLS on an ldap:// connection")
	flags.StringVar(&caFile, "ca-file", "", "PEM file with the authorities to trust instead of the system's")
	flags.StringVar(&o.User, "user", "", "who reads, NAME@DOMAIN")
	flags.IntVar(&passwordFD, "password-fd", -1, "read the password from this file descriptor")
	flags.BoolVar(&o.Kerberos, "kerberos", false, "log on with Kerberos, bound to the TLS channel")
	flags.StringVar(&o.ServicePrincipal, "spn", "", "service principal name of the server (default: ldap/HOST)")
	flags.StringVar(&o.CCache, "ccache", "", "Kerberos credential cache to use instead of a password")
	flags.StringVar(&o.Krb5Conf, "krb5-conf", "", "Kerberos configuration (default: KRB5_CONFIG, then /etc/krb5.conf)")
	flags.BoolVar(&o.OneDomain, "one-domain", false, "ask no other domain of the forest")
	flags.BoolVar(&o.EveryController, "every-controller", false, "also ask each domain controller for its health and its KDS root keys")
	flags.StringArrayVar(&o.Accounts, "account", nil, "a further account to read, NAME@DOMAIN; managed service accounts always are")
	flags.StringArrayVar(&o.Computers, "computer", nil, "a further server to read, by host name; domain controllers and CAs always are")
	flags.StringArrayVar(&o.Containers, "container", nil, "a container whose access list to read, by distinguished name")
	flags.IntVar(&o.MaxObjects, "max-objects", ad.DefaultMaxObjects, "most objects one search may return")
	flags.Uint32Var(&o.PageSize, "page-size", ad.DefaultPageSize, "objects per page of a search")
	flags.DurationVar(&o.Server.Timeout, "request-timeout", ad.DefaultTimeout, "longest time for one request")
	flags.DurationVar(&timeout, "timeout", 30*time.Minute, "give up after this long")
	flags.StringVar(&now, "now", "", "the time to record, RFC 3339 (default: now)")
	flags.StringVarP(&output, "output", "o", "", "file to write (default: stdout)")
	return cmd
}

// collectFailed prints why nothing was read, as a diagnostic with its code.
func (a *app) collectFailed(err error) error {
	var e *ad.Error
	if !errors.As(err, &e) {
		return err
	}
	detail := e.Hint
	if inner := errors.Unwrap(e); inner != nil {
		detail = strings.TrimSpace(detail + "\n" + printable(inner.Error()))
	}
	return a.report(schema.Diagnostics{{Severity: "error", Code: e.Code, Summary: printable(e.Summary), Detail: detail}}, nil)
}

// unread says on stderr what is missing from the document and why.
func (a *app) unread(facts *schema.Facts) {
	if a.quiet {
		return
	}
	for _, pointer := range slices.Sorted(maps.Keys(facts.Sections)) {
		if s := facts.Sections[pointer]; s.Status != "complete" && s.Status != "unsupported" {
			a.progress("%s %s: %s", s.Status, pointer, s.Error)
		}
	}
}

// password comes from a file descriptor, the environment or a prompt, in this order; never from a flag or a document.
func (a *app) password(fd int, user string) (string, error) {
	if fd >= 0 {
		f := os.NewFile(uintptr(fd), "password")
		if f == nil {
			return "", usageError{fmt.Errorf("--password-fd: descriptor %d is not open", fd)}
		}
		defer func() { _ = f.Close() }()
		line, err := bufio.NewReader(io.LimitReader(f, 4096)).ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return "", fmt.Errorf("--password-fd: %w", err)
		}
		return strings.TrimRight(line, "\r\n"), nil
	}
	if p := a.getenv("MDIPLAN_AD_PASSWORD"); p != "" {
		return p, nil
	}
	in, ok := a.in.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return "", usageError{errors.New("no password: set MDIPLAN_AD_PASSWORD, or give --password-fd, or run on a terminal")}
	}
	fmt.Fprintf(a.err, "Password of %s: ", printable(user))
	p, err := term.ReadPassword(int(in.Fd()))
	fmt.Fprintln(a.err)
	return string(p), err
}

func rootsFrom(file string) (*x509.CertPool, error) {
	pem, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read authorities: %w", err)
	}
	roots := x509.NewCertPool()
	if !roots.AppendCertsFromPEM(pem) {
		return nil, usageError{fmt.Errorf("--ca-file %s holds no certificate in PEM form", file)}
	}
	return roots, nil
}
