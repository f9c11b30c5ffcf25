package schema

import (
	"reflect"
	"strconv"
	"strings"
	"sync"
)

// field is one struct field of a document as its tags describe it.
type field struct {
	index    int
	name     string
	optional bool
	tag      tag
}

// tag is a parsed "fact" tag.
type tag struct {
	open   []bool   // per map level: true for an open map
	keys   []string // key formats, per map level
	enum   []string
	format string
	min    *float64
	max    *float64
	unit   string
	from   []string
}

var layoutCache sync.Map // reflect.Type -> *layout

type layout struct {
	fields []field
	byName map[string]int
}

// layoutOf reads a struct type's fields once.
func layoutOf(t reflect.Type) *layout {
	if cached, ok := layoutCache.Load(t); ok {
		return cached.(*layout)
	}
	l := &layout{byName: map[string]int{}}
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" || name == "-" {
			continue
		}
		l.byName[name] = len(l.fields)
		l.fields = append(l.fields, field{index: i, name: name, optional: strings.Contains(options, "omitzero"), tag: parseTag(f.Tag.Get("fact"))})
	}
	layoutCache.Store(t, l)
	return l
}

func parseTag(text string) tag {
	var t tag
	for part := range strings.SplitSeq(text, ";") {
		key, value, _ := strings.Cut(part, "=")
		switch key {
		case "map":
			for level := range strings.SplitSeq(value, ",") {
				t.open = append(t.open, level == "open")
			}
		case "key":
			t.keys = strings.Split(value, ",")
		case "enum":
			t.enum = strings.Split(value, "|")
		case "format":
			t.format = value
		case "min", "max":
			n, err := strconv.ParseFloat(value, 64)
			if err != nil {
				panic("schema: bad fact tag " + text)
			}
			if key == "min" {
				t.min = &n
			} else {
				t.max = &n
			}
		case "unit":
			t.unit = value
		case "from":
			t.from = strings.Split(value, ",")
		}
	}
	return t
}
