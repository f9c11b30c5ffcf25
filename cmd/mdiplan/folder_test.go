package main

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/compiler/render"
)

func planInto(t *testing.T, outputs ...string) (int, string) {
	t.Helper()
	dir, facts := example("contoso")
	args := []string{"plan", dir, "--facts", facts, now, "-q"}
	for _, o := range outputs {
		args = append(args, "-o", o)
	}
	code, _, stderr := call(t, "", args...)
	return code, stderr
}

// entries are the names in a folder.
func entries(t *testing.T, dir string) []string {
	t.Helper()
	list, err := os.ReadDir(dir)
	require.NoError(t, err)
	var names []string
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names
}

func TestFoldersAreForTheirOwnerAndWhole(t *testing.T) {
	parent := t.TempDir()
	code, stderr := planInto(t, "powershell-bundle="+filepath.Join(parent, "b"), "ansible="+filepath.Join(parent, "a")+"/")
	require.Equal(t, exitUnsure, code, stderr)
	assert.Equal(t, []string{"a", "b"}, entries(t, parent), "no temporary folder is left")
	files := 0
	require.NoError(t, filepath.WalkDir(parent, func(path string, d os.DirEntry, err error) error {
		require.NoError(t, err)
		info, err := d.Info()
		require.NoError(t, err)
		want := os.FileMode(0o600)
		if d.IsDir() {
			want = 0o700
		} else {
			files++
		}
		if runtime.GOOS != "windows" && path != parent {
			assert.Equal(t, want, info.Mode().Perm(), path)
		}
		return nil
	}))
	assert.Greater(t, files, 20)
	for _, format := range []string{"a", "b"} {
		data, err := os.ReadFile(filepath.Join(parent, format, render.ManifestFile))
		require.NoError(t, err)
		m, err := render.ReadManifest(data)
		require.NoError(t, err)
		for name, digest := range m.Files {
			content, err := os.ReadFile(filepath.Join(parent, format, filepath.FromSlash(name)))
			require.NoError(t, err)
			assert.Equal(t, digest, render.Digest(content), name)
		}
	}
}

func TestAFolderReplacesOnlyItsOwn(t *testing.T) {
	files := map[string][]byte{"x/y.txt": []byte("new"), render.ManifestFile: []byte(`{"schema":"` + render.ManifestVersion + `","files":{"x/y.txt":"` + render.Digest([]byte("new")) + `"}}`)}
	fresh := func(t *testing.T) string {
		dir := filepath.Join(t.TempDir(), "out")
		require.NoError(t, writeFolder(dir, files))
		return dir
	}
	stands := func(t *testing.T, dir string) {
		assert.Equal(t, []string{filepath.Base(dir)}, entries(t, filepath.Dir(dir)))
	}
	t.Run("again", func(t *testing.T) {
		dir := fresh(t)
		smaller := map[string][]byte{"z.txt": []byte("z"), render.ManifestFile: files[render.ManifestFile]}
		require.NoError(t, writeFolder(dir, smaller))
		assert.Equal(t, []string{render.ManifestFile, "z.txt"}, entries(t, dir), "what was there before is gone")
		stands(t, dir)
	})
	t.Run("empty", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "out")
		require.NoError(t, os.Mkdir(dir, 0o755))
		require.NoError(t, writeFolder(dir, files))
		stands(t, dir)
	})
	for name, spoil := range map[string]func(dir string) error{
		"a file of others": func(dir string) error { return os.WriteFile(filepath.Join(dir, "x", "notes.txt"), nil, 0o600) },
		"a changed file":   func(dir string) error { return os.WriteFile(filepath.Join(dir, "x", "y.txt"), []byte("mine"), 0o600) },
		"no manifest":      func(dir string) error { return os.Remove(filepath.Join(dir, render.ManifestFile)) },
		"another manifest": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, render.ManifestFile), []byte(`{"schema":"x"}`), 0o600)
		},
		"a broken manifest": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, render.ManifestFile), []byte(`{`), 0o600)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := fresh(t)
			require.NoError(t, spoil(dir))
			before := entries(t, dir)
			assert.ErrorContains(t, writeFolder(dir, files), "replace ")
			assert.Equal(t, before, entries(t, dir))
			stands(t, dir)
		})
	}
	t.Run("a file", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "out")
		require.NoError(t, os.WriteFile(dir, nil, 0o600))
		assert.ErrorContains(t, writeFolder(dir, files), "no directory")
	})
	t.Run("a link", func(t *testing.T) {
		dir := fresh(t)
		link := dir + "-link"
		if err := os.Symlink(dir, link); err != nil {
			t.Skip(err)
		}
		assert.ErrorContains(t, writeFolder(link, files), "no directory")
	})
	t.Run("a path that leads out", func(t *testing.T) {
		dir := fresh(t)
		assert.Error(t, writeFolder(dir, map[string][]byte{"../escaped.txt": []byte("x")}))
		content, err := os.ReadFile(filepath.Join(dir, "x", "y.txt"))
		require.NoError(t, err)
		assert.Equal(t, "new", string(content), "the folder before is untouched")
		stands(t, dir)
	})
}

func TestAFolderHasNoPlaceOnStdout(t *testing.T) {
	for _, output := range []string{"powershell-bundle", "ansible=-"} {
		code, stderr := planInto(t, output)
		assert.Equal(t, exitFailed, code)
		assert.Contains(t, stderr, "=DIR")
	}
}
