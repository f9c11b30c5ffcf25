package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"github.com/mdiplan/mdiplan/schema"
)

// unsound is what stands between a runbook and its execution when its proof failed.
const unsound = "The proof of this runbook found preconditions that do not hold: it must not be executed"

// ManifestFile is the name of the manifest in every folder that this program writes, ManifestVersion its schema.
const (
	ManifestFile    = "manifest.json"
	ManifestVersion = "mdiplan/folder/v1"
)

// Manifest says what a folder was made of and which bytes belong into it, itself excepted.
type Manifest struct {
	Schema      string `json:"schema"`
	Format      string `json:"format"`
	Tool        string `json:"tool"`
	ToolVersion string `json:"tool_version"`
	Deployment  string `json:"deployment"`
	Now         string `json:"now"`
	// Sound and Complete are the runbook's word on itself; Planned steps are in the folder, Held ones are not.
	Sound    bool           `json:"sound"`
	Complete bool           `json:"complete"`
	Planned  int            `json:"planned"`
	Held     int            `json:"held"`
	Inputs   []schema.Input `json:"inputs"`
	// Files are SHA-256 digests by path.
	Files map[string]string `json:"files"`
}

// ReadManifest reads the manifest of a folder that this program wrote.
func ReadManifest(data []byte) (Manifest, error) {
	var m Manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return m, err
	}
	if m.Schema != ManifestVersion {
		return m, fmt.Errorf("its schema is %q, not %s", m.Schema, ManifestVersion)
	}
	return m, nil
}

// Digest is how a manifest names the bytes of a file.
func Digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// folder collects files; two that meet under one path are an error, never one file less.
type folder struct {
	format string
	files  map[string][]byte
	err    error
}

func newFolder(format string) *folder { return &folder{format: format, files: map[string][]byte{}} }

func (f *folder) add(path string, content []byte) {
	if _, taken := f.files[path]; taken && f.err == nil {
		f.err = fmt.Errorf("two files are called %s", path)
	}
	f.files[path] = content
}

// complete adds the manifest.
func (f *folder) complete(r schema.Runbook) (map[string][]byte, error) {
	m := Manifest{Schema: ManifestVersion, Format: f.format, Tool: r.Tool, ToolVersion: r.ToolVersion, Deployment: r.Deployment,
		Now: r.Run.Now, Sound: r.Proof.Sound, Complete: r.Complete, Inputs: r.Inputs, Files: map[string]string{}}
	for _, s := range r.Steps {
		switch s.State {
		case schema.StepPlanned:
			m.Planned++
		case schema.StepHeld:
			m.Held++
		}
	}
	for path, content := range f.files {
		m.Files[path] = Digest(content)
	}
	var b bytes.Buffer
	if err := schema.Encode(&b, m); err != nil {
		return nil, err
	}
	f.add(ManifestFile, b.Bytes())
	return f.files, f.err
}

// device is a name that Windows keeps for a device, whatever follows the first dot.
var device = regexp.MustCompile(`^(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$|clock\$)(\.|$)`)

// plainName is a name that every file system takes as it is; it begins with a letter or a digit and ends with one.
var plainName = regexp.MustCompile(`^[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9])?$`)

// fileName is a text as the name of a file on every system, without an extension: the text itself where it can be.
func fileName(text string) string {
	if plainName.MatchString(text) && !device.MatchString(text) && !strings.Contains(text, "..") {
		return text
	}
	return mangled(text)
}

// mangled is what is left of a text and a digest behind a tilde, which no plain name holds, so that two texts never share a
// name.
func mangled(text string) string {
	left := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, strings.ToLower(text))
	left = strings.Trim(left[:min(len(left), 40)], "-")
	if left == "" {
		left = "x"
	}
	return left + "~" + Digest([]byte(text))[:16]
}
