package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"time"
)

// callTimeout is longer than any that the mesh declares, so that the mesh decides; without a mesh it bounds the wait.
const callTimeout = 20 * time.Second

// maxAnswer bounds what is read of an answer: a call tree has a few hundred bytes.
const maxAnswer = 64 << 10

// upstream is the one tier that this one calls.
type upstream struct {
	base   *url.URL
	client *http.Client
}

func newUpstream(base *url.URL) upstream {
	return upstream{base, &http.Client{
		Timeout: callTimeout,
		// A transport of our own heeds no HTTP_PROXY: nobody but the declared callee is asked.
		Transport: &http.Transport{
			DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
			MaxIdleConnsPerHost: 64,
			IdleConnTimeout:     30 * time.Second,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// call asks for the sake of the request that came in, and gives the address and the answer. Who can't be reached, or says
// what can't be read, has an answer without a name.
func (u upstream) call(came *http.Request, method, path, contentType string, body []byte) (string, answer) {
	address := u.base.JoinPath(path).String()
	request, err := http.NewRequestWithContext(came.Context(), method, address, bytes.NewReader(body))
	if err != nil {
		return address, answer{Code: http.StatusInternalServerError, Error: err.Error()}
	}
	carry(came.Header, request.Header)
	request.Header.Set("accept", "application/json")
	if contentType != "" {
		request.Header.Set("content-type", contentType)
	}
	response, err := u.client.Do(request)
	if err != nil {
		return address, answer{Code: failureCode(err), Error: failureText(err)}
	}
	defer response.Body.Close()
	return address, readAnswer(response)
}

func readAnswer(response *http.Response) answer {
	var found answer
	err := json.NewDecoder(io.LimitReader(response.Body, maxAnswer)).Decode(&found)
	// A proxy may answer in the place of the tier, with a text of its own.
	if err != nil || found.Name == "" {
		return answer{Code: response.StatusCode, Error: fmt.Sprintf("answered %s, and no call tree", response.Status)}
	}
	found.Code = response.StatusCode
	return found
}

func failureCode(err error) int {
	if timeout := net.Error(nil); errors.Is(err, context.DeadlineExceeded) || errors.As(err, &timeout) && timeout.Timeout() {
		return http.StatusGatewayTimeout
	}
	return http.StatusBadGateway
}

// failureText leaves the address out: it is the key that the answer stands under.
func failureText(err error) string {
	if wrapped := (*url.Error)(nil); errors.As(err, &wrapped) {
		return wrapped.Err.Error()
	}
	return err.Error()
}
