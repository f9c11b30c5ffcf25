// Command mdiplan audits an Active Directory estate for Microsoft Defender for Identity and compiles its deployment
// into a runbook.
//
// The verbs hold no logic: each turns flags into one call per stage and hands the result to a renderer. Data goes to
// stdout, progress and diagnostics to stderr. This is the only package that reads the clock, the environment and the
// terminal.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, streams{os.Stdin, os.Stdout, os.Stderr, os.Getenv}, os.Args[1:])
	stop()
	os.Exit(code)
}
