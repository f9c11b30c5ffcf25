package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/mdiplan/mdiplan/schema"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{Use: "version", Short: "Print version and document versions", Args: exactly(0, "no argument"),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(a.out, "mdiplan %s (%s, %s/%s)\ndocuments: %s, %s, %s, %s\n", toolVersion(), runtime.Version(), runtime.GOOS, runtime.GOARCH,
				schema.FactsVersion, schema.VerdictVersion, schema.RunbookVersion, schema.DiffVersion)
			return err
		}}
}

func (a *app) schemaCommand() *cobra.Command {
	return &cobra.Command{Use: "schema facts|verdict|runbook|diff|input", Short: "Print the JSON Schema of a document", Args: exactly(1, "the name of a document"),
		Example:   "  mdiplan schema facts > facts.schema.json",
		ValidArgs: []string{"facts", "verdict", "runbook", "diff", "input"},
		RunE: func(_ *cobra.Command, args []string) error {
			text, err := schema.JSONSchema(args[0])
			if err != nil {
				return usageError{err}
			}
			_, err = a.out.Write(text)
			return err
		}}
}
