package schema

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// Limits bound what a document may ask of memory. Each is a flag of the commands that load documents.
type Limits struct {
	// Bytes is the size of the whole document.
	Bytes int64
	// Depth is how deep objects and lists may nest.
	Depth int
	// StringBytes is the length of one string.
	StringBytes int
	// Entries is the number of keys of one map.
	Entries int
}

// DefaultLimits fit an estate of fifty thousand servers.
var DefaultLimits = Limits{Bytes: 1 << 30, Depth: 64, StringBytes: 1 << 20, Entries: 500_000}

// maxDiagnostics bounds how many mistakes one load reports; a reader mends the first hundred before the next round.
const maxDiagnostics = 100

// LoadFacts reads a facts document strictly and as a stream: one value is held in memory at a time beside the result.
// Every mistake is a diagnostic with its JSON pointer, line and column; the facts are nil when one of them is an error.
// name is what diagnostics call the input.
func LoadFacts(r io.Reader, name string, limits Limits) (*Facts, Diagnostics) {
	facts := &Facts{}
	diags := loadDocument(r, name, limits, "facts", FactsVersion, facts)
	if diags.HasErrors() {
		return nil, diags
	}
	for _, pointer := range slices.Sorted(maps.Keys(facts.Sections)) {
		if source := facts.Sections[pointer].Source; facts.Sources[source] == nil {
			diags = append(diags, Diagnostic{Severity: "error", Code: "facts_unknown_source", Summary: "Section of an unknown source",
				Detail:  fmt.Sprintf("Section %q names source %q, which is not in sources.", pointer, source),
				Pointer: Pointer("sections", pointer, "source"), Range: &Range{Filename: name}})
		}
	}
	if diags.HasErrors() {
		return nil, diags
	}
	return facts, diags
}

// LoadVerdict reads a verdict as strictly as LoadFacts reads facts.
func LoadVerdict(r io.Reader, name string, limits Limits) (*Verdict, Diagnostics) {
	v := &Verdict{}
	if diags := loadDocument(r, name, limits, "verdict", VerdictVersion, v); diags.HasErrors() {
		return nil, diags
	}
	return v, nil
}

// LoadRunbook reads a runbook as strictly as LoadFacts reads facts.
func LoadRunbook(r io.Reader, name string, limits Limits) (*Runbook, Diagnostics) {
	v := &Runbook{}
	if diags := loadDocument(r, name, limits, "runbook", RunbookVersion, v); diags.HasErrors() {
		return nil, diags
	}
	return v, nil
}

// SchemaOf is what a document says it is, in the field schema, without reading the rest of it; empty when it does not say.
func SchemaOf(document []byte) string {
	dec := jsontext.NewDecoder(bytes.NewReader(document), jsontext.AllowDuplicateNames(true))
	if dec.PeekKind() != '{' {
		return ""
	}
	_, err := dec.ReadToken()
	for err == nil && dec.PeekKind() == '"' {
		var name, value jsontext.Token
		if name, err = dec.ReadToken(); err != nil {
			break
		}
		if name.String() == "schema" && dec.PeekKind() == '"' {
			if value, err = dec.ReadToken(); err == nil {
				return value.String()
			}
			break
		}
		err = dec.SkipValue()
	}
	return ""
}

// loader reads one document. Mistakes in values are collected; a mistake in the JSON itself ends the reading.
type loader struct {
	dec     *jsontext.Decoder
	text    *window
	name    string
	prefix  string // of diagnostic codes
	limits  Limits
	diags   Diagnostics
	dropped int
}

// errAbort ends a reading after its diagnostic was recorded.
var errAbort = errors.New("abort")

