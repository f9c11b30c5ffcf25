// Package words writes values of facts as a person reads them: sizes and times in units that fit, short lists, sums that can
// be added up again. The unit is in the name of a value, as everywhere in the model (memory_bytes, soak_seconds). It decides
// nothing and does not quote: what it returns may hold the text of others.
package words

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// items bounds how many entries of a list or an object one line shows.
const items = 6

// Value is a value on one line; name is the last part of its path, or empty.
func Value(name string, v any) string {
	switch x := v.(type) {
	case nil:
		return "nothing"
	case bool:
		return strconv.FormatBool(x)
	case string:
		return text(x)
	case map[string]any:
		return object(x)
	case []any:
		parts := make([]string, 0, len(x))
		for _, item := range x {
			parts = append(parts, nested(name, item))
		}
		return list(parts)
	}
	if n, ok := Number(v); ok {
		return measure(name, n)
	}
	return fmt.Sprint(v)
}

// Against is what was observed beside what is required, so that the difference is seen: equal fields are said once, sums
// are written out, and values that round to the same text are written in full.
func Against(name string, observed, required any) string {
	seen, isObject := observed.(map[string]any)
	if !isObject {
		a, b := Value(name, observed), Value(name, required)
		x, y := plainNumber(observed), plainNumber(required)
		if a == b && x != y {
			a, b = x, y
		}
		return a + ", required " + b
	}
	if sums, ok := seen["arithmetic"].([]any); ok {
		if out := arithmetic(sums, seen, required); out != "" {
			return out
		}
	}
	wanted, ok := required.(map[string]any)
	if !ok {
		return Value(name, observed) + "; required " + Value(name, required)
	}
	differing := maps.Clone(wanted)
	maps.DeleteFunc(differing, func(key string, v any) bool { return Value(key, v) == Value(key, seen[key]) })
	if len(differing) == 0 {
		differing = wanted
	}
	return object(seen) + "; required " + object(differing)
}

// arithmetic writes sums: {"unit", "terms": [{"name", "value", "share"}], "left", "needed"}. When one of them falls short,
// those that do not are left out.
func arithmetic(sums []any, observed map[string]any, required any) string {
	var all, short []string
	for _, s := range sums {
		sum, _ := s.(map[string]any)
		unit, _ := sum["unit"].(string)
		terms, _ := sum["terms"].([]any)
		left, isLeft := Number(sum["left"])
		needed, isNeeded := Number(sum["needed"])
		if !isLeft || !isNeeded || len(terms) == 0 {
			return ""
		}
		var b strings.Builder
		for i, t := range terms {
			term, _ := t.(map[string]any)
			value, _ := Number(term["value"])
			sign := ""
			if i > 0 {
				if sign = " + "; value < 0 {
					sign, value = " - ", -value
				}
			}
			fmt.Fprintf(&b, "%s%s %v", sign, measure(unit, value), term["name"])
			if share, ok := Number(term["share"]); ok {
				fmt.Fprintf(&b, " (%s %%)", decimal(100*share))
			}
		}
		fmt.Fprintf(&b, " = %s left, %s needed", measure(unit, left), measure(unit, needed))
		if at := object(without(observed, required)); at != "none" {
			b.WriteString(" at " + at)
		}
		if left < needed {
			fmt.Fprintf(&b, ", short by %s", measure(unit, needed-left))
			short = append(short, b.String())
		}
		all = append(all, b.String())
	}
	if len(short) > 0 {
		all = short
	}
	return strings.Join(all, "; ")
}

// without are the fields of what was observed that neither the sums nor the requirement speak of.
func without(observed map[string]any, required any) map[string]any {
	wanted, _ := required.(map[string]any)
	out := maps.Clone(observed)
	maps.DeleteFunc(out, func(key string, _ any) bool { _, said := wanted[key]; return said || key == "arithmetic" })
	return out
}

func object(fields map[string]any) string {
	var parts []string
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		value := nested(key, fields[key])
		if strings.HasSuffix(value, packets) {
			parts = append(parts, value)
			continue
		}
		name := key
		for _, unit := range []string{"_bytes", "_seconds", "_percent"} {
			name = strings.TrimSuffix(name, unit)
		}
		parts = append(parts, strings.ReplaceAll(name, "_", " ")+" "+value)
	}
	return list(parts)
}

func nested(name string, v any) string {
	switch x := v.(type) {
	case map[string]any:
		if len(x) > 0 {
			return "(" + Value(name, v) + ")"
		}
	case []any:
		if len(x) > 1 {
			return "[" + Value(name, v) + "]"
		}
	}
	return Value(name, v)
}

func list(parts []string) string {
	if len(parts) == 0 {
		return "none"
	}
	if len(parts) > items {
		return strings.Join(parts[:items-1], ", ") + fmt.Sprintf(" and %d more", len(parts)-items+1)
	}
	return strings.Join(parts, ", ")
}

// text is left as it is unless that could be taken for something else.
func text(s string) string {
	if s != "" && strings.TrimSpace(s) == s && !strings.ContainsAny(s, "\",;()[]{}=") {
		return s
	}
	return strconv.Quote(s)
}

const packets = " packets/s"

// measure writes a number with its unit, which the name ends in.
func measure(name string, n float64) string {
	switch {
	case name == "bytes" || strings.HasSuffix(name, "_bytes"):
		return bytes(n)
	case name == "seconds" || strings.HasSuffix(name, "_seconds"):
		return seconds(n)
	case strings.HasSuffix(name, "_percent"):
		return decimal(n) + " %"
	case strings.HasSuffix(name, "packets_per_second"):
		return grouped(n) + packets
	}
	return decimal(n)
}

func bytes(n float64) string {
	for _, unit := range []struct {
		name string
		size float64
	}{{"TiB", 1 << 40}, {"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}} {
		if math.Abs(n) >= unit.size {
			return decimal(n/unit.size) + " " + unit.name
		}
	}
	return decimal(n) + " bytes"
}

func seconds(n float64) string {
	if n < 60 || n != math.Trunc(n) {
		return decimal(n) + " s"
	}
	whole := int64(n)
	var parts []string
	for _, unit := range []struct {
		name string
		size int64
	}{{"d", 86400}, {"h", 3600}, {"min", 60}, {"s", 1}} {
		if unit.name == "d" && whole < 2*unit.size {
			continue // a day or so is easier to compare in hours
		}
		if count := whole / unit.size; count > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", count, unit.name))
			whole %= unit.size
		}
	}
	return strings.Join(parts, " ")
}

// decimal is a number with at most two digits after the point.
func decimal(n float64) string {
	return strconv.FormatFloat(math.Round(n*100)/100, 'f', -1, 64)
}

// grouped is a whole number with commas.
func grouped(n float64) string {
	digits := decimal(n)
	whole, rest, _ := strings.Cut(digits, ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		return whole + "." + rest
	}
	return whole
}

// plainNumber is a number in full, and any other value as Value writes it.
func plainNumber(v any) string {
	if n, ok := Number(v); ok {
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	return Value("", v)
}

// Number is the number behind a value of JSON, if it is one.
func Number(v any) (float64, bool) {
	switch x := v.(type) {
	case int64:
		return float64(x), true
	case int:
		return float64(x), true
	case float64:
		return x, true
	case json.Number:
		f, err := x.Float64()
		return f, err == nil
	}
	return 0, false
}
