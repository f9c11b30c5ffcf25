package collectors

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/schema"
)

type fake func(ctx context.Context) (*schema.Facts, error)

func (fake) Source() schema.Source { return schema.Source{Collector: "ad", Tool: "test"} }

func (f fake) Collect(ctx context.Context, _ Env) (*schema.Facts, error) { return f(ctx) }

func env() Env {
	at := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	return Env{Now: func() time.Time { return at }, Progress: func(string, ...any) {}}
}

func server(name string) fake {
	return func(context.Context) (*schema.Facts, error) {
		return &schema.Facts{Servers: map[string]*schema.Server{name: {Site: "HQ"}}, Sections: map[string]*schema.Section{"/servers" + schema.Pointer(name): {Status: "complete"}}}, nil
	}
}

func TestOneFailureTakesNothingElseAlong(t *testing.T) {
	broken := fake(func(context.Context) (*schema.Facts, error) { panic("a bug") })
	slow := fake(func(ctx context.Context) (*schema.Facts, error) { <-ctx.Done(); return nil, ctx.Err() })
	facts, diags, err := Run(t.Context(), env(), Job{ID: "one", Collector: server("a.test")}, Job{ID: "two", Collector: broken},
		Job{ID: "three", Collector: slow, Deadline: time.Millisecond}, Job{ID: "four", Collector: server("b.test")})
	require.NoError(t, err)
	assert.Len(t, facts.Servers, 2)
	assert.Equal(t, "one", facts.Sections["/servers/a.test"].Source)
	assert.Equal(t, "2026-11-24T09:00:00Z", facts.Sections["/servers/b.test"].ReadAt)
	require.Len(t, diags, 2)
	assert.Contains(t, diags[0].Summary+diags[1].Summary, "three")
	assert.Contains(t, diags[0].Detail+diags[1].Detail, "a bug")
}

func TestNothingReadIsAnError(t *testing.T) {
	denied := errors.New("denied")
	_, _, err := Run(t.Context(), env(), Job{ID: "one", Collector: fake(func(context.Context) (*schema.Facts, error) { return nil, denied })})
	assert.ErrorIs(t, err, denied)
}
