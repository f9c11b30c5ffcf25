package compiler

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // windows name time zones, and not every machine knows them

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/mdiplan/mdiplan/schema"
)

// SpecExt is how spec files end; maxSpecBytes bounds one of them.
const (
	SpecExt      = ".mdi.hcl"
	maxSpecBytes = 8 << 20
)

// Spec is a parsed deployment spec. Every value keeps its place in the source.
type Spec struct {
	Deployment Deployment
	// Sources are the texts by file name, for diagnostics.
	Sources map[string][]byte

	blocks []*block
	digest string
	ctx    *hcl.EvalContext
}

// Deployment is the block of that name.
type Deployment struct {
	Name, Profile, PortalEra string
	FactsMaxAgeSeconds       int64
	PolicyDate               string
}

// defaultPortalEra prints the newest click paths; defaultMaxAge is how old a fact may be when the spec says nothing.
const (
	defaultPortalEra = "2026-09"
	defaultMaxAge    = 7 * 24 * 3600
)

// block is one block of the spec with its evaluated attributes.
type block struct {
	kind   string
	label  string
	shape  *shape
	values map[string]any // by attribute; only what is set
	exprs  map[string]hcl.Expression
	at     map[string]hcl.Range // where each value stands
	head   hcl.Range
	blocks []*block
}

func (b *block) text(name string) string { s, _ := b.values[name].(string); return s }
func (b *block) list(name string) []string {
	items, _ := b.values[name].([]any)
	out := make([]string, 0, len(items))
	for _, item := range items {
		if s, ok := item.(string); ok {
			out = append(out, s)
		}
	}
	return out
}
func (b *block) seconds(name string) int64 { n, _ := b.values[name].(int64); return n }

func (s *Spec) all(kind string) []*block {
	var out []*block
	for _, b := range s.blocks {
		if b.kind == kind {
			out = append(out, b)
		}
	}
	return out
}

func (s *Spec) one(kind string) *block {
	if found := s.all(kind); len(found) > 0 {
		return found[0]
	}
	return &block{kind: kind}
}

// Digest identifies the text of the spec and the values of its variables.
func (s *Spec) Digest() string { return s.digest }

// LoadSpec reads a *.mdi.hcl file or all of them in a folder, in the order of their names.
func LoadSpec(path string, vars map[string]string) (*Spec, schema.Diagnostics) {
	fail := func(code, summary, format string, args ...any) (*Spec, schema.Diagnostics) {
		return nil, schema.Diagnostics{{Severity: "error", Code: code, Summary: summary, Detail: fmt.Sprintf(format, args...)}}
	}
	info, err := os.Stat(path)
	if err != nil {
		return fail("spec_unreadable", "Unreadable spec", "The spec could not be read: %v.", err)
	}
	names := []string{path}
	if info.IsDir() {
		if names, err = filepath.Glob(filepath.Join(globEscape(path), "*"+SpecExt)); err != nil || len(names) == 0 {
			return fail("spec_empty_folder", "No spec in the folder", "The folder %q holds no file that ends in %s. mdiplan validate --help shows a small one.", path, SpecExt)
		}
	}
	files := map[string][]byte{}
	var diags schema.Diagnostics
	for _, name := range names {
		info, err := os.Lstat(name)
		switch {
		case err == nil && !info.Mode().IsRegular() && name != path:
			err = fmt.Errorf("it is no regular file")
		case err == nil && info.Size() > maxSpecBytes:
			err = fmt.Errorf("it is larger than %d bytes", maxSpecBytes)
		}
		var src []byte
		if err == nil {
			src, err = os.ReadFile(name)
		}
		if err != nil {
			_, moreDiags := fail("spec_unreadable", "Unreadable spec", "%q could not be read: %v.", name, err)
			diags = append(diags, moreDiags...)
			continue
		}
		files[filepath.ToSlash(name)] = src
	}
	if diags.HasErrors() {
		return nil, diags
	}
	return ParseSpec(files, vars)
}

