package policies

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/mdiplan/mdiplan/schema"
)

// readClouds asks the tables what each cloud calls its own.
func readClouds(ctx context.Context, compiler *ast.Compiler) (map[string]*schema.Cloud, error) {
	results, err := rego.New(rego.Query("data.mdi.tables.clouds"), rego.Compiler(compiler)).Eval(ctx)
	if err != nil || len(results) != 1 {
		return nil, err
	}
	rows, err := json.Marshal(native(results[0].Expressions[0].Value))
	if err != nil {
		return nil, err
	}
	var out map[string]*schema.Cloud
	if err := json.Unmarshal(rows, &out); err != nil {
		return nil, err
	}
	for _, cloud := range out {
		slices.Sort(cloud.PackageHosts)
	}
	return out, nil
}

// Cloud is what the cloud of the tenant calls its own; nil when the facts name no cloud that is in the tables.
func (s *Session) Cloud() *schema.Cloud {
	if s.facts.Tenant == nil {
		return nil
	}
	return s.engine.clouds[s.facts.Tenant.Cloud]
}
