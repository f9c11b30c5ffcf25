package render

import (
	"bytes"
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/mdiplan/mdiplan/internal/quote"
	"github.com/mdiplan/mdiplan/schema"
)

var powershellBundle = Renderer{Name: "powershell-bundle", Ext: "/", Files: powershellBundleFiles}

var (
	//go:embed powershell/bundle_head.ps1
	bundleHead string
	//go:embed powershell/bundle_main.ps1
	bundleMain string
	//go:embed powershell/part.ps1
	bundlePart string
)

// What Windows PowerShell 5.1 reads: of a data file so many nodes of its syntax tree, of a JSON text so many characters.
const (
	maxDataNodes = 5000
	maxJSONText  = 2 << 20
)

// powershellBundleFiles makes a folder for Windows PowerShell 5.1, in ASCII:
//
//	Invoke-Runbook.ps1            verifies the folder and runs the steps
//	servers/*.ps1, domains/*.ps1  the same for one server or one domain
//	data/<kind>/*.psd1            the steps at one subject with their values: constants, nothing else
//	steps/*.ps1                   the scripts of the steps as they are in the library
//	manifest.json                 the digest of every file and of what the runbook was made from
func powershellBundleFiles(r schema.Runbook) (map[string][]byte, error) {
	f := newFolder("powershell-bundle")
	f.add("Invoke-Runbook.ps1", []byte(bundleHead+engine+bundleMain))
	planned := plannedSteps(r)
	numbers := map[string]int{}
	bySubject := map[schema.Subject][]schema.Step{}
	scripts := map[string]string{}
	servers, domains := map[string]bool{}, map[string]bool{}
	for _, s := range planned {
		numbers[s.ID] = s.Number
		bySubject[s.Subject] = append(bySubject[s.Subject], s)
		if s.Script != "" {
			scripts[s.Step] = s.Script
		}
		switch {
		case s.Subject.Kind == "server":
			servers[s.Subject.Key] = true
		case s.Domain != "":
			domains[s.Domain] = true
		}
	}
	for step, script := range scripts {
		f.add(scriptPath(step), []byte(script))
	}
	for subject, steps := range bySubject {
		data, err := dataFile(subject, steps, numbers)
		if err != nil {
			return nil, err
		}
		f.add("data/"+fileName(subject.Kind)+"/"+fileName(orKind(subject))+".psd1", data)
	}
	for parameter, names := range map[string]map[string]bool{"Server": servers, "Domain": domains} {
		for name := range names {
			f.add(strings.ToLower(parameter)+"s/"+fileName(name)+".ps1",
				[]byte(bundlePart+"& $entry -"+parameter+" "+quote.PowerShell(name)+" @PSBoundParameters\n"))
		}
	}
	files, err := f.complete(r)
	if err == nil && len(files[ManifestFile]) >= maxJSONText {
		err = fmt.Errorf("the manifest names %d files, more than Windows PowerShell reads from one JSON text; plan fewer servers at once", len(files))
	}
	return files, err
}

func scriptPath(step string) string { return "steps/" + fileName(step) + ".ps1" }

// acts says whether a step changes anything; the others look, decide or wait, and there is nothing to take back.
func acts(s schema.Step) bool { return !slices.Contains([]string{"check", "approval", "wait"}, s.Kind) }

// data writes a PowerShell data file and counts what PowerShell counts when it reads one.
type data struct {
	bytes.Buffer
	nodes int
}

// pair writes one entry of a hashtable: a key, and a pipeline with an expression of constants.
func (d *data) pair(indent, name string, value any) {
	d.nodes += 3
	if _, ok := value.([]any); ok {
		d.nodes += 5
	} else if _, ok := value.(string); !ok {
		d.nodes++
	}
	fmt.Fprintf(d, "%s%s = %s\n", indent, name, literal(value, func(text string) string {
		form := quote.PowerShellData(text)
		if d.nodes++; !strings.HasPrefix(form, "'") {
			d.nodes += 4 // a table with one entry
		}
		return form
	}))
}

// dataFile holds the steps at one subject.
func dataFile(subject schema.Subject, steps []schema.Step, numbers map[string]int) ([]byte, error) {
	d := &data{}
	fmt.Fprint(d, "# The steps at one subject with their values. Only constants: Import-PowerShellDataFile refuses anything else.\n@{\n    Steps = @(\n")
	for i, s := range steps {
		fmt.Fprint(d, "        @{\n")
		field := func(name string, value any) { d.pair("            ", name, value) }
		field("Number", s.Number)
		field("Id", quote.Visible(s.ID))
		field("Title", stepTitle(s))
		wave, server, domain, script := s.Wave, "", s.Domain, ""
		if wave == "" {
			wave = "foundation"
		}
		if s.Subject.Kind == "server" {
			server, domain = s.Subject.Key, ""
		}
		if s.Script != "" {
			script = scriptPath(s.Step)
		}
		field("Wave", wave)
		field("Server", server)
		field("Domain", domain)
		field("Computer", s.Computer)
		field("Script", script)
		field("Acts", acts(s))
		field("Reversible", s.Reversible)
		var requires []int
		for _, id := range s.Requires {
			if n := numbers[id]; n > 0 {
				requires = append(requires, n)
			}
		}
		slices.Sort(requires)
		words := make([]string, len(requires))
		for i, n := range requires {
			words[i] = strconv.Itoa(n)
		}
		field("Requires", strings.Join(words, " "))
		field("Instructions", shown(fill(s)))
		field("Verify", shown(s.Verify))
		field("Undo", shown(s.Undo))
		values, secrets := map[string]any{}, map[string]any{}
		for _, p := range s.Params {
			values[p.Name] = p.Value
		}
		for _, secret := range s.Secrets {
			secrets[secret.Name] = quote.Visible(secret.Prompt)
		}
		for _, table := range []struct {
			name    string
			entries map[string]any
		}{{"Values", values}, {"Secrets", secrets}} {
			fmt.Fprintf(d, "            %s = @{\n", table.name)
			for _, name := range slices.Sorted(maps.Keys(table.entries)) {
				d.pair("                ", name, table.entries[name])
			}
			fmt.Fprint(d, "            }\n")
			d.nodes += 4
		}
		fmt.Fprint(d, "        }")
		if i < len(steps)-1 {
			fmt.Fprint(d, ",")
		}
		fmt.Fprintln(d)
		d.nodes++
	}
	fmt.Fprint(d, "    )\n}\n")
	if d.nodes > maxDataNodes {
		return nil, fmt.Errorf("the %d steps at %s make a data file of %d values, and Windows PowerShell reads %d", len(steps), subject, d.nodes, maxDataNodes)
	}
	return d.Bytes(), nil
}

// shown is a text of several lines as a terminal may show it.
func shown(text string) string {
	lines := strings.Split(strings.ReplaceAll(strings.TrimSpace(text), "\r\n", "\n"), "\n")
	for i, line := range lines {
		lines[i] = quote.Visible(line)
	}
	return strings.Join(lines, "\n     ")
}
