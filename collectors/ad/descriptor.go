package ad

import (
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"

	"github.com/mdiplan/mdiplan/schema"
)

// Control bits of a security descriptor that mdiplan reads ([MS-DTYP] 2.4.6).
const (
	controlDACLPresent   = 0x0004
	controlSACLPresent   = 0x0010
	controlDACLProtected = 0x1000
	controlSACLProtected = 0x2000
	controlSelfRelative  = 0x8000
)

// MaxDescriptorBytes bounds what ParseDescriptor accepts. An access control list is at most 64 KiB ([MS-DTYP] 2.4.5), a
// descriptor has two of them and two SIDs.
const MaxDescriptorBytes = 2*65535 + 20 + 2*68

// Descriptor is a security descriptor. A list that the descriptor does not have is nil; one without entries is empty:
// with an absent DACL everybody has access, with an empty one nobody.
type Descriptor struct {
	Owner, Group string // SIDs; empty when not set
	Control      uint16
	DACL, SACL   []schema.ACE
}

// Protected says whether the SACL takes no entries from the container above.
func (d *Descriptor) Protected() bool { return d.Control&controlSACLProtected != 0 }

// ParseDescriptor reads a security descriptor in self-relative form ([MS-DTYP] 2.4.6), as LDAP delivers
// nTSecurityDescriptor and msDS-GroupMSAMembership. Generic rights are mapped to the rights of directory objects, and the
// flags keep what the facts model names. Entries that grant, deny and audit nothing (mandatory labels, resource attributes,
// central policies) are left out; an entry of a kind unknown to this parser is an error, because to leave it out could turn a
// denial into access.
func ParseDescriptor(b []byte) (*Descriptor, error) {
	if len(b) < 20 {
		return nil, fmt.Errorf("security descriptor: %d bytes, the header alone has 20", len(b))
	}
	if len(b) > MaxDescriptorBytes {
		return nil, fmt.Errorf("security descriptor: %d bytes, more than the %d a descriptor can have", len(b), MaxDescriptorBytes)
	}
	if b[0] != 1 {
		return nil, fmt.Errorf("security descriptor: revision %d instead of 1", b[0])
	}
	d := &Descriptor{Control: binary.LittleEndian.Uint16(b[2:])}
	if d.Control&controlSelfRelative == 0 {
		return nil, fmt.Errorf("security descriptor: not in self-relative form")
	}
	var err error
	if d.Owner, err = sidAt(b, 4, "owner"); err != nil {
		return nil, err
	}
	if d.Group, err = sidAt(b, 8, "group"); err != nil {
		return nil, err
	}
	if d.SACL, err = listAt(b, 12, d.Control&controlSACLPresent != 0, "SACL"); err != nil {
		return nil, err
	}
	if d.DACL, err = listAt(b, 16, d.Control&controlDACLPresent != 0, "DACL"); err != nil {
		return nil, err
	}
	for i := range d.DACL {
		position := int64(i)
		d.DACL[i].Position = &position
	}
	return d, nil
}

// sidAt reads the SID whose offset stands at field; no offset means no SID.
func sidAt(b []byte, field int, what string) (string, error) {
	at := binary.LittleEndian.Uint32(b[field:])
	if at == 0 {
		return "", nil
	}
	if int64(at) >= int64(len(b)) {
		return "", fmt.Errorf("security descriptor: %s lies outside", what)
	}
	sid, _, err := ParseSID(b[at:])
	if err != nil {
		return "", fmt.Errorf("security descriptor: %s: %w", what, err)
	}
	return sid, nil
}

// ParseSID reads one SID ([MS-DTYP] 2.4.2) from the front of b and says how many bytes it took.
func ParseSID(b []byte) (string, int, error) {
	if len(b) < 8 {
		return "", 0, fmt.Errorf("SID: %d bytes, at least 8 are needed", len(b))
	}
	if b[0] != 1 {
		return "", 0, fmt.Errorf("SID: revision %d instead of 1", b[0])
	}
	count := int(b[1])
	if count > 15 {
		return "", 0, fmt.Errorf("SID: %d sub-authorities, at most 15 are allowed", count)
	}
	size := 8 + 4*count
	if len(b) < size {
		return "", 0, fmt.Errorf("SID: %d bytes, %d are needed", len(b), size)
	}
	var authority uint64
	for _, octet := range b[2:8] {
		authority = authority<<8 | uint64(octet)
	}
	var text strings.Builder
	text.WriteString("S-1-" + strconv.FormatUint(authority, 10))
	for i := range count {
		text.WriteString("-" + strconv.FormatUint(uint64(binary.LittleEndian.Uint32(b[8+4*i:])), 10))
	}
	return text.String(), size, nil
}

