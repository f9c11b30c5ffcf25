package schema

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/mdiplan/mdiplan/internal/quote"
)

// FormatDiagnostics prints diagnostics the way a compiler does, in the order given: summary and code, place, source line
// with the value underlined, detail. sources are texts by file name, for diagnostics that carry no snippet. Whatever stood
// in an input is made visible first, so that no name can move the cursor or reverse the text.
func FormatDiagnostics(w io.Writer, diags Diagnostics, sources map[string][]byte, colour bool) {
	for _, d := range diags {
		title, start := "Error", "\x1b[1;31m"
		if d.Severity == "warning" {
			title, start = "Warning", "\x1b[1;33m"
		}
		end := "\x1b[0m"
		if !colour {
			start, end = "", ""
		}
		fmt.Fprintf(w, "%s%s: %s%s [%s]\n\n", start, title, quote.Visible(d.Summary), end, d.Code)
		if d.Range != nil {
			printPlace(w, d, sources, start, end)
		}
		if d.Detail != "" {
			fmt.Fprintf(w, "%s\n\n", visibleLines(d.Detail))
		}
	}
}

func printPlace(w io.Writer, d Diagnostic, sources map[string][]byte, start, end string) {
	at := "  on " + quote.Visible(d.Range.Filename)
	if d.Range.Start.Line > 0 {
		at += fmt.Sprintf(" line %d, column %d", d.Range.Start.Line, d.Range.Start.Column)
	}
	if d.Pointer != "" {
		at += ", in " + quote.Visible(d.Pointer)
	}
	fmt.Fprintf(w, "%s:\n", at)
	snippet := d.Snippet
	if snippet == nil {
		snippet = snippetOf(sources[d.Range.Filename], d.Range)
	}
	if snippet == nil {
		fmt.Fprintln(w)
		return
	}
	before := quote.Visible(strings.ReplaceAll(snippet.Code[:snippet.HighlightStartOffset], "\t", " "))
	marked := quote.Visible(strings.ReplaceAll(snippet.Code[snippet.HighlightStartOffset:snippet.HighlightEndOffset], "\t", " "))
	after := quote.Visible(strings.ReplaceAll(strings.TrimRight(snippet.Code[snippet.HighlightEndOffset:], "\r"), "\t", " "))
	number := fmt.Sprintf("%4d: ", snippet.StartLine)
	fmt.Fprintf(w, "%s%s%s%s\n", number, before, marked, after)
	width := max(1, utf8.RuneCountInString(marked))
	fmt.Fprintf(w, "%s%s%s%s\n\n", strings.Repeat(" ", len(number)+utf8.RuneCountInString(before)), start, strings.Repeat("^", width), end)
}

// snippetOf is the first line of a range in its source.
func snippetOf(src []byte, r *Range) *Snippet {
	start, end := r.Start.Byte, r.End.Byte
	if src == nil || start > len(src) || r.Start.Line == 0 {
		return nil
	}
	from := strings.LastIndexByte(string(src[:start]), '\n') + 1
	to := len(src)
	if i := strings.IndexByte(string(src[start:]), '\n'); i >= 0 {
		to = start + i
	}
	end = min(max(end, start), to)
	return &Snippet{Code: string(src[from:to]), StartLine: r.Start.Line, HighlightStartOffset: start - from, HighlightEndOffset: end - from}
}

// visibleLines keeps the line breaks that this program wrote and shows every other control character.
func visibleLines(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = quote.Visible(lines[i])
	}
	return strings.Join(lines, "\n")
}
