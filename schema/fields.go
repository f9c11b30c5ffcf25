package schema

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// Field is one fact of the model, or one value of the spec or the run that rules see.
type Field struct {
	// Path is canonical: "server.nics.<key>.enabled".
	Path string `json:"path"`
	// Type is bool, int, number, string, set, acl, map, object or registry_value.
	Type   string   `json:"type"`
	Format string   `json:"format,omitzero"`
	Enum   []string `json:"enum,omitzero"`
	// Map is open or closed, for maps; with two levels both are named.
	Map  string `json:"map,omitzero"`
	Unit string `json:"unit,omitzero"`
	// From are the collectors that can supply it, first choice first.
	From        []string `json:"from"`
	Description string   `json:"description"`
}

// subjectRoots are the first segments of canonical paths, with the type behind each.
var subjectRoots = []struct {
	name string
	typ  reflect.Type
}{
	{"tenant", reflect.TypeFor[Tenant]()}, {"workspace", reflect.TypeFor[Workspace]()}, {"forest", reflect.TypeFor[Forest]()},
	{"domain", reflect.TypeFor[Domain]()}, {"server", reflect.TypeFor[Server]()}, {"sensor", reflect.TypeFor[Sensor]()},
	{"account", reflect.TypeFor[Account]()}, {"path", reflect.TypeFor[Path]()}, {"network", reflect.TypeFor[Network]()},
	{"ata", reflect.TypeFor[ATA]()}, {"workstation", reflect.TypeFor[Workstation]()}, {"run", reflect.TypeFor[Run]()}, {"spec", reflect.TypeFor[SpecInput]()},
}

var fieldList = sync.OnceValue(func() []Field {
	descriptions := embeddedDescriptions()
	var out []Field
	for _, root := range subjectRoots {
		out = appendFields(out, root.name, root.typ, descriptions)
	}
	return out
})

// Fields lists every canonical path, subject by subject, in the order of the Go types.
func Fields() []Field { return slices.Clone(fieldList()) }

var fieldIndex = sync.OnceValue(func() map[string]Field {
	index := map[string]Field{}
	for _, f := range fieldList() {
		index[f.Path] = f
	}
	return index
})

// FieldAt is the field of a canonical path; map keys may be written as "<key>" or in full.
func FieldAt(path string) (Field, bool) {
	if f, ok := fieldIndex()[path]; ok {
		return f, true
	}
	// With keys in full: walk the types.
	segments := strings.Split(path, ".")
	for i := len(segments); i > 0; i-- {
		if f, ok := fieldIndex()[strings.Join(segments[:i], ".")]; ok {
			return f, true
		}
	}
	return Field{}, false
}

func appendFields(out []Field, prefix string, t reflect.Type, descriptions map[string]string) []Field {
	for _, f := range layoutOf(t).fields {
		goField := t.Field(f.index)
		path := prefix + "." + f.name
		description := descriptions[t.Name()+"."+f.name]
		field := Field{Path: path, Format: f.tag.format, Enum: f.tag.enum, Unit: f.tag.unit, From: f.tag.from, Description: description}
		typ := goField.Type
		if typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		var levels []string
		for typ.Kind() == reflect.Map && typ != reflect.TypeFor[Set]() && typ != reflect.TypeFor[ACL]() {
			levels = append(levels, "closed")
			if n := len(levels) - 1; n < len(f.tag.open) && f.tag.open[n] {
				levels[n] = "open"
			}
			typ = typ.Elem()
			path += ".<key>"
			if typ.Kind() == reflect.Pointer {
				typ = typ.Elem()
			}
		}
		if typ == reflect.TypeFor[Set]() || typ == reflect.TypeFor[ACL]() {
			level := "closed"
			if n := len(levels); n < len(f.tag.open) && f.tag.open[n] {
				level = "open"
			}
			levels = append(levels, level)
		}
		field.Map = strings.Join(levels, ",")
		if len(levels) > 0 && typ.Kind() != reflect.Map {
			whole := field
			whole.Type, whole.Enum, whole.Format = "map", nil, ""
			whole.Path = prefix + "." + f.name
			out = append(out, whole)
			field.Map, field.Path = "", path
		}
		switch {
		case typ == reflect.TypeFor[RegistryValue]():
			field.Type = "registry_value"
			out = append(out, field)
		case typ == reflect.TypeFor[Set]():
			field.Type, field.Path = "set", path
			out = append(out, field)
		case typ == reflect.TypeFor[ACL]():
			field.Type, field.Path = "acl", path
			out = append(out, field)
		case typ.Kind() == reflect.Struct:
			out = appendFields(out, path, typ, descriptions)
		default:
			field.Type = map[reflect.Kind]string{reflect.String: "string", reflect.Bool: "bool", reflect.Int64: "int", reflect.Float64: "number", reflect.Interface: "int or string"}[typ.Kind()]
			out = append(out, field)
		}
	}
	return out
}

// embeddedDescriptions reads the sentences of the doc comments from the committed JSON Schema.
func embeddedDescriptions() map[string]string {
	out := map[string]string{}
	for _, name := range []string{"facts", "input"} {
		text, err := JSONSchema(name)
		if err != nil {
			continue
		}
		var doc struct {
			Definitions map[string]struct {
				Properties map[string]struct {
					Description string `json:"description"`
				} `json:"properties"`
			} `json:"definitions"`
		}
		if json.Unmarshal(text, &doc) != nil {
			continue
		}
		for typ, def := range doc.Definitions {
			for field, property := range def.Properties {
				out[typ+"."+field] = property.Description
			}
		}
	}
	return out
}

// Canonical turns the names along a reference into rule input, such as servers, "*", nics, "*", enabled, into the
// canonical path of the field it names. "*" stands for a key that only evaluation knows. It answers false for a path that
// the model does not have.
func Canonical(names []string) (string, bool) {
	if len(names) == 0 {
		return "", false
	}
	root, rest := names[0], names[1:]
	if singular, plural := map[string]string{"forests": "forest", "domains": "domain", "servers": "server", "sensors": "sensor", "accounts": "account", "paths": "path"}[root]; plural {
		if root = singular; len(rest) > 0 {
			rest = rest[1:]
		}
	}
	if root == "spec" && len(rest) > 0 && (rest[0] == "sensors" || rest[0] == "servers") {
		tail := rest[1:]
		if len(tail) > 0 {
			tail = tail[1:]
		}
		rest = append([]string{rest[0][:len(rest[0])-1]}, tail...)
	}
	if root == "subject" {
		return "subject", true
	}
	i := slices.IndexFunc(subjectRoots, func(r struct {
		name string
		typ  reflect.Type
	}) bool {
		return r.name == root
	})
	if i < 0 {
		return "", false
	}
	t, path := subjectRoots[i].typ, root
	for _, name := range rest {
		for t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		switch t.Kind() {
		case reflect.Struct:
			l := layoutOf(t)
			n, ok := l.byName[name]
			if !ok {
				return "", false
			}
			t, path = t.Field(l.fields[n].index).Type, path+"."+name
		case reflect.Map:
			if t == reflect.TypeFor[Set]() || t == reflect.TypeFor[ACL]() {
				return path, true // a set or a list of entries is one fact
			}
			t, path = t.Elem(), path+".<key>"
		default:
			return "", false
		}
	}
	if strings.Contains(path, "registry.<key>.") {
		path = path[:strings.LastIndexByte(path, '.')]
	}
	return path, true
}
