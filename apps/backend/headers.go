package main

import (
	"net/http"
	"strings"
)

// carried names the headers that lead a request and tie its hops together. Whoever calls others passes them on unchanged:
// a proxy sees two requests, and only the process between them knows that one was made for the other.
//
// See https://istio.io/latest/docs/tasks/observability/distributed-tracing/overview/#trace-context-propagation
var carried = []string{
	"traceparent", "tracestate", "baggage",
	"b3", "x-b3-traceid", "x-b3-spanid", "x-b3-parentspanid", "x-b3-sampled", "x-b3-flags",
	"x-request-id", "x-canary",
}

// carry copies every carried header, with all of its values, from the request that came in to the one that goes out.
func carry(in, out http.Header) {
	for _, name := range carried {
		for _, value := range in.Values(name) {
			out.Add(name, value)
		}
	}
}

// traceID is the id that all spans of a request share, in whichever form the caller sent it; empty without one.
func traceID(header http.Header) string {
	if parts := strings.Split(header.Get("traceparent"), "-"); len(parts) >= 4 {
		return parts[1]
	}
	if id := header.Get("x-b3-traceid"); id != "" {
		return id
	}
	id, _, _ := strings.Cut(header.Get("b3"), "-")
	return id
}
