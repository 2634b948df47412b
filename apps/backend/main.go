// The backend of 3RVision: POST /api/analyze takes a picture of a resin identification code and says what to do.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// drainTimeout is what a pod has left after the pause before its end: 45 s of grace less 10 s, and a margin.
const drainTimeout = 30 * time.Second

func main() {
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stdout, nil)))
	settings, err := readSettings(os.Getenv)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	told, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	listener, err := net.Listen("tcp", settings.listen)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	tier := &tier{
		name:     settings.name,
		upstream: newUpstream(settings.upstream),
		fault:    &fault{rate: settings.errorRate, code: settings.errorCode, delay: settings.delay},
	}
	if err := serve(told, listener, tier); err != nil {
		slog.Error("ended", "error", err.Error())
		os.Exit(1)
	}
}

// serve answers until it is told to end, and then finishes what it has begun.
func serve(told context.Context, listener net.Listener, tier *tier) error {
	server := &http.Server{
		Handler:           tier.handler(),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		// Longer than the call of the ml tier, whose end would be told to nobody otherwise.
		WriteTimeout: callTimeout + 10*time.Second,
		// Longer than the hour after which Envoy closes idle connections: who closes last loses no request.
		IdleTimeout:    65 * time.Minute,
		MaxHeaderBytes: 64 << 10,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	slog.Info("listening", "name", tier.name, "address", listener.Addr().String())
	select {
	case err := <-failed:
		return err
	case <-told.Done():
	}
	tier.draining.Store(true)
	slog.Info("draining", "name", tier.name)
	within, cancel := context.WithTimeout(context.Background(), drainTimeout)
	defer cancel()
	if err := server.Shutdown(within); err != nil {
		return errors.Join(err, server.Close())
	}
	return nil
}
