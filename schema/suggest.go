package schema

import (
	"slices"
	"strings"

	"github.com/agext/levenshtein"
)

// Suggest is the known name nearest to a mistyped one, or "" when none is near enough to be meant.
func Suggest(name string, known []string) string {
	best, distance := "", max(1, len(name)/3)+1
	for _, candidate := range slices.Sorted(slices.Values(known)) {
		if d := levenshtein.Distance(strings.ToLower(name), strings.ToLower(candidate), nil); d < distance {
			best, distance = candidate, d
		}
	}
	return best
}