func loadDocument(r io.Reader, name string, limits Limits, prefix, version string, into any) Diagnostics {
	buffered := bufio.NewReaderSize(r, 64<<10)
	l := &loader{name: name, prefix: prefix, limits: limits, text: &window{r: buffered, limits: limits}}
	l.dec = jsontext.NewDecoder(l.text, jsontext.AllowDuplicateNames(true))
	l.text.consumed = l.dec.InputOffset
	if d, ok := l.encoding(buffered); !ok {
		return Diagnostics{d}
	}
	err := l.value(reflect.ValueOf(into).Elem(), tag{}, 0, 0)
	if err == nil {
		if _, err = l.dec.ReadToken(); err == io.EOF {
			err = nil
		} else if err == nil {
			l.report("syntax", "Text after the document", "The document ends before the end of the file; remove what follows.")
		}
	}
	if err != nil && err != errAbort {
		l.broken(err)
	}
	if l.dropped > 0 {
		l.diags = append(l.diags, Diagnostic{Severity: "error", Code: prefix + "_more", Summary: "More mistakes",
			Detail: fmt.Sprintf("%d further mistakes are not shown; mend these first.", l.dropped), Range: &Range{Filename: name}})
	}
	if got, ok := Lookup(into, []string{"schema"}); !l.diags.HasErrors() && (!ok || got != version) {
		l.diags = append(l.diags, Diagnostic{Severity: "error", Code: prefix + "_wrong_schema", Summary: "Not a document of this version",
			Detail: fmt.Sprintf("The field schema is %q; this program reads %q.", fmt.Sprint(got), version), Pointer: "/schema", Range: &Range{Filename: name}})
	}
	return l.diags
}

// encoding refuses what is not UTF-8 without a byte-order mark, before a parser reports a riddle about it.
func (l *loader) encoding(r *bufio.Reader) (Diagnostic, bool) {
	head, err := r.Peek(4)
	fail := func(code, summary, detail string) (Diagnostic, bool) {
		return Diagnostic{Severity: "error", Code: l.prefix + "_" + code, Summary: summary, Detail: detail,
			Range: &Range{Filename: l.name, Start: Position{1, 1, 0}, End: Position{1, 1, 0}}}, false
	}
	switch {
	case len(head) == 0 && err == io.EOF:
		return fail("empty_file", "Empty file", "The file holds nothing; a facts document is a JSON object.")
	case len(head) == 0 && err != nil:
		return fail("unreadable", "Unreadable file", fmt.Sprintf("The file could not be read: %v.", err))
	case bytes.HasPrefix(head, []byte{0xef, 0xbb, 0xbf}):
		return fail("encoding", "Byte-order mark", "The file begins with a byte-order mark; write it as UTF-8 without one.")
	case bytes.HasPrefix(head, []byte{0xfe, 0xff}), bytes.HasPrefix(head, []byte{0xff, 0xfe}), bytes.IndexByte(head, 0) >= 0:
		return fail("encoding", "Not UTF-8", "The file is UTF-16 or UTF-32; write it as UTF-8. Windows PowerShell: Set-Content -Encoding UTF8 adds a mark, [IO.File]::WriteAllText does not.")
	}
	return Diagnostic{}, true
}

// broken turns the parser's error into a diagnostic.
func (l *loader) broken(err error) {
	var syntactic *jsontext.SyntacticError
	switch {
	case errors.Is(err, errTooLarge):
		l.report("too_large", "Document too large", fmt.Sprintf("The document is larger than %d bytes. Raise --max-bytes if that is meant.", l.limits.Bytes))
	case errors.Is(err, errLongToken):
		l.report("string_too_long", "String too long", fmt.Sprintf("A string is longer than %d bytes. Raise --max-string if that is meant.", l.limits.StringBytes))
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		l.report("truncated", "Truncated document", "The file ends in the middle of the document; it was probably not written to its end.")
	case errors.As(err, &syntactic):
		text := syntactic.Err.Error()
		code := "syntax"
		if strings.Contains(text, "UTF-8") {
			code = "encoding"
		}
		l.reportAt(code, "Invalid JSON", "The file is not valid JSON here: "+text+".", string(syntactic.JSONPointer), syntactic.ByteOffset, syntactic.ByteOffset)
	default:
		l.report("unreadable", "Unreadable file", fmt.Sprintf("The file could not be read: %v.", err))
	}
}

func (l *loader) report(code, summary, detail string) {
	l.reportAt(code, summary, detail, string(l.dec.StackPointer()), l.dec.InputOffset(), l.dec.InputOffset())
}

