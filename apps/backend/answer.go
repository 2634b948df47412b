package main

import (
	"encoding/json"
	"net/http"
	"strings"
)

// servedBy names the releases that made an answer, the one nearest to the user first.
const servedBy = "x-served-by"

// answer is what every tier says: who gave it, its status, and below it the answers that it rests on, by their address.
type answer struct {
	Name          string            `json:"name,omitempty"`
	Code          int               `json:"code"`
	Error         string            `json:"error,omitempty"`
	Result        json.RawMessage   `json:"result,omitempty"`
	UpstreamCalls map[string]answer `json:"upstream_calls,omitempty"`
}

// path lists the names of the answer and of those that it rests on.
func (a answer) path() []string {
	names := []string{}
	if a.Name != "" {
		names = append(names, a.Name)
	}
	for _, each := range a.UpstreamCalls {
		names = append(names, each.path()...)
	}
	return names
}

// write sends the answer with its own status.
func (a answer) write(w http.ResponseWriter) {
	header := w.Header()
	header.Set("content-type", "application/json")
	header.Set("cache-control", "no-store")
	header.Set("x-content-type-options", "nosniff")
	header.Set(servedBy, strings.Join(a.path(), ", "))
	w.WriteHeader(a.Code)
	// Whoever went away gets no answer; there is nobody left to tell.
	_ = json.NewEncoder(w).Encode(a)
}