// The kinds of entries ([MS-DTYP] 2.4.4.1). An empty type marks entries that say nothing about access or audit.
var aceKinds = map[byte]struct {
	kind   string
	object bool
}{
	0x00: {"allow", false}, 0x01: {"deny", false}, 0x02: {"audit", false},
	0x05: {"allow", true}, 0x06: {"deny", true}, 0x07: {"audit", true},
	0x09: {"callback_allow", false}, 0x0a: {"callback_deny", false}, 0x0b: {"callback_allow", true}, 0x0c: {"callback_deny", true},
	0x0d: {"callback_audit", false}, 0x0f: {"callback_audit", true},
	0x11: {}, 0x12: {}, 0x13: {},
}

func listAt(b []byte, field int, present bool, what string) ([]schema.ACE, error) {
	at := binary.LittleEndian.Uint32(b[field:])
	if !present || at == 0 {
		return nil, nil
	}
	if int64(at)+8 > int64(len(b)) {
		return nil, fmt.Errorf("security descriptor: %s lies outside", what)
	}
	list := b[at:]
	size, count := int(binary.LittleEndian.Uint16(list[2:])), int(binary.LittleEndian.Uint16(list[4:]))
	if size < 8 || size > len(list) {
		return nil, fmt.Errorf("security descriptor: %s says it has %d bytes, there are %d", what, size, len(list))
	}
	rest := list[8:size]
	entries := make([]schema.ACE, 0, min(count, len(rest)/16))
	for i := range count {
		entry, used, err := parseACE(rest)
		if err != nil {
			return nil, fmt.Errorf("security descriptor: %s entry %d: %w", what, i, err)
		}
		rest = rest[used:]
		if entry.Type != "" {
			entries = append(entries, entry)
		}
	}
	return entries, nil
}

func parseACE(b []byte) (schema.ACE, int, error) {
	var entry schema.ACE
	if len(b) < 8 {
		return entry, 0, fmt.Errorf("%d bytes, at least 8 are needed", len(b))
	}
	size := int(binary.LittleEndian.Uint16(b[2:]))
	if size < 8 || size > len(b) || size%4 != 0 {
		return entry, 0, fmt.Errorf("says it has %d bytes, there are %d", size, len(b))
	}
	kind, ok := aceKinds[b[0]]
	if !ok {
		return entry, 0, fmt.Errorf("kind 0x%02x is not known", b[0])
	}
	entry.Type = kind.kind
	if entry.Type == "" {
		return entry, size, nil
	}
	entry.Flags = int64(b[1] & 0xdf)
	entry.Mask = directoryRights(binary.LittleEndian.Uint32(b[4:]))
	entry.ObjectType, entry.InheritedObjectType = schema.ZeroGUID, schema.ZeroGUID
	body := b[8:size]
	if kind.object {
		if len(body) < 4 {
			return entry, 0, fmt.Errorf("object flags are missing")
		}
		set := binary.LittleEndian.Uint32(body)
		body = body[4:]
		for i, guid := range []*string{&entry.ObjectType, &entry.InheritedObjectType} {
			if set&(1<<i) == 0 {
				continue
			}
			if len(body) < 16 {
				return entry, 0, fmt.Errorf("a GUID is cut off")
			}
			*guid = parseGUID(body)
			body = body[16:]
		}
	}
	sid, _, err := ParseSID(body)
	entry.SID = sid
	return entry, size, err
}

// parseGUID reads 16 bytes in the mixed-endian order of [MS-DTYP] 2.3.4.2.
func parseGUID(b []byte) string {
	return fmt.Sprintf("%08x-%04x-%04x-%04x-%012x", binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint16(b[4:]),
		binary.LittleEndian.Uint16(b[6:]), b[8:10], b[10:16])
}

// directoryRights maps generic rights to those of directory objects ([MS-ADTS] 5.1.3.2). Inherit-only entries may carry
// them unmapped.
func directoryRights(mask uint32) int64 {
	for generic, rights := range map[uint32]uint32{0x80000000: 0x20094, 0x40000000: 0x20028, 0x20000000: 0x20004, 0x10000000: 0xf01ff} {
		if mask&generic != 0 {
			mask = mask&^generic | rights
		}
	}
	return int64(mask)
}

// acl is a list in the form of the facts model: a set by canonical key. Of two equal entries the first keeps its place.
func acl(entries []schema.ACE) schema.ACL {
	out := schema.ACL{}
	for _, entry := range entries {
		if _, ok := out[entry.Key()]; !ok {
			out[entry.Key()] = &entry
		}
	}
	return out
}