func (l *loader) reportAt(code, summary, detail, pointer string, start, end int64) {
	if len(l.diags) >= maxDiagnostics {
		l.dropped++
		return
	}
	from, to := l.text.position(start), l.text.position(end)
	l.diags = append(l.diags, Diagnostic{Severity: "error", Code: l.prefix + "_" + code, Summary: summary, Detail: detail, Pointer: pointer,
		Range: &Range{Filename: l.name, Start: from, End: to}, Snippet: l.text.snippet(start, end)})
}

// wrong reports the value that was just read.
func (l *loader) wrong(start int64, code, summary, format string, args ...any) {
	l.reportAt(code, summary, fmt.Sprintf(format, args...), string(l.dec.StackPointer()), start, l.dec.InputOffset())
}

// start is where the next token begins, white space and separators skipped.
func (l *loader) start() int64 {
	_ = l.dec.PeekKind()
	offset := l.dec.InputOffset()
	for _, c := range l.dec.UnreadBuffer() {
		if c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != ',' && c != ':' {
			break
		}
		offset++
	}
	return offset
}

// skip passes over a value without building it, minding the depth.
func (l *loader) skip() error {
	base := l.dec.StackDepth()
	for {
		if _, err := l.dec.ReadToken(); err != nil {
			return err
		}
		if err := l.deep(); err != nil {
			return err
		}
		if l.dec.StackDepth() <= base {
			return nil
		}
	}
}

func (l *loader) deep() error {
	if l.dec.StackDepth() > l.limits.Depth {
		l.report("too_deep", "Document too deep", fmt.Sprintf("Values nest deeper than %d levels. Raise --max-depth if that is meant.", l.limits.Depth))
		return errAbort
	}
	return nil
}

var kindNames = map[jsontext.Kind]string{'n': "null", 't': "a boolean", 'f': "a boolean", '"': "a string", '0': "a number", '{': "an object", '[': "a list"}

// mismatch reports a value of the wrong kind and passes over it.
func (l *loader) mismatch(kind jsontext.Kind, want string) error {
	start := l.start()
	if kind == 'n' {
		if err := l.skip(); err != nil {
			return err
		}
		l.wrong(start, "null", "Null value", "There is no null in this document. Leave out what is not known; say present: false of what is known not to exist.")
		return nil
	}
	if kind == 0 {
		_, err := l.dec.ReadToken()
		if err == nil {
			err = io.ErrUnexpectedEOF
		}
		return err
	}
	if err := l.skip(); err != nil {
		return err
	}
	l.wrong(start, "wrong_type", "Wrong type", "This must be %s, and it is %s.", want, kindNames[kind])
	return nil
}

// value reads one value into v. level counts the map levels of a tag that were entered already; depth the subjects'.
func (l *loader) value(v reflect.Value, t tag, level, depth int) error {
	kind := l.dec.PeekKind()
	switch v.Kind() {
	case reflect.Pointer:
		if kind == 'n' {
			return l.mismatch(kind, "a value")
		}
		p := reflect.New(v.Type().Elem())
		before := len(l.diags) + l.dropped
		if err := l.value(p.Elem(), t, level, depth); err != nil {
			return err
		}
		if len(l.diags)+l.dropped == before || v.Type().Elem().Kind() == reflect.Struct {
			v.Set(p)
		}
		return nil
	case reflect.Struct:
		return l.object(v, kind, depth)
	case reflect.Map:
		return l.entries(v, t, level, kind, depth)
	case reflect.Slice:
		return l.list(v, t, kind, depth)
	case reflect.String:
		if kind != '"' {
			return l.mismatch(kind, "a string")
		}
		start := l.start()
		text, err := l.string()
		if err != nil {
			return err
		}
		l.checkString(start, text, t)
		v.SetString(text)
	case reflect.Bool:
		if kind != 't' && kind != 'f' {
			return l.mismatch(kind, "true or false")
		}
		token, err := l.dec.ReadToken()
		if err != nil {
			return err
		}
		v.SetBool(token.Bool())
	case reflect.Int, reflect.Int64, reflect.Float64:
		return l.number(v, t, kind)
	case reflect.Interface:
		return l.any(v, kind)
	default:
		panic("schema: documents hold no " + v.Kind().String())
	}
	return nil
}

