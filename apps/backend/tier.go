package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync/atomic"
)

// tier is the backend: it turns an image into advice, with the help of the ml tier.
type tier struct {
	name     string
	upstream upstream
	fault    *fault
	draining atomic.Bool
}

// handler has all paths of the tier.
func (t *tier) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) { t.say(http.StatusOK, "").write(w) })
	mux.HandleFunc("/ready", t.ready)
	mux.HandleFunc("GET /{$}", t.bad(t.tree))
	mux.HandleFunc("/{$}", t.allow("GET"))
	mux.HandleFunc("POST /api/analyze", t.bad(t.analyze))
	mux.HandleFunc("/api/analyze", t.allow("POST"))
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		t.say(http.StatusNotFound, "there is nothing here: POST an image to /api/analyze").write(w)
	})
	return logged(mux)
}

func (t *tier) say(code int, text string) answer {
	return answer{Name: t.name, Code: code, Error: text}
}

func (t *tier) ready(w http.ResponseWriter, _ *http.Request) {
	if t.draining.Load() {
		t.say(http.StatusServiceUnavailable, "the process is about to end").write(w)
		return
	}
	t.say(http.StatusOK, "").write(w)
}

func (t *tier) allow(method string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("allow", method)
		t.say(http.StatusMethodNotAllowed, fmt.Sprintf("%s is not allowed here: use %s", r.Method, method)).write(w)
	}
}

// bad lets a share of requests fail before they get anywhere, if the environment asks for it.
func (t *tier) bad(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if t.fault.strike() {
			t.say(t.fault.code, "failed on purpose: ERROR_RATE asks for it").write(w)
			return
		}
		next(w, r)
	}
}

// tree answers who is there, from here on.
func (t *tier) tree(w http.ResponseWriter, r *http.Request) {
	address, from := t.upstream.call(r, http.MethodGet, "/", "", nil)
	t.over(address, from).write(w)
}

// over is the answer of this tier on top of another's: a failure of the callee is a failure of the gateway to it, and what
// it refuses is the fault of the request.
func (t *tier) over(address string, from answer) answer {
	answer := answer{Name: t.name, Code: from.Code, Error: from.Error, UpstreamCalls: map[string]answer{address: from}}
	if from.Code >= http.StatusInternalServerError && from.Code != http.StatusGatewayTimeout {
		answer.Code = http.StatusBadGateway
	}
	return answer
}

// reading is what the ml tier makes of an image.
type reading struct {
	Digit      int     `json:"digit"`
	Confidence float64 `json:"confidence"`
	Model      string  `json:"model"`
}

func (t *tier) analyze(w http.ResponseWriter, r *http.Request) {
	content, contentType, refused := readPicture(w, r)
	if refused != nil {
		t.say(refused.code, refused.text).write(w)
		return
	}
	address, from := t.upstream.call(r, http.MethodPost, "/predict", contentType, content)
	answer := t.over(address, from)
	if answer.Code == http.StatusOK {
		t.advise(&answer, from.Result)
	}
	answer.write(w)
}

// advise adds to an answer what to do, or says why nothing can be said.
func (t *tier) advise(to *answer, read json.RawMessage) {
	var found reading
	if err := json.Unmarshal(read, &found); err != nil {
		to.Code, to.Error = http.StatusBadGateway, "the ml tier did not say which digit it read"
		return
	}
	advised, known := byCode[found.Digit]
	if !known {
		to.Code = http.StatusUnprocessableEntity
		to.Error = fmt.Sprintf("this looks like a %d, and codes are 1 to 7: draw it larger and alone", found.Digit)
		return
	}
	// Both are plain values: they have a form in JSON.
	to.Result, _ = json.Marshal(struct {
		reading
		advice
	}{found, advised})
}
