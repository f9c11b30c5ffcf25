package policies

import (
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// memoEntries bounds what one rule remembers, unless the estate has more subjects: a plan judges them several times, and a
// rule over measurements, of which every server has its own, would forget each answer before it is asked for again.
const memoEntries = 4096

// memo remembers answers by exactly the values that led to them.
type memo struct {
	mu      sync.Mutex
	entries map[int][]memoEntry
	size    int
	room    int // for at least so many
}

// expect makes room for the answers about so many subjects.
func (m *memo) expect(subjects int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.room = max(m.room, subjects)
}

type memoEntry struct {
	values []ast.Value
	answer answer
}

func (m *memo) get(hash int, values []ast.Value) (answer, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, e := range m.entries[hash] {
		if same(e.values, values) {
			return e.answer, true
		}
	}
	return answer{}, false
}

func (m *memo) put(hash int, values []ast.Value, a answer) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.size >= max(memoEntries, 2*m.room) || m.entries == nil {
		m.entries, m.size = map[int][]memoEntry{}, 0
	}
	m.entries[hash] = append(m.entries[hash], memoEntry{values, a})
	m.size++
}

func (m *memo) clear() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.entries, m.size = nil, 0
}

func same(a, b []ast.Value) bool {
	for i := range a {
		if (a[i] == nil) != (b[i] == nil) || a[i] != nil && !ast.ValueEqual(a[i], b[i]) {
			return false
		}
	}
	return true
}

// key is what a rule reads of an input: the values at its ground references, and their hash.
func (r *rule) key(input ast.Object) (int, []ast.Value) {
	values := make([]ast.Value, len(r.reads))
	hash := 17
	for i, x := range r.reads {
		if v, err := input.Find(x.ground); err == nil {
			values[i] = v
			hash = hash*31 + v.Hash()
		} else {
			hash = hash*31 + 7
		}
	}
	return hash, values
}