func (l *loader) string() (string, error) {
	token, err := l.dec.ReadToken()
	if err != nil {
		return "", err
	}
	text := token.String()
	if len(text) > l.limits.StringBytes {
		return "", errLongToken
	}
	return strings.Clone(text), nil
}

func (l *loader) number(v reflect.Value, t tag, kind jsontext.Kind) error {
	if kind != '0' {
		return l.mismatch(kind, "a number")
	}
	start := l.start()
	token, err := l.dec.ReadToken()
	if err != nil {
		return err
	}
	text := token.String()
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(f, 0) {
		l.wrong(start, "out_of_range", "Number out of range", "%s is too large for a number.", text)
		return nil
	}
	if v.Kind() == reflect.Float64 {
		v.SetFloat(f)
	} else {
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			if f != math.Trunc(f) || strings.ContainsAny(text, ".eE") {
				l.wrong(start, "wrong_type", "Wrong type", "This must be a whole number written without fraction or exponent, and it is %s.", text)
			} else {
				l.wrong(start, "out_of_range", "Number out of range", "%s does not fit into 64 bits.", text)
			}
			return nil
		}
		v.SetInt(n)
	}
	if t.min != nil && f < *t.min || t.max != nil && f > *t.max {
		bounds := "at least " + strconv.FormatFloat(deref(t.min), 'f', -1, 64)
		if t.max != nil {
			bounds += " and at most " + strconv.FormatFloat(*t.max, 'f', -1, 64)
		}
		l.wrong(start, "out_of_range", "Number out of range", "This must be %s, and it is %s.", bounds, text)
	}
	return nil
}

func deref(f *float64) float64 {
	if f == nil {
		return math.Inf(-1)
	}
	return *f
}

func (l *loader) checkString(start int64, text string, t tag) {
	switch {
	case text == "" && l.prefix == "facts":
		l.wrong(start, "empty_string", "Empty string", "There is no empty string in a facts document. Leave out what is not known.")
	case len(t.enum) > 0 && !slices.Contains(t.enum, text):
		hint := ""
		if s := Suggest(text, t.enum); s != "" {
			hint = fmt.Sprintf(" Did you mean %q?", s)
		}
		l.wrong(start, "bad_enum", "Unknown value", "%q is not one of %s.%s", text, strings.Join(t.enum, ", "), hint)
	case t.format != "" && !formats[t.format].ok(text):
		l.wrong(start, "bad_format", "Wrong spelling", "%q is not %s.", text, formats[t.format].what)
	}
}

func (l *loader) object(v reflect.Value, kind jsontext.Kind, depth int) error {
	if kind != '{' {
		return l.mismatch(kind, "an object")
	}
	begin := l.start()
	if _, err := l.dec.ReadToken(); err != nil {
		return err
	}
	if err := l.deep(); err != nil {
		return err
	}
	shape := layoutOf(v.Type())
	seen := make([]bool, len(shape.fields))
	for l.dec.PeekKind() != '}' {
		start := l.start()
		name, err := l.string()
		if err != nil {
			return err
		}
		i, known := shape.byName[name]
		switch {
		case !known:
			hint := ""
			if s := Suggest(name, slices.Collect(maps.Keys(shape.byName))); s != "" {
				hint = fmt.Sprintf(" Did you mean %q?", s)
			}
			l.wrong(start, "unknown_field", "Unknown field", "There is no field %q here.%s", name, hint)
			err = l.skip()
		case seen[i]:
			l.wrong(start, "duplicate_key", "Duplicate key", "%q is here twice; keep one of them.", name)
			err = l.skip()
		default:
			seen[i] = true
			err = l.value(v.Field(shape.fields[i].index), shape.fields[i].tag, 0, depth+1)
		}
		if err != nil {
			return err
		}
	}
	if _, err := l.dec.ReadToken(); err != nil {
		return err
	}
	for i, f := range shape.fields {
		if !f.optional && !seen[i] {
			l.wrong(begin, "missing_field", "Missing field", "The field %q is required here.", f.name)
		}
	}
	l.crossCheck(v, begin)
	return nil
}

