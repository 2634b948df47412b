package main

import (
	"log/slog"
	"net/http"
	"time"
)

// recorder remembers the status of an answer.
type recorder struct {
	http.ResponseWriter
	status int
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.MaxBytesReader find the connection that it is to close.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// logged writes one line of JSON for each request but those of probes, with the id that finds its trace.
func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/health" || r.URL.Path == "/ready" {
			next.ServeHTTP(w, r)
			return
		}
		start := time.Now()
		seen := &recorder{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(seen, r)
		slog.Info("request",
			"method", r.Method, "path", r.URL.Path, "status", seen.status,
			"duration_ms", time.Since(start).Milliseconds(), "served_by", w.Header().Get(servedBy),
			"trace_id", traceID(r.Header), "request_id", r.Header.Get("x-request-id"))
	})
}
