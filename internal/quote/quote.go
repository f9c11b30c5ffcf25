// Package quote writes foreign text into other languages: one function per target language. Every function promises that
// whatever the text is, it stays data there. It decides nothing and changes nothing beyond what the target needs.
package quote

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
)

// Visible replaces what a terminal or a reader could be fooled with (control characters, escapes, bidirectional overrides,
// zero-width characters, line breaks) by its code point, so that the text stays on one line and shows what it is.
func Visible(text string) string {
	if !strings.ContainsFunc(text, hidden) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if hidden(r) {
			fmt.Fprintf(&b, "<U+%04X>", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// hidden is every character that has no glyph of its own: controls, formats (which hold the bidirectional overrides and
// the zero-width ones), fillers, line and paragraph separators, code points that are no characters (XML refuses some of
// them), and bytes that are not UTF-8.
func hidden(r rune) bool {
	if r >= ' ' && r <= '~' { // nearly all there is
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point) ||
		r == unicode.ReplacementChar
}

// Lines is Visible for a text of several lines: line breaks and tabs stay, whatever else is hidden is shown.
func Lines(text string) string {
	var b strings.Builder
	for part := range strings.SplitAfterSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		for cell := range strings.SplitAfterSeq(part, "\t") {
			plain := strings.TrimRight(cell, "\n\t")
			b.WriteString(Visible(plain) + cell[len(plain):])
		}
	}
	return b.String()
}

// DOT is texts as the lines of one double-quoted string of Graphviz. A label knows backslash escapes and entities of HTML;
// both are taken from it.
func DOT(lines ...string) string {
	quoted := make([]string, len(lines))
	for i, text := range lines {
		quoted[i] = strings.NewReplacer(`\`, `\\`, `"`, `\"`, `&`, `&amp;`).Replace(Visible(text))
	}
	return `"` + strings.Join(quoted, `\n`) + `"`
}

// Mermaid is text as a label in double quotes. Whatever is not a letter, a digit, a space or harmless punctuation is
// written as an entity of Mermaid, so that it starts neither markup nor HTML nor the end of the label.
func Mermaid(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range Visible(text) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(" .,:-", r) {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, "#%d;", r)
	}
	b.WriteByte('"')
	return b.String()
}

// Formula keeps a cell of a spreadsheet from being a formula: an apostrophe goes before what would start one. Spaces
// before it do not help, since some programs drop them, and the wide forms start one in East Asian versions.
func Formula(text string) string {
	for _, r := range text {
		if r == ' ' || r == '\u00a0' {
			continue
		}
		if strings.ContainsRune("=+-@\t\r\n＝＋－＠", r) {
			return "'" + text
		}
		break
	}
	return text
}

// ICalendar is text as a value of type TEXT (RFC 5545, 3.3.11).
func ICalendar(text string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`).Replace(Visible(text))
}

// Jinja is text on one line that Jinja finds nothing to evaluate in: every brace is written as its code point.
func Jinja(text string) string {
	return strings.NewReplacer("{", "<U+007B>", "}", "<U+007D>").Replace(Visible(text))
}

// Markdown is text inside a paragraph, a heading or a table cell: no character of it starts markup, HTML, a mention or a
// new line.
func Markdown(text string) string {
	var b strings.Builder
	for _, r := range Visible(text) {
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case r == '@':
			b.WriteString("&#64;")
		case strings.ContainsRune("\\`*_{}[]()#+!|~$", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	out := b.String()
	// What would begin a list or a rule at the start of a line.
	if strings.HasPrefix(out, "-") || strings.HasPrefix(out, "=") {
		out = "\\" + out
	}
	return out
}

// MarkdownCode is text inside a code span, with a fence longer than any run of backticks in it. A pipe is escaped, since
// tables split on it even inside code.
func MarkdownCode(text string) string {
	text = strings.ReplaceAll(Visible(text), "|", "\\|")
	longest, run := 0, 0
	for _, r := range text {
		if r == '`' {
			run++
			longest = max(longest, run)
		} else {
			run = 0
		}
	}
	fence := strings.Repeat("`", longest+1)
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") || text == "" {
		text = " " + text + " "
	}
	return fence + text + fence
}

// MarkdownBlock is text as a fenced block, indented by the given prefix.
func MarkdownBlock(text, language, indent string) string {
	text = Lines(text)
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s%s\n", indent, fence, language)
	for line := range strings.Lines(strings.TrimRight(text, "\n") + "\n") {
		if line = strings.TrimRight(line, "\n"); line == "" {
			b.WriteByte('\n')
			continue
		}
		fmt.Fprintf(&b, "%s%s\n", indent, line)
	}
	fmt.Fprintf(&b, "%s%s\n", indent, fence)
	return b.String()
}

// PowerShell is text as one single-quoted literal of Windows PowerShell 5.1, in ASCII: every character that PowerShell
// takes for a single quote is doubled, and whatever is not printable ASCII is written as its code point, so that neither
// the console's code page nor a missing byte-order mark can change it.
func PowerShell(text string) string {
	var parts []string
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			parts = append(parts, "'"+b.String()+"'")
			b.Reset()
		}
	}
	for _, r := range text {
		switch {
		case r == '\'':
			b.WriteString("''")
		case r >= 0x20 && r < 0x7f:
			b.WriteRune(r)
		case r > 0xffff:
			flush()
			parts = append(parts, fmt.Sprintf("[char]::ConvertFromUtf32(0x%X)", r))
		default:
			flush()
			parts = append(parts, fmt.Sprintf("[string][char]0x%04X", r))
		}
	}
	flush()
	switch len(parts) {
	case 0:
		return "''"
	case 1:
		if strings.HasPrefix(parts[0], "'") {
			return parts[0]
		}
	}
	return "(" + strings.Join(parts, " + ") + ")"
}

// PowerShellData is text as a value of a PowerShell data file, which holds constants alone: a literal where the text is
// printable ASCII, otherwise @{ Escaped = '...' } with every other character as \uXXXX and the backslash doubled, which
// [regex]::Unescape reads back. None of the four curly quotes, which PowerShell takes for a single quote, ever stands in it.
func PowerShellData(text string) string {
	plain := true
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\\':
			b.WriteString(`\\`)
		case r >= 0x20 && r < 0x7f:
			b.WriteRune(r)
		default:
			plain = false
			for _, unit := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&b, `\u%04X`, unit)
			}
		}
	}
	if plain {
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	}
	return "@{ Escaped = '" + strings.ReplaceAll(b.String(), "'", "''") + "' }"
}

// PowerShellText is a reviewed script as one literal that keeps its line breaks. Unlike PowerShell it is only for text of
// our own: it panics on anything but printable ASCII, tab and line break, which a step's script is checked for.
func PowerShellText(script string) string {
	for _, r := range script {
		if r != '\n' && r != '\t' && (r < 0x20 || r > 0x7e) {
			panic(fmt.Sprintf("quote: a script holds U+%04X", r))
		}
	}
	return "'" + strings.ReplaceAll(script, "'", "''") + "'"
}