func globEscape(path string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}

// ParseSpec parses files by name. vars are the values of variables as text. The spec is nil when a diagnostic is an error
// of syntax; otherwise it is usable for Sources even when it has errors.
func ParseSpec(files map[string][]byte, vars map[string]string) (*Spec, schema.Diagnostics) {
	s := &Spec{Sources: files}
	var diags schema.Diagnostics
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		src := files[name]
		fmt.Fprintf(sum, "%s\x00%d\x00%s", filepath.Base(name), len(src), src)
		file, hclDiags := hclsyntax.ParseConfig(src, name, hcl.InitialPos)
		diags = append(diags, hclDiagnostics(hclDiags, "spec_syntax")...)
		if hclDiags.HasErrors() {
			continue
		}
		blocks, moreDiags := readBlocks(file.Body.(*hclsyntax.Body), grammar, "a spec")
		s.blocks = append(s.blocks, blocks...)
		diags = append(diags, moreDiags...)
	}
	for _, name := range slices.Sorted(maps.Keys(vars)) {
		fmt.Fprintf(sum, "\x00%s=%s", name, vars[name])
	}
	s.digest = hex.EncodeToString(sum.Sum(nil))
	diags = append(diags, s.unique()...)
	if diags.HasErrors() {
		return s, diags
	}
	diags = append(diags, s.scope(vars)...)
	if diags.HasErrors() {
		return s, diags
	}
	for _, b := range s.blocks {
		if b.kind != "variable" && b.kind != "locals" {
			diags = append(diags, s.evaluate(b, s.ctx)...)
		}
	}
	d := s.one("deployment")
	if d.label == "" {
		diags = append(diags, schema.Diagnostic{Severity: "error", Code: "spec_no_deployment", Summary: "No deployment block",
			Detail: `A spec has exactly one block: deployment "name" { ... }.`})
	}
	s.Deployment = Deployment{Name: d.label, Profile: orText(d.text("profile"), "auto"), PortalEra: orText(d.text("portal_era"), defaultPortalEra), FactsMaxAgeSeconds: defaultMaxAge, PolicyDate: d.text("policy_date")}
	if _, set := d.values["facts_max_age"]; set {
		s.Deployment.FactsMaxAgeSeconds = d.seconds("facts_max_age")
	}
	if !diags.HasErrors() {
		diags = append(diags, s.check()...)
	}
	return s, diags
}

// checkProxy holds the address and the user of a proxy to the form that the setup of the sensor takes (MDI-PROXY-005). Both
// become words of a command line, so neither may hold a blank or a quote; a password has no place in a spec.
func (b *block) checkProxy(address, user string) schema.Diagnostics {
	var diags schema.Diagnostics
	if at, set := b.at[address]; set && !proxyAddress(b.text(address)) {
		diags = append(diags, specError("spec_proxy_url", "Wrong proxy address", at,
			"%q is not the address of a proxy: write scheme, host and port and nothing else, like http://proxy.contoso.com:8080.", b.text(address)))
	}
	if at, set := b.at[user]; set && !proxyUser.MatchString(b.text(user)) {
		diags = append(diags, specError("spec_proxy_user", "Wrong proxy user", at,
			"%q is not a user of the proxy: write domain and name, in HCL \"CONTOSO\\\\svc-proxy\".", b.text(user)))
	}
	return diags
}

// proxyUser is DOMAIN\user without what would end a word of a command line.
var proxyUser = regexp.MustCompile(`^[^\\/:@"'\s\pC]+\\[^\\/:"'\s\pC]+$`)

// proxyHost is a host name; a literal address is read by net/netip.
var proxyHost = regexp.MustCompile(`^[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*\.?$`)

