package render

import (
	"cmp"
	"slices"
)

// The layout of a graph is the layered one of Sugiyama: nodes get layers so that every edge points down, long edges get a
// bend in every layer they pass, each layer is ordered so that few edges cross, and then everything is pulled towards its
// neighbours. All numbers are whole, so that every machine draws the same picture.

const (
	boxWidth, boxHeight = 200, 58
	gapX, gapY          = 18, 34
	bendWidth           = 2
	perLayer            = 4 // boxes side by side
	framePad, frameHead = 14, 26
)

// layout is where things are.
type layout struct {
	width, height int
	boxes         []rect // one per node
	bends         []rect // where long edges pass a layer
	lines         []line
	frames        []rect // one per band
}

type rect struct{ x, y, w, h int }

// line goes from the lower end of one item to the upper end of another; through says that it goes on to the lower end of that.
type line struct {
	x1, y1, x2, y2 int
	through        int
}

// item is a node or a bend in a layer.
type item struct {
	node     int // -1 is a bend
	layer    int
	x, width int // x is the middle
	up, down []int
}

type sheet struct {
	items  []item
	layers [][]int
	width  int // of the widest layer; nothing lies outside of it
}

func layoutOf(g graph) layout {
	s := sheet{}
	first := s.assign(g)
	s.route(g)
	s.order()
	s.align()
	return s.draw(g, first)
}

// assign puts each node into the first layer of its band that is below everything it requires and has room. It returns the
// first layer of each band.
func (s *sheet) assign(g graph) []int {
	requires := make([][]int, len(g.nodes))
	for _, e := range g.edges {
		requires[e[1]] = append(requires[e[1]], e[0])
	}
	first := make([]int, len(g.bands))
	band, start := -1, 0
	for i, n := range g.nodes {
		if n.band != band {
			band, start = n.band, len(s.layers)
			first[band] = start
		}
		layer := start
		for _, u := range requires[i] {
			layer = max(layer, s.items[u].layer+1)
		}
		for layer < len(s.layers) && len(s.layers[layer]) == perLayer {
			layer++
		}
		for layer >= len(s.layers) {
			s.layers = append(s.layers, nil)
		}
		s.layers[layer] = append(s.layers[layer], i)
		s.items = append(s.items, item{node: i, layer: layer, width: boxWidth})
	}
	return first
}

// route joins the items. All long edges of one node share their bends, as the branches of a tree share its trunk.
func (s *sheet) route(g graph) {
	after := make([][]int, len(g.nodes))
	for _, e := range g.edges {
		after[e[0]] = append(after[e[0]], e[1])
	}
	join := func(a, b int) {
		s.items[a].down = append(s.items[a].down, b)
		s.items[b].up = append(s.items[b].up, a)
	}
	for u := range g.nodes {
		slices.SortStableFunc(after[u], func(a, b int) int { return cmp.Compare(s.items[a].layer, s.items[b].layer) })
		from := u
		for _, v := range after[u] {
			for s.items[from].layer < s.items[v].layer-1 {
				bend := len(s.items)
				layer := s.items[from].layer + 1
				s.items = append(s.items, item{node: -1, layer: layer, width: bendWidth})
				s.layers[layer] = append(s.layers[layer], bend)
				join(from, bend)
				from = bend
			}
			join(from, v)
		}
	}
}

// order sorts each layer by the mean place of the neighbours above, then below, several times.
func (s *sheet) order() {
	place := make([]int, len(s.items)) // in millionths of the width, since layers differ in length
	number := func(layer []int) {
		for i, it := range layer {
			place[it] = (2*i + 1) * 1_000_000 / (2 * len(layer))
		}
	}
	for _, layer := range s.layers {
		number(layer)
	}
	sweep := func(layer []int, neighbours func(item) []int) {
		wanted := map[int]int{}
		for _, it := range layer {
			wanted[it] = place[it]
			if near := neighbours(s.items[it]); len(near) > 0 {
				sum := 0
				for _, n := range near {
					sum += place[n]
				}
				wanted[it] = sum / len(near)
			}
		}
		slices.SortStableFunc(layer, func(a, b int) int { return cmp.Compare(wanted[a], wanted[b]) })
		number(layer)
	}
	for range 8 {
		for _, layer := range s.layers {
			sweep(layer, func(i item) []int { return i.up })
		}
		for _, layer := range slices.Backward(s.layers) {
			sweep(layer, func(i item) []int { return i.down })
		}
	}
}