// crossCheck holds values to each other where one field alone cannot tell.
func (l *loader) crossCheck(v reflect.Value, begin int64) {
	value, ok := v.Addr().Interface().(*RegistryValue)
	if !ok || value.Present == nil {
		return
	}
	switch {
	case !*value.Present && (value.Type != "" || value.Value != nil):
		l.wrong(begin, "wrong_value", "Contradictory registry value", "A registry value that is not present has neither type nor value.")
	case value.Value != nil:
		if _, number := value.Value.(float64); !number {
			if _, text := value.Value.(string); !text {
				l.wrong(begin, "wrong_type", "Wrong type", "The value of a registry value is an integer or a string.")
			}
		}
	}
}

func (l *loader) entries(v reflect.Value, t tag, level int, kind jsontext.Kind, depth int) error {
	if kind != '{' {
		return l.mismatch(kind, "an object")
	}
	if _, err := l.dec.ReadToken(); err != nil {
		return err
	}
	if err := l.deep(); err != nil {
		return err
	}
	out := reflect.MakeMap(v.Type())
	keyFormat := ""
	if level < len(t.keys) {
		keyFormat = t.keys[level]
	}
	set := v.Type() == reflect.TypeFor[Set]()
	for l.dec.PeekKind() != '}' {
		if depth == 1 {
			l.text.prune(l.dec.InputOffset()) // one subject is behind us; its text is not needed any more
		}
		start := l.start()
		name, err := l.string()
		if err != nil {
			return err
		}
		key := reflect.ValueOf(name).Convert(v.Type().Key())
		if out.MapIndex(key).IsValid() {
			l.wrong(start, "duplicate_key", "Duplicate key", "%q is here twice; keep one of them.", name)
			if err := l.skip(); err != nil {
				return err
			}
			continue
		}
		if f := formats[keyFormat]; keyFormat != "" && !f.ok(name) {
			l.wrong(start, "bad_key", "Wrong key", "The key %q is not %s.", name, f.what)
		}
		if out.Len() >= l.limits.Entries {
			l.wrong(start, "too_many_entries", "Too many entries", "This map has more than %d entries. Raise --max-entries if that is meant.", l.limits.Entries)
			return errAbort
		}
		entry := reflect.New(v.Type().Elem()).Elem()
		at := l.start()
		if err := l.value(entry, t, level+1, depth+1); err != nil {
			return err
		}
		if set && !entry.Bool() {
			l.wrong(at, "wrong_value", "False in a set", "A set maps its members to true; leave out what is no member.")
		}
		if ace, ok := entry.Interface().(*ACE); ok && ace != nil && ace.Key() != name {
			l.wrong(start, "bad_key", "Key and entry disagree", "The key is %q, and the entry says %q.", name, ace.Key())
		}
		out.SetMapIndex(key, entry)
	}
	if _, err := l.dec.ReadToken(); err != nil {
		return err
	}
	v.Set(out)
	return nil
}

func (l *loader) list(v reflect.Value, t tag, kind jsontext.Kind, depth int) error {
	if kind != '[' {
		return l.mismatch(kind, "a list")
	}
	if _, err := l.dec.ReadToken(); err != nil {
		return err
	}
	if err := l.deep(); err != nil {
		return err
	}
	out := reflect.MakeSlice(v.Type(), 0, 0)
	for l.dec.PeekKind() != ']' {
		entry := reflect.New(v.Type().Elem()).Elem()
		if err := l.value(entry, t, 0, depth+1); err != nil {
			return err
		}
		out = reflect.Append(out, entry)
	}
	if _, err := l.dec.ReadToken(); err != nil {
		return err
	}
	v.Set(out)
	return nil
}

