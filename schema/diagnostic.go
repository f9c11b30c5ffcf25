package schema

import (
	"cmp"
	"slices"
)

// Position is a place in a text: 1-based line and column (in characters), 0-based byte offset.
type Position struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	Byte   int `json:"byte"`
}

// Range is a stretch of a text, End exclusive.
type Range struct {
	Filename string   `json:"filename"`
	Start    Position `json:"start"`
	End      Position `json:"end"`
}

// Snippet is the source line a diagnostic is about. The offsets count bytes within Code.
type Snippet struct {
	Context              string `json:"context,omitzero"`
	Code                 string `json:"code"`
	StartLine            int    `json:"start_line"`
	HighlightStartOffset int    `json:"highlight_start_offset"`
	HighlightEndOffset   int    `json:"highlight_end_offset"`
}

// Diagnostic says what is wrong with an input: a stable code, a summary that never varies, a detail in whole
// sentences, and the value it is about. The JSON form is that of Terraform's diagnostics, with code and pointer added.
type Diagnostic struct {
	// Severity is error or warning.
	Severity string `json:"severity"`
	// Code says whose mistake it is: spec_…, facts_…, verdict_…, policy_…, flag_….
	Code    string `json:"code"`
	Summary string `json:"summary"`
	Detail  string `json:"detail,omitzero"`
	// Pointer is the JSON pointer of the value, in documents that are JSON.
	Pointer string   `json:"pointer,omitzero"`
	Range   *Range   `json:"range,omitzero"`
	Snippet *Snippet `json:"snippet,omitzero"`
}

// Diagnostics are collected, not returned one by one: a person mends five mistakes faster in one round than in five.
type Diagnostics []Diagnostic

// HasErrors says whether any of them is an error.
func (d Diagnostics) HasErrors() bool {
	return slices.ContainsFunc(d, func(x Diagnostic) bool { return x.Severity == "error" })
}

// Sorted returns them by file, place, code and text, without duplicates.
func (d Diagnostics) Sorted() Diagnostics {
	key := func(x Diagnostic) (string, int) {
		if x.Range == nil {
			return "", 0
		}
		return x.Range.Filename, x.Range.Start.Byte
	}
	out := slices.Clone(d)
	slices.SortStableFunc(out, func(a, b Diagnostic) int {
		af, ab := key(a)
		bf, bb := key(b)
		return cmp.Or(cmp.Compare(af, bf), cmp.Compare(ab, bb), cmp.Compare(a.Pointer, b.Pointer),
			cmp.Compare(a.Code, b.Code), cmp.Compare(a.Detail, b.Detail))
	})
	return slices.CompactFunc(out, func(a, b Diagnostic) bool {
		af, ab := key(a)
		bf, bb := key(b)
		return af == bf && ab == bb && a.Pointer == b.Pointer && a.Code == b.Code && a.Detail == b.Detail
	})
}
