package quote

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

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

// The characters that PowerShell takes for a single quote.
const quotes = "'\u2018\u2019\u201a\u201b"

// literal reads one single-quoted literal at the start of text as PowerShell does, and returns its value and what follows.
// Two quotes, whichever, are one inside; one alone ends the literal.
func literal(text string) (value, rest string, ok bool) {
	text, ok = strings.CutPrefix(text, "'")
	if !ok {
		return "", text, false
	}
	var b strings.Builder
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		if !strings.ContainsRune(quotes, runes[i]) {
			b.WriteRune(runes[i])
			continue
		}
		if i+1 == len(runes) || !strings.ContainsRune(quotes, runes[i+1]) {
			return b.String(), string(runes[i+1:]), true
		}
		b.WriteRune(runes[i])
		i++
	}
	return "", "", false
}

// expression reads what PowerShell writes: one literal, or a sum of literals and characters in parentheses.
func expression(text string) (string, bool) {
	if value, rest, ok := literal(text); ok {
		return value, rest == ""
	}
	text, opened := strings.CutPrefix(text, "(")
	var b strings.Builder
	for opened {
		value, rest, ok := literal(text)
		if !ok {
			m := character.FindStringSubmatch(text)
			if m == nil {
				return "", false
			}
			n, err := strconv.ParseUint(m[1]+m[2], 16, 32)
			if err != nil {
				return "", false
			}
			value, rest = string(rune(n)), text[len(m[0]):]
		}
		b.WriteString(value)
		if rest == ")" {
			return b.String(), true
		}
		if text, ok = strings.CutPrefix(rest, " + "); !ok {
			return "", false
		}
	}
	return "", false
}

var character = regexp.MustCompile(`^(?:\[string\]\[char\]0x([0-9A-F]{4})|\[char\]::ConvertFromUtf32\(0x([0-9A-F]{5,6})\))`)

// dataValue reads what PowerShellData writes.
func dataValue(text string) (string, bool) {
	if value, rest, ok := literal(text); ok {
		return value, rest == ""
	}
	text, ok := strings.CutPrefix(text, "@{ Escaped = ")
	if !ok {
		return "", false
	}
	value, rest, ok := literal(text)
	if !ok || rest != " }" {
		return "", false
	}
	// [regex]::Unescape: a backslash and u with four digits is a unit of UTF-16, a doubled backslash is one.
	var units []uint16
	for i := 0; i < len(value); i++ {
		if value[i] != '\\' {
			units = append(units, uint16(value[i]))
			continue
		}
		if i++; i < len(value) && value[i] == '\\' {
			units = append(units, '\\')
			continue
		}
		if i+4 >= len(value) || value[i] != 'u' {
			return "", false
		}
		n, err := strconv.ParseUint(value[i+1:i+5], 16, 16)
		if err != nil {
			return "", false
		}
		units = append(units, uint16(n))
		i += 4
	}
	return string(utf16.Decode(units)), true
}

// checkPowerShell holds both ways to write a text for PowerShell to it: plain ASCII on one line, no odd run of quotes inside a literal,
// and the text itself when it is read back.
func checkPowerShell(t *testing.T, text string) {
	t.Helper()
	want := string([]rune(text)) // a byte that is no UTF-8 is U+FFFD
	for form, read := range map[string]func(string) (string, bool){PowerShell(text): expression, PowerShellData(text): dataValue} {
		for _, r := range form {
			require.True(t, r >= 0x20 && r < 0x7f, "%q is not plain ASCII", form)
		}
		inside := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSuffix(strings.TrimPrefix(form, "@{ Escaped = "), " }"), "'"), "'")
		if PowerShellData(text) == form {
			for run := range strings.FieldsFuncSeq(inside, func(r rune) bool { return !strings.ContainsRune(quotes, r) }) {
				require.Zero(t, len([]rune(run))%2, form)
			}
		}
		got, ok := read(form)
		require.True(t, ok, "%q is no single value", form)
		require.Equal(t, []rune(want), []rune(got), form)
	}
}

func TestPowerShellKeepsEveryNameOneLiteral(t *testing.T) {
	for _, name := range hostile {
		checkPowerShell(t, name)
		for _, q := range quotes {
			for n := 1; n < 6; n++ {
				checkPowerShell(t, name+strings.Repeat(string(q), n))
				checkPowerShell(t, strings.Repeat(string(q), n)+"; "+name)
			}
		}
	}
	assert.Equal(t, "'a''b'", PowerShellData("a'b"))
	assert.Equal(t, `'C:\u0041'`, PowerShellData(`C:\u0041`))
	assert.Equal(t, `@{ Escaped = 'C:\\O\u2019B''r\uD83D\uDE00' }`, PowerShellData("C:\\O\u2019B'r\U0001f600"))
}

func TestJinjaFindsNothing(t *testing.T) {
	for _, name := range append([]string{"{{ 7*7 }}", "{% raw %}", "{# x #}", "{"}, hostile...) {
		assert.NotContains(t, Jinja(name), "{")
		assert.NotContains(t, Jinja(name), "}")
		assert.NotContains(t, Jinja(name), "\n")
	}
	assert.Equal(t, "a<U+007B>b<U+007D>", Jinja("a{b}"))
}

func TestPowerShellTextRefusesWhatPowerShellMisreads(t *testing.T) {
	assert.Panics(t, func() { PowerShellText("Write-Output 'O\u2019Brien'") })
	assert.Equal(t, "'a ''b''\n'", PowerShellText("a 'b'\n"))
}

func FuzzPowerShell(f *testing.F) {
	for _, name := range hostile {
		f.Add(name)
	}
	for _, q := range quotes {
		f.Add(string(q))
	}
	f.Fuzz(checkPowerShell)
}