func proxyAddress(text string) bool {
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.User != nil || u.Path != "" && u.Path != "/" ||
		u.RawQuery != "" || u.ForceQuery || strings.Contains(text, "#") {
		return false
	}
	_, notAddress := netip.ParseAddr(u.Hostname())
	port, err := strconv.ParseUint(u.Port(), 10, 16)
	return err == nil && port > 0 && (notAddress == nil || proxyHost.MatchString(u.Hostname()))
}

func orText(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func specError(code, summary string, at hcl.Range, format string, args ...any) schema.Diagnostic {
	r := rangeOf(at)
	return schema.Diagnostic{Severity: "error", Code: code, Summary: summary, Detail: fmt.Sprintf(format, args...), Range: &r}
}

// nearest completes a sentence with the known name that was probably meant.
func nearest(name string, known []string) string {
	if s := schema.Suggest(name, known); s != "" {
		return fmt.Sprintf(" Did you mean %q?", s)
	}
	return ""
}

// readBlocks checks a body against its shape without evaluating anything.
func readBlocks(body *hclsyntax.Body, in *shape, what string) ([]*block, schema.Diagnostics) {
	var out []*block
	var diags schema.Diagnostics
	if in == grammar {
		for _, name := range slices.Sorted(maps.Keys(body.Attributes)) {
			diags = append(diags, specError("spec_unknown_attribute", "Unknown attribute", body.Attributes[name].NameRange, "A spec has blocks only; %q stands outside of any.", name))
		}
	}
	for _, hb := range body.Blocks {
		sh, known := in.blocks[hb.Type]
		if !known {
			diags = append(diags, specError("spec_unknown_block", "Unknown block", hb.TypeRange, "There is no block %q in %s.%s", hb.Type, what, nearest(hb.Type, slices.Collect(maps.Keys(in.blocks)))))
			continue
		}
		if len(hb.Labels) != sh.labels {
			diags = append(diags, specError("spec_labels", "Wrong number of labels", hb.DefRange(), "Block %q takes %d label(s), and here are %d.", hb.Type, sh.labels, len(hb.Labels)))
			continue
		}
		b := &block{kind: hb.Type, shape: sh, values: map[string]any{}, exprs: map[string]hcl.Expression{}, at: map[string]hcl.Range{}, head: hb.DefRange()}
		if sh.labels == 1 {
			b.label, b.head = hb.Labels[0], hb.LabelRanges[0]
			if strings.TrimSpace(b.label) == "" {
				diags = append(diags, specError("spec_labels", "Empty label", b.head, "The label of block %q is empty.", hb.Type))
			}
		}
		for _, name := range slices.Sorted(maps.Keys(hb.Body.Attributes)) {
			attr := hb.Body.Attributes[name]
			if _, known := sh.attrs[name]; !known && !sh.free {
				diags = append(diags, specError("spec_unknown_attribute", "Unknown attribute", attr.NameRange, "Block %q has no attribute %q.%s", hb.Type, name, nearest(name, slices.Collect(maps.Keys(sh.attrs)))))
				continue
			}
			b.exprs[name], b.at[name] = attr.Expr, attr.Expr.Range()
		}
		for _, name := range sh.required {
			if b.exprs[name] == nil {
				code := "spec_missing_attribute"
				if hb.Type == "waiver" && name == "approver" {
					code = "spec_waiver_approver"
				}
				diags = append(diags, specError(code, "Missing attribute", b.head, "Block %q needs the attribute %q.", hb.Type, name))
			}
		}
		inner, moreDiags := readBlocks(hb.Body, sh, fmt.Sprintf("block %q", hb.Type))
		b.blocks = inner
		diags = append(diags, moreDiags...)
		out = append(out, b)
	}
	return out, diags
}

// unique refuses a second block of the same name.
func (s *Spec) unique() schema.Diagnostics {
	var diags schema.Diagnostics
	seen := map[string]*block{}
	for _, b := range s.blocks {
		key := b.kind + "\x00" + strings.ToLower(b.label)
		switch {
		case b.kind == "locals" || b.kind == "declare" || b.kind == "waiver":
			continue
		case b.shape.single:
			key = b.kind
		}
		if first := seen[key]; first != nil {
			diags = append(diags, specError("spec_duplicate", "Block given twice", b.head, "There is already a block %q %q at %s line %d.", b.kind, first.label, first.head.Filename, first.head.Start.Line))
			continue
		}
		seen[key] = b
	}
	return diags
}

// scope evaluates variables and locals and binds the names that other blocks refer to.
func (s *Spec) scope(vars map[string]string) schema.Diagnostics {
	values, diags := s.variables(vars)
	s.ctx = &hcl.EvalContext{Functions: specFunctions, Variables: map[string]cty.Value{"var": cty.ObjectVal(values)}}
	for _, kind := range []string{"wave", "window", "connectivity", "directory_service_account"} {
		names := map[string]cty.Value{}
		for _, b := range s.all(kind) {
			names[b.label] = cty.StringVal(b.label)
		}
		s.ctx.Variables[kind] = cty.ObjectVal(names)
	}
	if diags.HasErrors() {
		return diags
	}
	return append(diags, s.locals()...)
}

func (s *Spec) variables(given map[string]string) (map[string]cty.Value, schema.Diagnostics) {
	var diags schema.Diagnostics
	values := map[string]cty.Value{}
	var names []string
	for _, b := range s.all("variable") {
		names = append(names, b.label)
		want := cty.DynamicPseudoType
		if e := b.exprs["type"]; e != nil {
			switch hcl.ExprAsKeyword(e) {
			case "string":
				want = cty.String
			case "number":
				want = cty.Number
			case "bool":
				want = cty.Bool
			default:
				if call, d := hcl.ExprCall(e); !d.HasErrors() && call.Name == "list" && len(call.Arguments) == 1 && hcl.ExprAsKeyword(call.Arguments[0]) == "string" {
					want = cty.List(cty.String)
				} else {
					diags = append(diags, specError("spec_variable_type", "Unknown type", e.Range(), "A variable is a string, number, bool or list(string)."))
				}
			}
		}
		value, at := cty.NilVal, b.head
		if text, ok := given[b.label]; ok {
			value = cty.StringVal(text)
			if want != cty.DynamicPseudoType && want != cty.String {
				expr, d := hclsyntax.ParseExpression([]byte(text), "--var "+b.label, hcl.InitialPos)
				if !d.HasErrors() && len(expr.Variables()) == 0 {
					if v, d := expr.Value(nil); !d.HasErrors() {
						value = v
					}
				}
			}
		} else if e := b.exprs["default"]; e != nil {
			v, d := e.Value(nil)
			diags = append(diags, hclDiagnostics(d, "spec_value")...)
			value, at = v, e.Range()
		} else {
			diags = append(diags, specError("spec_variable_missing", "Variable without a value", b.head, "Variable %q has no default; give it with --var %s=VALUE.", b.label, b.label))
			values[b.label] = cty.UnknownVal(want)
			continue
		}
		v, err := convert.Convert(value, want)
		if err != nil {
			diags = append(diags, specError("spec_variable_value", "Wrong value of a variable", at, "Variable %q: %v.", b.label, err))
			v = cty.UnknownVal(want)
		}
		values[b.label] = v
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if !slices.Contains(names, name) {
			diags = append(diags, schema.Diagnostic{Severity: "error", Code: "spec_unknown_variable", Summary: "Unknown variable", Detail: fmt.Sprintf("The spec has no variable %q, given with --var.%s", name, nearest(name, names))})
		}
	}
	for _, b := range s.all("variable") {
		for _, v := range b.blocks {
			ctx := &hcl.EvalContext{Functions: specFunctions, Variables: map[string]cty.Value{"var": cty.ObjectVal(values)}}
			ok, d := v.exprs["condition"].Value(ctx)
			diags = append(diags, hclDiagnostics(d, "spec_value")...)
			message, _ := v.exprs["error_message"].Value(nil)
			if !d.HasErrors() && ok.IsKnown() && ok.Type() == cty.Bool && ok.False() {
				text := "The condition is not met."
				if message.IsKnown() && message.Type() == cty.String {
					text = message.AsString()
				}
				diags = append(diags, specError("spec_variable_validation", "Variable refused", v.exprs["condition"].Range(), "Variable %q: %s", b.label, text))
			}
		}
	}
	return values, diags
}

// locals are evaluated in the order of their dependencies, whatever the order of the text.
func (s *Spec) locals() schema.Diagnostics {
	var diags schema.Diagnostics
	exprs := map[string]hcl.Expression{}
	for _, b := range s.all("locals") {
		for name, e := range b.exprs {
			if exprs[name] != nil {
				diags = append(diags, specError("spec_duplicate", "Local given twice", e.Range(), "local.%s is defined elsewhere too.", name))
				continue
			}
			exprs[name] = e
		}
	}
	values := map[string]cty.Value{}
	state := map[string]int{}
	var visit func(name string, path []string)
	visit = func(name string, path []string) {
		if state[name] == 2 {
			return
		}
		if state[name] == 1 {
			diags = append(diags, specError("spec_local_cycle", "Locals refer to each other", exprs[name].Range(), "%s -> %s.", strings.Join(path, " -> "), name))
			return
		}
		state[name] = 1
		for _, t := range exprs[name].Variables() {
			names := traversalNames(t)
			if names[0] == "local" && len(names) > 1 && exprs[names[1]] != nil {
				visit(names[1], append(path, name))
			}
		}
		state[name] = 2
		s.ctx.Variables["local"] = cty.ObjectVal(values)
		v, moreDiags := s.value(exprs[name], s.ctx)
		diags = append(diags, moreDiags...)
		values[name] = v
	}
	for _, name := range slices.Sorted(maps.Keys(exprs)) {
		visit(name, nil)
	}
	s.ctx.Variables["local"] = cty.ObjectVal(values)
	return diags
}

// value evaluates an expression; references that do not exist and functions that a spec cannot have get diagnostics of
// their own, because HCL's do not say what to do.
func (s *Spec) value(e hcl.Expression, ctx *hcl.EvalContext) (cty.Value, schema.Diagnostics) {
	var diags schema.Diagnostics
	for _, t := range e.Variables() {
		names := traversalNames(t)
		root, ok := ctx.Variables[names[0]]
		if !ok {
			detail := nearest(names[0], slices.Concat(slices.Collect(maps.Keys(ctx.Variables)), []string{"facts"}))
			if names[0] == "facts" {
				detail = " The facts can be used in for_each of a sensors block."
			}
			diags = append(diags, specError("spec_unknown_reference", "Unknown reference", t.SourceRange(), "There is nothing called %q here.%s", names[0], detail))
			continue
		}
		if len(names) > 1 && root.IsKnown() && root.Type().IsObjectType() && !root.Type().HasAttribute(names[1]) {
			diags = append(diags, specError("spec_unknown_reference", "Unknown reference", t.SourceRange(), "There is no %s.%s.%s", names[0], names[1], nearest(names[1], slices.Collect(maps.Keys(root.Type().AttributeTypes())))))
		}
	}
	if node, ok := e.(hclsyntax.Node); ok {
		_ = hclsyntax.VisitAll(node, func(n hclsyntax.Node) hcl.Diagnostics {
			if call, ok := n.(*hclsyntax.FunctionCallExpr); ok && !known(ctx, call.Name) {
				reason, refused := refusedFunctions[call.Name]
				if refused {
					diags = append(diags, specError("spec_impure_function", "Function not allowed", call.NameRange, "%s cannot be used: %s.", call.Name, reason))
				} else {
					diags = append(diags, specError("spec_unknown_function", "Unknown function", call.NameRange, "There is no function %q.%s", call.Name, nearest(call.Name, slices.Collect(maps.Keys(ctx.Functions)))))
				}
			}
			return nil
		})
	}
	if diags.HasErrors() {
		return cty.DynamicVal, diags
	}
	v, hclDiags := e.Value(ctx)
	return v, hclDiagnostics(hclDiags, "spec_value")
}

func known(ctx *hcl.EvalContext, name string) bool { _, ok := ctx.Functions[name]; return ok }

// evaluate fills a block's values by the kinds of its shape.
func (s *Spec) evaluate(b *block, ctx *hcl.EvalContext) schema.Diagnostics {
	var diags schema.Diagnostics
	for _, name := range slices.Sorted(maps.Keys(b.exprs)) {
		k, ok := b.shape.attrs[name]
		if !ok {
			k = kAny
		}
		if k == kExpr {
			continue
		}
		v, moreDiags := s.value(b.exprs[name], ctx)
		diags = append(diags, moreDiags...)
		if moreDiags.HasErrors() {
			continue
		}
		converted, err := k.read(v)
		if err != nil {
			diags = append(diags, specError("spec_wrong_value", "Wrong value", b.at[name], "%s must be %s: %v.", name, k, err))
			continue
		}
		if allowed := b.shape.enum[name]; allowed != nil && !slices.Contains(allowed, converted.(string)) {
			diags = append(diags, specError("spec_unknown_value", "Unknown value", b.at[name], "%q is not one of %s.%s", converted, strings.Join(allowed, ", "), nearest(converted.(string), allowed)))
			continue
		}
		b.values[name] = converted
	}
	for _, inner := range b.blocks {
		diags = append(diags, s.evaluate(inner, ctx)...)
	}
	return diags
}

// read converts an HCL value to what the kind holds: string, bool, int64, []any, or seconds for a duration.
func (k kind) read(v cty.Value) (any, error) {
	if v.IsNull() {
		return nil, fmt.Errorf("it is null; leave the attribute out")
	}
	if !v.IsWhollyKnown() {
		return nil, fmt.Errorf("it is not known")
	}
	x, err := goValue(v)
	if err != nil {
		return nil, err
	}
	switch k {
	case kAny:
		return x, nil
	case kBool:
		if b, ok := x.(bool); ok {
			return b, nil
		}
	case kInt:
		if n, ok := x.(int64); ok && n >= 0 {
			return n, nil
		}
	case kList:
		if items, ok := x.([]any); ok && !slices.ContainsFunc(items, func(i any) bool { _, s := i.(string); return !s }) {
			return items, nil
		}
	default:
		text, ok := x.(string)
		if !ok {
			break
		}
		switch k {
		case kString:
			return text, nil
		case kDuration:
			return parseDuration(text)
		case kDate:
			_, err := time.Parse(time.DateOnly, text)
			return text, err
		case kTime:
			t, err := time.Parse(time.RFC3339, text)
			return t.UTC().Format(time.RFC3339), err
		case kLocal:
			_, err := time.Parse("2006-01-02T15:04", text)
			return text, err
		}
	}
	return nil, fmt.Errorf("it is %s", v.Type().FriendlyName())
}

// check holds blocks to each other.
func (s *Spec) check() schema.Diagnostics {
	var diags schema.Diagnostics
	labels := func(kind string) []string {
		var out []string
		for _, b := range s.all(kind) {
			out = append(out, b.label)
		}
		return out
	}
	refer := func(b *block, attr, kind string) {
		names := b.list(attr)
		if text := b.text(attr); text != "" {
			names = []string{text}
		}
		for _, name := range names {
			if !slices.Contains(labels(kind), name) {
				diags = append(diags, specError("spec_unknown_"+kind, "Unknown "+kind, b.at[attr], "There is no %s %q.%s", kind, name, nearest(name, labels(kind))))
			}
		}
	}
	for _, b := range s.blocks {
		switch b.kind {
		case "sensor", "sensors":
			refer(b, "wave", "wave")
			refer(b, "connectivity", "connectivity")
			diags = append(diags, b.checkProxy("proxy_url", "proxy_user")...)
		case "connectivity":
			for _, inner := range b.blocks {
				diags = append(diags, inner.checkProxy("url", "user")...)
			}
		case "wave":
			refer(b, "after", "wave")
			refer(b, "window", "window")
		case "window":
			if _, err := time.LoadLocation(orText(b.text("timezone"), "UTC")); err != nil {
				diags = append(diags, specError("spec_timezone", "Unknown time zone", b.at["timezone"], "There is no time zone %q; write one like Europe/London.", b.text("timezone")))
			}
		case "change":
			diags = append(diags, b.checkChange()...)
		case "freeze":
			if b.text("to") < b.text("from") {
				diags = append(diags, specError("spec_freeze", "Freeze ends before it begins", b.at["to"], "The freeze runs from %s to %s.", b.text("from"), b.text("to")))
			}
		case "waiver":
			if len(b.list("subjects")) == 0 {
				diags = append(diags, specError("spec_waiver_subjects", "Waiver without subjects", b.at["subjects"], "A waiver names the subjects it covers."))
			}
			for _, name := range []string{"reason", "approver"} {
				if strings.TrimSpace(b.text(name)) == "" {
					diags = append(diags, specError("spec_waiver_"+name, "Waiver without "+name, b.at[name], "Somebody has to answer for a waiver: %s must not be empty.", name))
				}
			}
		}
	}
	return append(diags, s.waveCycle()...)
}

// checkChange holds contacts to the audiences that there are messages for, and whoever approves a change to be somebody else
// than who makes it.
func (b *block) checkChange() schema.Diagnostics {
	var diags schema.Diagnostics
	first := map[string]*block{}
	for _, contact := range b.blocks {
		if !slices.Contains(Audiences, contact.label) {
			diags = append(diags, specError("spec_unknown_contact", "Unknown audience", contact.head, "Nothing is sent to %q; the audiences are %s.%s", contact.label, strings.Join(Audiences, ", "), nearest(contact.label, Audiences)))
		}
		if before := first[contact.label]; before != nil {
			diags = append(diags, specError("spec_duplicate", "Block given twice", contact.head, "There is already a contact %q at line %d.", contact.label, before.head.Start.Line))
		}
		first[contact.label] = contact
	}
	if by := b.text("implementer"); by != "" && slices.Contains(b.list("approvers"), by) {
		diags = append(diags, specError("spec_own_approver", "Implementer approves the change", b.at["approvers"], "%q makes the change and cannot approve it too; name somebody else.", by))
	}
	return diags
}

// waveCycle prints the cycle when waves wait for each other.
func (s *Spec) waveCycle() schema.Diagnostics {
	after := map[string]*block{}
	for _, b := range s.all("wave") {
		after[b.label] = b
	}
	state := map[string]int{}
	var diags schema.Diagnostics
	var visit func(name string, path []string)
	visit = func(name string, path []string) {
		if state[name] == 2 || after[name] == nil {
			return
		}
		if state[name] == 1 {
			from := slices.Index(path, name)
			diags = append(diags, specError("spec_wave_cycle", "Waves wait for each other", after[path[len(path)-1]].at["after"], "No wave of these could ever start: %s -> %s.", strings.Join(path[from:], " -> "), name))
			return
		}
		state[name] = 1
		for _, before := range after[name].list("after") {
			visit(before, append(slices.Clone(path), name))
		}
		state[name] = 2
	}
	for _, name := range slices.Sorted(maps.Keys(after)) {
		visit(name, nil)
	}
	return diags
}

// Format is the canonical layout of a spec file; the text is nil when it cannot be parsed.
func Format(src []byte, filename string) ([]byte, schema.Diagnostics) {
	_, diags := hclsyntax.ParseConfig(src, filename, hcl.InitialPos)
	if diags.HasErrors() {
		return nil, hclDiagnostics(diags, "spec_syntax")
	}
	return hclwrite.Format(src), nil
}
