//go:build integration

// Package testdc runs a real Active Directory domain controller (Samba) on a loopback address for tests.
package testdc

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Directory is a running one. Its passwords are those of a throwaway: Administrator Passw0rd.mdi, collector Passw0rd.col.
type Directory struct {
	Address  string // IP address it listens on
	CA       string // PEM file of the authority of its certificate
	OtherCA  string // PEM file of one that did not issue it
	Krb5Conf string
}

// Up provisions and starts a directory with so many computers besides those of the seed, and stops it when the test ends. It fails the test when a part is missing: an
// integration test that silently did not run proves nothing.
func Up(t testing.TB, computers int) *Directory {
	t.Helper()
	_, file, _, _ := runtime.Caller(0)
	here := filepath.Dir(file)
	command := func(name string, args ...string) {
		t.Helper()
		out, err := exec.Command(filepath.Join(here, name), args...).CombinedOutput()
		require.NoError(t, err, "%s %s\n%s", name, strings.Join(args, " "), out)
	}
	require.Zero(t, os.Getuid(), "the directory listens on ports below 1024: run make integration as root")
	command("install.sh")
	// A short path: unix sockets live below it.
	dir, err := os.MkdirTemp("", "dc")
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	many := filepath.Join(dir, "computers.ldif")
	var ldif strings.Builder
	for i := range computers {
		fmt.Fprintf(&ldif, "dn: CN=PC%04d,OU=Tier0,DC=mdi,DC=test\nobjectClass: computer\nsAMAccountName: PC%04d$\nuserAccountControl: 4096\ndNSHostName: pc%04d.mdi.test\n\n", i, i, i)
	}
	require.NoError(t, os.WriteFile(many, []byte(ldif.String()), 0o600))
	const address = "127.77.0.1"
	t.Cleanup(func() { command("testdc.sh", "down", filepath.Join(dir, "d")) })
	command("testdc.sh", "up", filepath.Join(dir, "d"), address, filepath.Join(here, "testdata", "seed.ldif"), many)
	tls := filepath.Join(dir, "d", "private", "tls")
	return &Directory{Address: address, CA: filepath.Join(tls, "ca.pem"), OtherCA: filepath.Join(tls, "other.pem"), Krb5Conf: filepath.Join(dir, "d", "krb5.conf")}
}
