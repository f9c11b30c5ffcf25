package ad

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/schema"
)

// vector is one line of testdata/descriptors.json, which testdata/vectors.py makes with Samba's own implementation.
type vector struct {
	SDDL, Owner, Group string
	Binary             []byte
	Control            uint16
	DACL, SACL         []vectorEntry
}

type vectorEntry struct {
	Type, Flags         byte
	Mask                uint32
	SID                 string
	ObjectType          string `json:"object_type"`
	InheritedObjectType string `json:"inherited_object_type"`
}

func vectors(t testing.TB) []vector {
	t.Helper()
	raw, err := os.ReadFile("testdata/descriptors.json")
	require.NoError(t, err)
	var out []vector
	require.NoError(t, json.Unmarshal(raw, &out))
	require.NotEmpty(t, out)
	return out
}

func TestDescriptorsReadAsSambaReadsThem(t *testing.T) {
	for _, v := range vectors(t) {
		t.Run(v.SDDL, func(t *testing.T) {
			d, err := ParseDescriptor(v.Binary)
			require.NoError(t, err)
			assert.Equal(t, v.Owner, d.Owner)
			assert.Equal(t, v.Group, d.Group)
			assert.Equal(t, v.Control, d.Control)
			assert.Equal(t, strings.Contains(v.SDDL, "S:P"), d.Protected())
			for _, pair := range []struct {
				want []vectorEntry
				got  []schema.ACE
			}{{v.DACL, d.DACL}, {v.SACL, d.SACL}} {
				assert.Equal(t, pair.want == nil, pair.got == nil, "an absent list is not an empty one")
				require.Len(t, pair.got, len(pair.want))
				for i, want := range pair.want {
					got := pair.got[i]
					assert.Equal(t, map[byte]string{0: "allow", 1: "deny", 2: "audit", 5: "allow", 6: "deny", 7: "audit"}[want.Type], got.Type)
					assert.Equal(t, int64(want.Flags), got.Flags)
					assert.Equal(t, want.SID, got.SID)
					assert.Equal(t, orZero(want.ObjectType), got.ObjectType)
					assert.Equal(t, orZero(want.InheritedObjectType), got.InheritedObjectType)
					if want.Mask&0xf0000000 == 0 {
						assert.Equal(t, int64(want.Mask), got.Mask)
					}
				}
			}
		})
	}
}

func orZero(guid string) string {
	if guid == "" {
		return schema.ZeroGUID
	}
	return guid
}

func TestGenericRightsAreMapped(t *testing.T) {
	for generic, want := range map[uint32]int64{0x80000000: 0x20094, 0x40000000: 0x20028, 0x20000000: 0x20004, 0x10000000: 0xf01ff,
		0xc0000000: 0x200bc, 0x80000020: 0x200b4, 0xd016b: 0xd016b} {
		assert.Equal(t, want, directoryRights(generic), fmt.Sprintf("0x%08x", generic))
	}
}

// descriptor builds a binary descriptor with one SACL of the given entries.
func descriptorOf(entries ...[]byte) []byte {
	list := []byte{4, 0, 0, 0, byte(len(entries)), 0, 0, 0}
	for _, e := range entries {
		list = append(list, e...)
	}
	list[2], list[3] = byte(len(list)), byte(len(list)>>8)
	head := make([]byte, 20)
	head[0], head[2], head[3], head[12] = 1, controlSACLPresent, 0x80, 20
	return append(head, list...)
}

var (
	everyoneSID = []byte{1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0}
	label       = append([]byte{0x11, 0, 20, 0, 1, 0, 0, 0}, everyoneSID...)
	audit       = append([]byte{0x02, 0x42, 20, 0, 0x20, 0, 0, 0}, everyoneSID...)
)

func TestLabelsAreNoAuditEntries(t *testing.T) {
	d, err := ParseDescriptor(descriptorOf(label, audit))
	require.NoError(t, err)
	require.Len(t, d.SACL, 1)
	assert.Equal(t, "AU;CISA;0x00000020;;;S-1-1-0", d.SACL[0].Key())
}

func TestDescriptorsThatAreRefused(t *testing.T) {
	cut := func(b []byte, n int) []byte { return append([]byte(nil), b[:n]...) }
	with := func(b []byte, at int, value ...byte) []byte {
		out := append([]byte(nil), b...)
		copy(out[at:], value)
		return out
	}
	good := descriptorOf(audit)
	for name, bad := range map[string][]byte{
		"empty":                       nil,
		"header cut":                  cut(good, 19),
		"revision":                    with(good, 0, 2),
		"absolute form":               with(good, 3, 0),
		"owner outside":               with(good, 4, 0xff, 0xff, 0xff, 0x7f),
		"SACL outside":                with(good, 12, 0xff, 0xff, 0xff, 0xff),
		"list longer than the bytes":  with(good, 22, 0xff),
		"more entries than bytes":     with(good, 24, 2),
		"entry longer than the list":  with(good, 30, 24),
		"entry of a size not of four": with(good, 30, 18),
		"unknown kind":                with(good, 28, 0x03),
		"SID revision":                with(good, 36, 9),
		"SID with 16 sub-authorities": with(good, 37, 16),
		"SID cut":                     with(good, 37, 2),
		"too large":                   make([]byte, MaxDescriptorBytes+1),
	} {
		_, err := ParseDescriptor(bad)
		assert.Error(t, err, name)
	}
}

// FuzzParseDescriptor holds that whatever bytes come, parsing ends without a panic, what it yields is a canonical list, and
// it is never larger than the bytes allow.
func FuzzParseDescriptor(f *testing.F) {
	for _, v := range vectors(f) {
		f.Add(v.Binary)
	}
	f.Add(descriptorOf(label, audit))
	f.Fuzz(func(t *testing.T, b []byte) {
		d, err := ParseDescriptor(b)
		if err != nil {
			return
		}
		if len(d.DACL)+len(d.SACL) > 2*len(b)/16 {
			t.Fatalf("%d entries of %d bytes", len(d.DACL)+len(d.SACL), len(b))
		}
		facts := &schema.Facts{Schema: schema.FactsVersion, Domains: map[string]*schema.Domain{"a.test": {RootSACL: acl(d.SACL), DeletedObjectsDACL: acl(d.DACL)}}}
		var text strings.Builder
		if err := schema.Encode(&text, facts); err != nil {
			t.Fatal(err)
		}
		if _, diags := schema.LoadFacts(strings.NewReader(text.String()), "fuzz", schema.DefaultLimits); diags.HasErrors() {
			t.Fatalf("%s: %v", base64.StdEncoding.EncodeToString(b), diags[0])
		}
	})
}
