package compiler

import "testing"

func TestEmbeddedStepsLoad(t *testing.T) {
	lib, diags := LoadSteps()
	for _, d := range diags {
		t.Errorf("%s %+v", d.Detail, d.Range)
	}
	t.Log(len(lib.Names()))
}
