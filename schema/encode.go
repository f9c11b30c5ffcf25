package schema

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
)

// Encode writes a document in its canonical form: keys sorted, two spaces of indent, no HTML escaping, a final line break.
// The same document gives the same bytes.
func Encode(w io.Writer, doc any) error { return encode(w, doc, "  ") }

// EncodeCompact writes the same form on one line.
func EncodeCompact(w io.Writer, doc any) error { return encode(w, doc, "") }

func encode(w io.Writer, doc any, indent string) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(doc); err != nil {
		return fmt.Errorf("encode: %w", err)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// Digest is the SHA-256 of a document's compact canonical form, as 64 lower-case hexadecimal digits.
func Digest(doc any) (string, error) {
	sum := sha256.New()
	if err := EncodeCompact(sum, doc); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
