package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/mdiplan/mdiplan/compiler/render"
)

// writeFolder replaces a folder in one step, as far as a file system can: the files go into a new folder beside it, reach the
// disk, and the new folder takes the name. A folder that holds anything but what this program wrote is left alone.
func writeFolder(dir string, files map[string][]byte) (err error) {
	dir = filepath.Clean(dir)
	exists, err := replaceable(dir)
	if err != nil {
		return err
	}
	parent, base := filepath.Split(dir)
	if parent == "" {
		parent = "."
	}
	tmp, err := os.MkdirTemp(parent, "."+base+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.RemoveAll(tmp)
		}
	}()
	if err := fillFolder(tmp, files); err != nil {
		return err
	}
	if !exists {
		return os.Rename(tmp, dir)
	}
	// No system swaps two folders everywhere; between these two renames the name is free, and a failure gives it back.
	old := tmp + ".old"
	if err := os.Rename(dir, old); err != nil {
		return err
	}
	if err := os.Rename(tmp, dir); err != nil {
		return errors.Join(err, os.Rename(old, dir))
	}
	if err := os.RemoveAll(old); err != nil {
		return fmt.Errorf("the new folder stands, the one before it could not be removed: %w", err)
	}
	return nil
}

// fillFolder writes files for their owner only. os.Root keeps every path inside.
func fillFolder(dir string, files map[string][]byte) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := root.MkdirAll(path.Dir(name), 0o700); err != nil {
			return err
		}
		f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err != nil {
			return err
		}
		_, err = f.Write(files[name])
		if err := firstError(err, f.Sync(), f.Close()); err != nil {
			return err
		}
	}
	return nil
}

// replaceable says whether a folder exists, and refuses one that holds what this program did not write: another's files, or
// its own after somebody changed them.
func replaceable(dir string) (exists bool, err error) {
	info, err := os.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if !info.IsDir() {
		return false, fmt.Errorf("open %s: it is no directory", dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return false, err
	}
	defer func() { _ = root.Close() }()
	var manifest render.Manifest
	data, readErr := root.ReadFile(render.ManifestFile)
	if readErr == nil {
		manifest, readErr = render.ReadManifest(data)
	}
	err = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			return nil
		case readErr != nil:
			return fmt.Errorf("replace %s: it is not empty, and no manifest says that mdiplan wrote it: %w", dir, readErr)
		case name == render.ManifestFile:
			return nil
		case !d.Type().IsRegular() || manifest.Files[name] == "":
			return fmt.Errorf("replace %s: mdiplan did not write %s in it; move it away first", dir, name)
		}
		content, err := root.ReadFile(name)
		if err != nil {
			return err
		}
		if render.Digest(content) != manifest.Files[name] {
			return fmt.Errorf("replace %s: %s was changed after mdiplan wrote it; move it away first", dir, name)
		}
		return nil
	})
	return err == nil, err
}
