package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/mdiplan/mdiplan/schema"
)

// The exit codes, the same for every verb; when several apply, the lowest non-zero one wins.
const (
	exitReady   = 0 // nothing speaks against it
	exitFailed  = 1 // it could not be done: usage, input, policy or I/O; conclude nothing
	exitRefused = 2 // the gate says no, or with --detailed-exitcode the plan has steps
	exitUnsure  = 3 // it cannot be told or not be compared, or the plan is held, incomplete or stale
)

// version is set by the release build; a plain build says what the toolchain knows.
var version = ""

func toolVersion() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return strings.TrimPrefix(info.Main.Version, "v")
	}
	return "0.1.0"
}

// streams are everything a command touches outside its arguments.
type streams struct {
	in     io.Reader
	out    io.Writer
	err    io.Writer
	getenv func(string) string
}

// app carries the streams and the flags that all verbs share.
type app struct {
	streams
	noColour bool
	quiet    bool
	// colour is whether diagnostics may be coloured: stderr is a terminal and nobody said no.
	colour bool
	code   int
}

// errReported is returned after the diagnostics were printed; it only sets the exit code.
var errReported = errors.New("reported")

// usageError is a mistake in flags or arguments.
type usageError struct{ error }

func run(ctx context.Context, io streams, args []string) int {
	a := &app{streams: io}
	root := a.root()
	root.SetArgs(oneDash(args))
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	err := root.ExecuteContext(ctx)
	switch {
	case errors.Is(err, errReported):
		return exitFailed
	case err != nil:
		fmt.Fprintf(a.err, "Error: %s\n", printable(err.Error()))
		var usage usageError
		if errors.As(err, &usage) || strings.HasPrefix(err.Error(), "unknown ") {
			fmt.Fprintf(a.err, "Run 'mdiplan %s--help' for usage.\n", commandPath(args))
		}
		return exitFailed
	}
	return a.code
}

func commandPath(args []string) string {
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		return args[0] + " "
	}
	return ""
}

// oneDash lets people who come from Terraform write -detailed-exitcode and -out=FILE with one dash.
func oneDash(args []string) []string {
	out := make([]string, len(args))
	for i, arg := range args {
		out[i] = arg
		for _, name := range []string{"detailed-exitcode", "out", "no-color", "parallelism"} {
			if arg == "-"+name || strings.HasPrefix(arg, "-"+name+"=") {
				out[i] = "-" + arg
			}
		}
	}
	return out
}

// printable keeps an error's text to one harmless line: names in it may come from a directory anyone can write to.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return '\uFFFD'
		}
		return r
	}, text)
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "mdiplan",
		Short: "Audit an estate for Microsoft Defender for Identity and plan its deployment",
		Long: `mdiplan answers questions about a Microsoft Defender for Identity deployment:

  what is there?           mdiplan collect        reads a directory into facts
  is it ready, and why?    mdiplan audit          judges them by rules
  what exactly do we do?   mdiplan plan           compiles a spec into a runbook
  what has changed?        mdiplan diff           compares two of these documents

Exit codes: 0 ready; 1 could not run; 2 the gate says no; 3 cannot tell, held or incomplete.`,
		Example: `  mdiplan audit examples/contoso --facts examples/contoso/facts.json
  mdiplan plan  examples/contoso --facts examples/contoso/facts.json -o markdown=runbook.md
  mdiplan explain MDI-HW-002`,
		SilenceErrors: true, SilenceUsage: true,
		PersistentPreRun: func(*cobra.Command, []string) {
			file, isFile := a.err.(*os.File)
			a.colour = !a.noColour && a.getenv("NO_COLOR") == "" && isFile && term.IsTerminal(int(file.Fd()))
		},
	}
	root.PersistentFlags().BoolVar(&a.noColour, "no-color", false, "print without colour (also: NO_COLOR)")
	root.PersistentFlags().BoolVarP(&a.quiet, "quiet", "q", false, "print no progress")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(a.collectCommand(), a.factsCommand(), a.auditCommand(), a.planCommand(), a.diffCommand(), a.validateCommand(), a.fmtCommand(),
		a.listCommand(), a.explainCommand(), a.policyCommand(), a.schemaCommand(), a.versionCommand())
	return root
}

// report prints diagnostics the way a compiler does and returns errReported when one of them is an error.
func (a *app) report(diags schema.Diagnostics, sources map[string][]byte) error {
	diags = diags.Sorted()
	if len(diags) > 0 {
		schema.FormatDiagnostics(a.err, diags, sources, a.colour)
	}
	if diags.HasErrors() {
		return errReported
	}
	return nil
}

// progress prints a line about long work, on stderr, unless --quiet.
func (a *app) progress(format string, args ...any) {
	if !a.quiet {
		fmt.Fprintf(a.err, "%s\n", printable(fmt.Sprintf(format, args...)))
	}
}

// clock is the moment a verdict is made for: --now, or the clock, read here and nowhere else.
func clock(text string) (time.Time, error) {
	if text == "" {
		return time.Now().UTC().Truncate(time.Second), nil
	}
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return time.Time{}, usageError{fmt.Errorf("--now takes an RFC 3339 time such as 2026-11-22T09:00:00Z, not %q", text)}
	}
	return t.UTC(), nil
}

func exactly(n int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != n {
			return usageError{fmt.Errorf("expected %s, got %d arguments", what, len(args))}
		}
		return nil
	}
}
