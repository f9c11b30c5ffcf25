package quote

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// hostile names are what anybody who can create an object in a directory can choose.
var hostile = []string{"$(calc)", "`calc`", "a'b", "a\u2019; Remove-Item x", "a\nb", "</script><script>", "\u202egnp.exe", "\x1b[2J", "|x|", "@everyone", "=1+1", "*x*", "[a](b)", "'@", "--%", ""}

func TestVisibleShowsWhatATerminalWouldObey(t *testing.T) {
	assert.Equal(t, "a<U+000A>b", Visible("a\nb"))
	assert.Equal(t, "<U+202E>gnp.exe", Visible("\u202egnp.exe"))
	assert.Equal(t, "<U+001B>[2J", Visible("\x1b[2J"))
	assert.Equal(t, "größe", Visible("größe"))
}

func TestMarkdownStartsNoMarkup(t *testing.T) {
	for _, name := range hostile {
		out := Markdown(name)
		assert.NotContains(t, out, "\n", name)
		for _, c := range []string{"<", ">", "@"} {
			assert.NotContains(t, out, c, name)
		}
		for i, r := range out {
			if strings.ContainsRune("`*_[]|!$", r) {
				assert.True(t, i > 0 && out[i-1] == '\\', "%q holds a bare %c", out, r)
			}
		}
	}
	assert.Equal(t, "``a`b``", MarkdownCode("a`b"))
	assert.Equal(t, "`a\\|b`", MarkdownCode("a|b"))
}

// unquote reads a literal back as PowerShell does.
func unquote(t *testing.T, literal string) string {
	t.Helper()
	var out strings.Builder
	for part := range strings.SplitSeq(strings.Trim(literal, "()"), " + ") {
		switch {
		case strings.HasPrefix(part, "[string][char]0x"):
			n := rune(0)
			for _, c := range strings.TrimPrefix(part, "[string][char]0x") {
				n = n*16 + rune(strings.IndexRune("0123456789ABCDEF", c))
			}
			out.WriteRune(n)
		default:
			assert.True(t, strings.HasPrefix(part, "'") && strings.HasSuffix(part, "'"), part)
			out.WriteString(strings.ReplaceAll(part[1:len(part)-1], "''", "'"))
		}
	}
	return out.String()
}

func TestPowerShellKeepsEveryNameOneLiteral(t *testing.T) {
	for _, name := range hostile {
		literal := PowerShell(name)
		for _, r := range literal {
			assert.True(t, r >= 0x20 && r < 0x7f, "%q is not plain ASCII", literal)
		}
		if !strings.ContainsAny(name, "()") && !strings.Contains(name, " + ") {
			assert.Equal(t, name, unquote(t, literal))
		}
		// Inside the quotes no single quote stands alone.
		for part := range strings.SplitSeq(literal, " + ") {
			if part = strings.Trim(part, "()"); strings.HasPrefix(part, "'") {
				assert.Zero(t, strings.Count(part[1:len(part)-1], "'")%2, literal)
			}
		}
	}
}

func TestPowerShellTextRefusesWhatPowerShellMisreads(t *testing.T) {
	assert.Panics(t, func() { PowerShellText("Write-Output 'O\u2019Brien'") })
	assert.Equal(t, "'a ''b''\n'", PowerShellText("a 'b'\n"))
}

func FuzzPowerShell(f *testing.F) {
	for _, name := range hostile {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		for _, r := range PowerShell(name) {
			if r < 0x20 || r > 0x7e {
				t.Fatalf("%q leaves ASCII", name)
			}
		}
	})
}
