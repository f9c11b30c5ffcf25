// Package arch holds the direction of imports: stages meet as documents and do not know each other.
package arch

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/mdiplan/mdiplan/"

// allowed says which packages of the module, and which doors to the outside, a room may import. Rooms below it are added.
var allowed = map[string][]string{
	"cmd/mdiplan":     {"collectors", "collectors/ad", "policies", "policies/report", "compiler", "compiler/render", "diff", "schema", "internal/quote", "internal/words"},
	"collectors":      {"schema"},
	"collectors/ad":   {"collectors", "schema"},
	"policies":        {"schema"},
	"policies/report": {"schema", "internal/quote", "internal/words"},
	"compiler":        {"schema"},
	"compiler/render": {"schema", "internal/quote", "internal/words"},
	"diff":            {"schema", "internal/quote", "internal/words"},
	"schema":          {"internal/quote"},
	"internal/quote":  {},
	"internal/words":  {},
	"internal/arch":   {},
}

// doors are libraries that one room alone opens.
var doors = map[string]string{
	"github.com/open-policy-agent/opa": "policies",
	"github.com/hashicorp/hcl":         "compiler",
	"github.com/zclconf/go-cty":        "compiler",
	"github.com/go-ldap/ldap":          "collectors/ad",
	"github.com/jcmturner/gokrb5":      "collectors/ad",
	"github.com/spf13/cobra":           "cmd/mdiplan",
	"go.yaml.in/yaml":                  "compiler/render",
}

// sockets are the parts of the standard library that open a connection. Our own code does so in one room only, so that everything
// else runs where there is no network; Rego may call nothing that does (policies.Capabilities).
var sockets = []string{"net", "net/http", "net/rpc", "net/smtp", "crypto/tls"}

func TestImportsPointDownwards(t *testing.T) {
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", module+"...")
	out, err := cmd.Output()
	require.NoError(t, err)
	decoder := json.NewDecoder(strings.NewReader(string(out)))
	seen := 0
	for {
		var p struct {
			ImportPath string
			Imports    []string
		}
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		seen++
		room := strings.TrimPrefix(p.ImportPath, module)
		may, ok := allowed[room]
		if !assert.True(t, ok, "package %s has no entry here: say what it may import", room) {
			continue
		}
		for _, i := range p.Imports {
			if inner, ours := strings.CutPrefix(i, module); ours {
				assert.Contains(t, may, inner, "%s imports %s", room, inner)
			}
			if slices.Contains(sockets, i) {
				assert.Equal(t, "collectors/ad", room, "only what is asked to read an estate opens a connection")
			}
			for door, keeper := range doors {
				if strings.HasPrefix(i, door) {
					assert.Equal(t, keeper, room, "only %s imports %s", keeper, door)
				}
			}
		}
	}
	assert.GreaterOrEqual(t, seen, len(allowed)-1)
}