// any reads a value whose type only its reader knows.
func (l *loader) any(v reflect.Value, kind jsontext.Kind) error {
	switch kind {
	case '"':
		text, err := l.string()
		if err == nil {
			v.Set(reflect.ValueOf(text))
		}
		return err
	case '0':
		f := reflect.New(reflect.TypeFor[float64]()).Elem()
		err := l.number(f, tag{}, kind)
		v.Set(f)
		return err
	case 't', 'f':
		token, err := l.dec.ReadToken()
		if err == nil {
			v.Set(reflect.ValueOf(token.Bool()))
		}
		return err
	case '{':
		m := reflect.New(reflect.TypeFor[map[string]any]()).Elem()
		err := l.entries(m, tag{}, 0, kind, 2)
		v.Set(m)
		return err
	case '[':
		s := reflect.New(reflect.TypeFor[[]any]()).Elem()
		err := l.list(s, tag{}, kind, 2)
		v.Set(s)
		return err
	}
	return l.mismatch(kind, "a value")
}

var (
	errTooLarge  = errors.New("document too large")
	errLongToken = errors.New("token too long")
)

// window lets a stream through and keeps the text since the last prune, so that a diagnostic can name line and column
// and show the line without the document being in memory.
type window struct {
	r        io.Reader
	limits   Limits
	consumed func() int64
	read     int64
	buf      []byte
	at       Position // of buf[0]
}

// Read passes bytes on. It refuses to read on when the document, or one token of it, grows beyond the limits.
func (w *window) Read(p []byte) (int, error) {
	if w.read >= w.limits.Bytes {
		if n, err := w.r.Read(make([]byte, 1)); n == 0 {
			return 0, err
		}
		return 0, errTooLarge
	}
	// An escaped character takes six bytes; nothing but a token makes the decoder read without moving on.
	if w.read-w.consumed() > 6*int64(w.limits.StringBytes)+(1<<17) {
		return 0, errLongToken
	}
	if rest := w.limits.Bytes - w.read; int64(len(p)) > rest {
		p = p[:rest]
	}
	n, err := w.r.Read(p)
	w.buf = append(w.buf, p[:n]...)
	w.read += int64(n)
	return n, err
}

func (w *window) advance(from Position, text []byte) Position {
	for len(text) > 0 {
		_, size := utf8.DecodeRune(text)
		if text[0] == '\n' {
			from.Line, from.Column = from.Line+1, 1
		} else {
			from.Column++
		}
		from.Byte += size
		text = text[size:]
	}
	return from
}

func (w *window) origin() Position {
	if w.at.Line == 0 {
		w.at = Position{Line: 1, Column: 1}
	}
	return w.at
}

// position is line and column of a byte offset that was not pruned.
func (w *window) position(offset int64) Position {
	at := w.origin()
	n := min(max(int(offset)-at.Byte, 0), len(w.buf))
	return w.advance(at, w.buf[:n])
}

// pruneSize is how much text is kept before it is worth copying the rest down.
const pruneSize = 1 << 18

func (w *window) prune(offset int64) {
	n := int(offset) - w.origin().Byte
	if n < pruneSize || n > len(w.buf) {
		return
	}
	w.at = w.advance(w.at, w.buf[:n])
	w.buf = append(w.buf[:0], w.buf[n:]...)
}

// snippetWidth bounds the line a diagnostic shows; a document on one line is longer than anyone reads.
const snippetWidth = 120

// snippet is the source line around a stretch of text.
func (w *window) snippet(start, end int64) *Snippet {
	at := w.origin()
	s := min(max(int(start)-at.Byte, 0), len(w.buf))
	e := min(max(int(end)-at.Byte, s), len(w.buf))
	from := max(bytes.LastIndexByte(w.buf[:s], '\n')+1, s-snippetWidth/2)
	to := len(w.buf)
	if i := bytes.IndexByte(w.buf[s:], '\n'); i >= 0 {
		to = s + i
	}
	to = min(to, from+snippetWidth)
	for from < s && !utf8.RuneStart(w.buf[from]) {
		from++
	}
	for to < len(w.buf) && to > from && !utf8.RuneStart(w.buf[to]) {
		to--
	}
	return &Snippet{Code: strings.ToValidUTF8(string(w.buf[from:max(to, from)]), "\ufffd"), StartLine: w.position(start).Line,
		HighlightStartOffset: s - from, HighlightEndOffset: max(min(e, to)-from, s-from)}
}
