package compiler

import (
	"container/heap"
	"fmt"
	"slices"
	"strings"

	"github.com/mdiplan/mdiplan/schema"
)

// graph orders nodes 0..n-1. Hard edges bind; a soft edge is dropped when it is part of a cycle.
type graph struct {
	hard, soft [][]int // by source
	name       []string
}

func newGraph(n int) *graph {
	return &graph{hard: make([][]int, n), soft: make([][]int, n), name: make([]string, n)}
}

func (g *graph) node(name string) int {
	g.hard, g.soft, g.name = append(g.hard, nil), append(g.soft, nil), append(g.name, name)
	return len(g.name) - 1
}

func (g *graph) require(before, after int) { g.hard[before] = append(g.hard[before], after) }
func (g *graph) prefer(before, after int)  { g.soft[before] = append(g.soft[before], after) }

// order is the topological order in which, among the nodes that are ready, the one with the smallest rank comes first.
// Ranks are unique, so the order is total. A cycle of hard edges is returned as the names around it.
func (g *graph) order(rank []int) ([]int, []string) {
	component := g.components()
	edges := make([][]int, len(g.hard))
	indegree := make([]int, len(g.hard))
	for from := range g.hard {
		edges[from] = slices.Clone(g.hard[from])
		for _, to := range g.soft[from] {
			if component[from] != component[to] {
				edges[from] = append(edges[from], to)
			}
		}
		for _, to := range edges[from] {
			indegree[to]++
		}
	}
	ready := &rankHeap{rank: rank}
	for n, d := range indegree {
		if d == 0 {
			heap.Push(ready, n)
		}
	}
	out := make([]int, 0, len(edges))
	for ready.Len() > 0 {
		n := heap.Pop(ready).(int)
		out = append(out, n)
		for _, to := range edges[n] {
			if indegree[to]--; indegree[to] == 0 {
				heap.Push(ready, to)
			}
		}
	}
	if len(out) < len(edges) {
		return nil, g.cycle(indegree)
	}
	return out, nil
}

// components numbers the strongly connected components over hard and soft edges (Tarjan, without recursion: a plan for
// ten thousand servers is deeper than a stack should be).
func (g *graph) components() []int {
	n := len(g.hard)
	index, low, component := make([]int, n), make([]int, n), make([]int, n)
	onStack := make([]bool, n)
	var stack []int
	next, count := 1, 0
	type frame struct{ node, edge int }
	neighbour := func(v, i int) (int, bool) {
		if i < len(g.hard[v]) {
			return g.hard[v][i], true
		}
		if i -= len(g.hard[v]); i < len(g.soft[v]) {
			return g.soft[v][i], true
		}
		return 0, false
	}
	for root := range n {
		if index[root] != 0 {
			continue
		}
		frames := []frame{{root, 0}}
		for len(frames) > 0 {
			f := &frames[len(frames)-1]
			if f.edge == 0 {
				index[f.node], low[f.node] = next, next
				next++
				stack, onStack[f.node] = append(stack, f.node), true
			}
			if w, ok := neighbour(f.node, f.edge); ok {
				f.edge++
				if index[w] == 0 {
					frames = append(frames, frame{w, 0})
				} else if onStack[w] {
					low[f.node] = min(low[f.node], index[w])
				}
				continue
			}
			v := f.node
			frames = frames[:len(frames)-1]
			if len(frames) > 0 {
				parent := frames[len(frames)-1].node
				low[parent] = min(low[parent], low[v])
			}
			if low[v] == index[v] {
				count++
				for {
					w := stack[len(stack)-1]
					stack, onStack[w] = stack[:len(stack)-1], false
					component[w] = count
					if w == v {
						break
					}
				}
			}
		}
	}
	return component
}

// cycle names the nodes around one cycle of hard edges, starting with the smallest name.
func (g *graph) cycle(indegree []int) []string {
	before := map[int]int{}
	start := -1
	for from := range g.hard {
		if indegree[from] <= 0 {
			continue
		}
		for _, to := range g.hard[from] {
			if indegree[to] > 0 {
				if _, seen := before[to]; !seen {
					before[to] = from
					start = to
				}
			}
		}
	}
	seen := map[int]bool{}
	for !seen[start] {
		seen[start] = true
		start = before[start]
	}
	names := []string{g.name[start]}
	for n := before[start]; n != start; n = before[n] {
		names = append(names, g.name[n])
	}
	slices.Reverse(names)
	smallest := slices.Index(names, slices.Min(names))
	return slices.Concat(names[smallest:], names[:smallest])
}

type rankHeap struct{ nodes, rank []int }

func (h *rankHeap) Len() int           { return len(h.nodes) }
func (h *rankHeap) Less(i, j int) bool { return h.rank[h.nodes[i]] < h.rank[h.nodes[j]] }
func (h *rankHeap) Swap(i, j int)      { h.nodes[i], h.nodes[j] = h.nodes[j], h.nodes[i] }
func (h *rankHeap) Push(x any)         { h.nodes = append(h.nodes, x.(int)) }
func (h *rankHeap) Pop() any {
	last := h.nodes[len(h.nodes)-1]
	h.nodes = h.nodes[:len(h.nodes)-1]
	return last
}

func cycleDiagnostic(names []string) schema.Diagnostic {
	return schema.Diagnostic{Severity: "error", Code: "step_cycle", Summary: "Steps require each other",
		Detail: fmt.Sprintf("These steps wait for each other, so none could ever start: %s -> %s. Remove one of the requirements.",
			strings.Join(names, " -> "), names[0])}
}