// align pulls every item towards the middle of its neighbours while keeping its distance to those beside it.
func (s *sheet) align() {
	for _, layer := range s.layers {
		offset := 0
		for i, it := range layer {
			if i > 0 {
				offset += s.distance(layer[i-1], it)
			}
			s.items[it].x = offset
		}
		s.width = max(s.width, offset)
		for _, it := range layer {
			s.items[it].x -= offset / 2
		}
	}
	for range 10 {
		for _, layer := range s.layers {
			s.spread(layer, func(i item) []int { return i.up })
		}
		for _, layer := range slices.Backward(s.layers) {
			s.spread(layer, func(i item) []int { return i.down })
		}
	}
	for _, layer := range s.layers {
		s.spread(layer, func(i item) []int { return slices.Concat(i.up, i.down) })
	}
}

// spread places the items of a layer as near to what they want as their order and their widths allow, in the sense of least
// squares: items that would overlap form a block, which stands at the mean of what its members want.
func (s *sheet) spread(layer []int, neighbours func(item) []int) {
	type block struct{ sum, count int }
	mean := func(b block) int { return floorDiv(b.sum, b.count) }
	var blocks []block
	offset, offsets := 0, make([]int, len(layer))
	for i, it := range layer {
		if i > 0 {
			offset += s.distance(layer[i-1], it)
		}
		offsets[i] = offset
		wanted := s.items[it].x
		if near := neighbours(s.items[it]); len(near) > 0 {
			wanted = 0
			for _, n := range near {
				wanted += s.items[n].x
			}
			wanted = floorDiv(wanted, len(near))
		}
		blocks = append(blocks, block{wanted - offset, 1})
		for n := len(blocks); n > 1 && mean(blocks[n-2]) > mean(blocks[n-1]); n = len(blocks) {
			blocks[n-2] = block{blocks[n-2].sum + blocks[n-1].sum, blocks[n-2].count + blocks[n-1].count}
			blocks = blocks[:n-1]
		}
	}
	i := 0
	for _, b := range blocks {
		at := min(max(mean(b), -s.width/2), s.width/2-offset)
		for range b.count {
			s.items[layer[i]].x = at + offsets[i]
			i++
		}
	}
}

// distance is between the middles of neighbours in a layer. Bends may run close to each other.
func (s *sheet) distance(a, b int) int {
	gap := gapX
	if s.items[a].node < 0 && s.items[b].node < 0 {
		gap = gapX / 2
	}
	return (s.items[a].width+s.items[b].width)/2 + gap
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// draw turns layers into coordinates.
func (s *sheet) draw(g graph, first []int) layout {
	var out layout
	if len(s.items) == 0 {
		return out
	}
	left, right := s.items[0].x, s.items[0].x
	for _, it := range s.items {
		left, right = min(left, it.x-it.width/2), max(right, it.x+it.width/2)
	}
	margin := framePad + 2
	out.width = right - left + 2*margin
	tops := make([]int, len(s.layers))
	y := 2
	for l := range s.layers {
		if slices.Contains(first, l) {
			if l > 0 {
				y += framePad - gapY + gapX
			}
			y += frameHead
		}
		tops[l] = y
		y += boxHeight + gapY
	}
	out.height = y - gapY + framePad + 2
	for b, l := range first {
		last := len(s.layers)
		if b+1 < len(first) {
			last = first[b+1]
		}
		top := tops[l] - frameHead
		out.frames = append(out.frames, rect{2, top, out.width - 4, tops[last-1] + boxHeight + framePad - top})
	}
	for i := range s.items {
		it := &s.items[i]
		it.x += margin - left
		box := rect{it.x - it.width/2, tops[it.layer], it.width, boxHeight}
		if it.node >= 0 {
			out.boxes = append(out.boxes, box)
		} else {
			out.bends = append(out.bends, box)
		}
	}
	for _, from := range s.items {
		for _, to := range from.down {
			target := s.items[to]
			l := line{from.x, tops[from.layer] + boxHeight, target.x, tops[target.layer], 0}
			if target.node < 0 {
				l.through = boxHeight
			}
			out.lines = append(out.lines, l)
		}
	}
	return out
}
