package quote

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
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

func TestVisibleShowsFillersAndWhatIsNoCharacter(t *testing.T) {
	assert.Equal(t, "a<U+3164>b<U+FFFE>", Visible("a\u3164b\ufffe"))
	assert.Equal(t, "a<U+200B>\n\tb<U+0007>\n", Lines("a\u200b\r\n\tb\a\n"))
	assert.Equal(t, "```text\na<U+202E>\n```\n", MarkdownBlock("a\u202e\r\n", "text", ""))
}

// TestDOTIsOneString reads the literal back as Graphviz does: a quote ends it unless a backslash stands before it.
func TestDOTIsOneString(t *testing.T) {
	for _, name := range append(hostile, `\`, `a\`, `\N`, `"];x[`, "&lt;b&gt;") {
		literal := DOT(name)
		inner := literal[1 : len(literal)-1]
		assert.Equal(t, `"`+inner+`"`, literal)
		plain := strings.NewReplacer(`\\`, "\x00", `\"`, "\x01", "&amp;", "\x02").Replace(inner)
		assert.False(t, strings.ContainsAny(plain, "\"\\&\n"), literal)
		assert.Equal(t, Visible(name), strings.NewReplacer("\x00", `\`, "\x01", `"`, "\x02", "&").Replace(plain))
	}
}

func TestMermaidHoldsNoMarkup(t *testing.T) {
	for _, name := range append(hostile, `"]; click A "javascript:x"`, "#quot;", "a; b") {
		literal := Mermaid(name)
		inner := literal[1 : len(literal)-1]
		for _, c := range "<>\"`[](){}|&\\$@=\n" {
			assert.NotContains(t, inner, string(c), name)
		}
		assert.Equal(t, Visible(name), regexp.MustCompile(`#(\d+);`).ReplaceAllStringFunc(inner, func(entity string) string {
			n, err := strconv.Atoi(entity[1 : len(entity)-1])
			require.NoError(t, err)
			return string(rune(n))
		}))
	}
}

func TestFormulaIsText(t *testing.T) {
	for _, start := range []string{"=", "+", "-", "@", "\t", "\r", "\n", " =", "\u00a0@", "＝", "＋", "－", "＠"} {
		assert.Equal(t, "'"+start+"cmd|' /c calc'!A1", Formula(start+"cmd|' /c calc'!A1"))
	}
	for _, plain := range []string{"", "dc01.contoso.com", "a=b", "1-2", "  "} {
		assert.Equal(t, plain, Formula(plain))
	}
}

func TestICalendarIsOneValue(t *testing.T) {
	assert.Equal(t, `a\;b\,c\\d<U+000D><U+000A>END:VCALENDAR`, ICalendar("a;b,c\\d\r\nEND:VCALENDAR"))
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
