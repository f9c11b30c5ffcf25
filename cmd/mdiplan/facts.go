package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/mdiplan/mdiplan/schema"
)

func (a *app) factsCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "facts", Short: "Merge and show facts documents"}
	cmd.AddCommand(a.factsMergeCommand("merge FILE...", "Merge facts documents and print the result",
		"Merge facts documents by section: the newer section wins, disagreements are warnings that name both sources.\nThe order of the files does not matter."))
	return cmd
}

func (a *app) factsMergeCommand(use, short, long string) *cobra.Command {
	var f inputFlags
	var out string
	cmd := &cobra.Command{Use: use, Short: short, Long: long,
		Example: "  mdiplan facts merge ad.json hosts.json -o facts.json",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{fmt.Errorf("expected at least one facts document")}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			f.facts = args
			facts, diags, err := a.loadFacts(&f)
			if err != nil {
				return err
			}
			if err := a.report(diags, nil); err != nil {
				return err
			}
			known := []format[*schema.Facts]{{name: "facts", ext: ".json", render: encodeFacts}}
			to, err := destinations([]string{"facts=" + out}, known)
			if err != nil {
				return err
			}
			return write(a, facts, to)
		}}
	f.limitFlags(cmd)
	cmd.Flags().StringVarP(&out, "output", "o", "", "file to write (default: stdout)")
	return cmd
}
