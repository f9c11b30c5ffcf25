// Command mdiplan audits an Active Directory estate for Microsoft Defender for Identity and compiles its deployment
// into a runbook.
//
// The verbs hold no logic: each turns flags into one call per stage and hands the result to a renderer. Data goes to
// stdout, progress and diagnostics to stderr. This is the only package that reads the clock, the environment and the
// terminal.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// grace is how long work that noticed an interrupt may take to end by itself; what only waits for input notices nothing.
const grace = time.Second

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	ended := make(chan int, 1)
	go func() { ended <- run(ctx, streams{os.Stdin, os.Stdout, os.Stderr, os.Getenv}, os.Args[1:]) }()
	select {
	case code := <-ended:
		os.Exit(code)
	case <-ctx.Done():
	}
	stop() // a second interrupt ends the program at once
	select {
	case code := <-ended:
		os.Exit(code)
	case <-time.After(grace):
		fmt.Fprintln(os.Stderr, "Error: interrupted; nothing was half-written")
		os.Exit(exitFailed)
	}
}
