package main

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

func TestWhatIsBegunIsFinished(t *testing.T) {
	begun, finish := make(chan struct{}), make(chan struct{})
	ml := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(begun)
		<-finish
		w.Write([]byte(`{"name":"ml-stable","code":200}`))
	}))
	defer ml.Close()
	base, _ := url.Parse(ml.URL)
	tier := &tier{name: "backend-stable", upstream: newUpstream(base), fault: &fault{}}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	told, tell := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- serve(told, listener, tier) }()

	status := make(chan int, 1)
	go func() {
		response, err := http.Get("http://" + listener.Addr().String() + "/")
		if err != nil {
			status <- 0
			return
		}
		response.Body.Close()
		status <- response.StatusCode
	}()
	<-begun
	tell()
	for !tier.draining.Load() {
		time.Sleep(time.Millisecond)
	}
	ready := httptest.NewRecorder()
	tier.handler().ServeHTTP(ready, httptest.NewRequest(http.MethodGet, "/ready", nil))
	if ready.Code != http.StatusServiceUnavailable {
		t.Errorf("ready says %d while the process ends", ready.Code)
	}
	close(finish)
	if got := <-status; got != http.StatusOK {
		t.Errorf("the request that was under way got %d", got)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestSettings(t *testing.T) {
	given := map[string]string{"LISTEN_ADDR": "8080", "UPSTREAM_URIS": "ml", "ERROR_RATE": "NaN", "ERROR_CODE": "200", "ADDED_DELAY_MS": "-1"}
	_, err := readSettings(func(name string) string { return given[name] })
	for name := range given {
		if err == nil || !strings.Contains(err.Error(), name+" is ") {
			t.Errorf("%s is not told of: %v", name, err)
		}
	}
	found, err := readSettings(func(string) string { return "" })
	if err != nil || found.listen != "127.0.0.1:8080" || found.errorCode != 500 || found.errorRate != 0 {
		t.Errorf("%+v, %v", found, err)
	}
}

func TestTraceID(t *testing.T) {
	for header, value := range map[string]string{"traceparent": "00-abc-def-01", "x-b3-traceid": "abc", "b3": "abc-def-1"} {
		if id := traceID(http.Header{http.CanonicalHeaderKey(header): {value}}); id != "abc" {
			t.Errorf("%s: %q", header, id)
		}
	}
	if id := traceID(http.Header{}); id != "" {
		t.Errorf("without a header: %q", id)
	}
}
