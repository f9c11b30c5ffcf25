package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mdiplan/mdiplan/compiler/render"
	"github.com/mdiplan/mdiplan/schema"
)

// format is one way to write a document: as a file or, with files, as a folder.
type format[T any] struct {
	name, ext string
	render    func(io.Writer, T) error
	files     func(T) (map[string][]byte, error)
}

// destination is one -o FORMAT[=FILE], or FORMAT=DIR for a folder.
type destination[T any] struct {
	format[T]
	file string
}

// destinations reads the values of -o; an unknown format is refused and the known ones are named.
func destinations[T any](values []string, known []format[T]) ([]destination[T], error) {
	var out []destination[T]
	stdout := false
	for _, value := range values {
		name, file, _ := strings.Cut(value, "=")
		i := slices.IndexFunc(known, func(f format[T]) bool { return f.name == name })
		if i < 0 {
			var names []string
			for _, f := range known {
				names = append(names, f.name)
			}
			hint := ""
			if s := schema.Suggest(name, names); s != "" {
				hint = fmt.Sprintf(" Did you mean %q?", s)
			}
			return nil, usageError{fmt.Errorf("there is no output format %q; the formats are %s.%s", name, strings.Join(names, ", "), hint)}
		}
		if file == "" || file == "-" {
			if known[i].files != nil {
				return nil, usageError{fmt.Errorf("the format %s is a folder and has no place on stdout; give -o %s=DIR", name, name)}
			}
			if stdout {
				return nil, usageError{fmt.Errorf("two outputs go to stdout; give -o %s=FILE for one of them", name)}
			}
			stdout, file = true, ""
		}
		out = append(out, destination[T]{known[i], file})
	}
	return out, nil
}

// write renders everything first and writes afterwards, so that a document that cannot be rendered leaves no other file
// behind. Each file and each folder is written whole or not at all.
func write[T any](a *app, doc T, outputs []destination[T]) error {
	rendered := make([][]byte, len(outputs))
	folders := make([]map[string][]byte, len(outputs))
	for i, o := range outputs {
		if o.files != nil {
			var err error
			if folders[i], err = o.files(doc); err != nil {
				return fmt.Errorf("render %s: %w", o.name, err)
			}
			continue
		}
		var b bytes.Buffer
		if err := o.render(&b, doc); err != nil {
			return fmt.Errorf("render %s: %w", o.name, err)
		}
		rendered[i] = b.Bytes()
	}
	for i, o := range outputs {
		if o.files != nil {
			if err := writeFolder(o.file, folders[i]); err != nil {
				return fmt.Errorf("write %s: %w", o.name, err)
			}
			a.progress("wrote %s, manifest SHA-256 %s", o.file, render.Digest(folders[i][render.ManifestFile]))
			continue
		}
		if o.file == "" {
			if _, err := a.out.Write(rendered[i]); err != nil {
				return fmt.Errorf("write %s: %w", o.name, err)
			}
			continue
		}
		if err := writeFile(o.file, rendered[i]); err != nil {
			return fmt.Errorf("write %s: %w", o.name, err)
		}
		a.progress("wrote %s", o.file)
	}
	return nil
}

// writeFile replaces a file in one step: the bytes go to a temporary file beside it, reach the disk, and are renamed. A
// report names machines and their weaknesses, so the file is for its owner only. What exists and is no regular file (a
// pipe, a device) is written to directly.
func writeFile(name string, data []byte) (err error) {
	if info, statErr := os.Stat(name); statErr == nil && !info.Mode().IsRegular() {
		if info.IsDir() {
			return fmt.Errorf("open %s: it is a directory", name)
		}
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		_, err = f.Write(data)
		return firstError(err, f.Close())
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(tmp.Name())
		}
	}()
	_, err = tmp.Write(data)
	if err = firstError(err, tmp.Sync(), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), name)
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func encodeFacts(w io.Writer, f *schema.Facts) error { return schema.Encode(w, f) }
