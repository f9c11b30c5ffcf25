package policies

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/mdiplan/mdiplan/schema"
)

// parameter is a row of data.mdi.tables.parameters: a number that an estate may replace, within bounds.
type parameter struct {
	value, min, max any
	unit            string
}

// readParameters asks the tables which numbers may be replaced.
func readParameters(ctx context.Context, compiler *ast.Compiler) (map[string]parameter, error) {
	results, err := rego.New(rego.Query("data.mdi.tables.parameters"), rego.Compiler(compiler)).Eval(ctx)
	if err != nil || len(results) != 1 {
		return nil, err
	}
	rows, _ := native(results[0].Expressions[0].Value).(map[string]any)
	out := map[string]parameter{}
	for name, row := range rows {
		fields, _ := row.(map[string]any)
		unit, _ := fields["unit"].(string)
		out[name] = parameter{fields["value"], fields["min"], fields["max"], unit}
	}
	return out, nil
}

// Check holds what a spec overrides to the rules and tables there are. A number outside its bounds would count for nothing,
// and a name that nothing has would too; neither may pass in silence.
func (e *Engine) Check(intent *schema.Intent) schema.Diagnostics {
	var diags schema.Diagnostics
	complain := func(at *schema.Range, code, summary, format string, args ...any) {
		diags = append(diags, schema.Diagnostic{Severity: "error", Code: code, Summary: summary, Detail: fmt.Sprintf(format, args...), Range: at})
	}
	known := slices.Sorted(maps.Keys(e.parameters))
	for _, o := range intent.Parameters {
		p, ok := e.parameters[o.Name]
		if !ok {
			complain(o.Range, "spec_unknown_parameter", "Unknown parameter", "There is no parameter %q; there is %s.%s", o.Name, strings.Join(known, ", "), suggestion(o.Name, known))
			continue
		}
		value, isNumber := float(o.Value)
		least, _ := float(p.min)
		most, _ := float(p.max)
		if !isNumber || value < least || value > most {
			complain(o.Range, "spec_parameter_bounds", "Parameter out of bounds", "Parameter %s is a number from %v to %v (%s), not %v.", o.Name, p.min, p.max, p.unit, o.Value)
		}
	}
	ids := make([]string, len(e.rules))
	for i, r := range e.rules {
		ids[i] = r.info.ID
	}
	for _, o := range intent.Severities {
		if !slices.Contains(ids, o.Rule) {
			complain(o.Range, "spec_unknown_rule", "Unknown rule", "There is no rule %q whose severity could be replaced.%s", o.Rule, suggestion(o.Rule, ids))
		}
	}
	return diags
}

// Numbers are all parameters of the tables by name, with what the spec puts in their place. What is out of bounds, Check has
// refused.
func (e *Engine) Numbers(intent *schema.Intent) map[string]float64 {
	out := map[string]float64{}
	for name, p := range e.parameters {
		out[name], _ = float(p.value)
	}
	for _, o := range intent.Parameters {
		if value, isNumber := float(o.Value); isNumber && e.parameters[o.Name].value != nil {
			out[o.Name] = value
		}
	}
	return out
}

// overrides says what the spec replaces, for the verdict.
func (s *Session) overrides() (parameters []schema.ParameterUse, severities []schema.SeverityUse) {
	for _, o := range s.intent.Parameters {
		p := s.engine.parameters[o.Name]
		parameters = append(parameters, schema.ParameterUse{ParameterOverride: o, Table: p.value, Min: p.min, Max: p.max, Unit: p.unit})
	}
	for _, o := range s.intent.Severities {
		for _, r := range s.engine.rules {
			if r.info.ID == o.Rule {
				severities = append(severities, schema.SeverityUse{SeverityOverride: o, Was: r.info.Severity})
			}
		}
	}
	return parameters, severities
}

func float(v any) (float64, bool) {
	switch x := v.(type) {
	case int64:
		return float64(x), true
	case float64:
		return x, true
	}
	return 0, false
}
