package main

import (
	"bytes"
	"encoding/json"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"math/rand"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

const seven = `{"name":"ml-canary","code":200,"result":{"digit":7,"confidence":0.9,"model":"small"}}`

// asked is what the ml tier got.
type asked struct {
	path, body string
	header     http.Header
}

// started runs a backend over an ml tier that always says the same.
func started(t *testing.T, code int, says string) (*httptest.Server, *asked) {
	t.Helper()
	got := &asked{}
	ml := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		content, _ := io.ReadAll(r.Body)
		*got = asked{r.Method + " " + r.URL.Path, string(content), r.Header}
		w.WriteHeader(code)
		io.WriteString(w, says)
	}))
	t.Cleanup(ml.Close)
	return backend(t, ml.URL, &fault{}), got
}

func backend(t *testing.T, ml string, bad *fault) *httptest.Server {
	t.Helper()
	base, err := url.Parse(ml)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer((&tier{name: "backend-canary", upstream: newUpstream(base), fault: bad}).handler())
	t.Cleanup(server.Close)
	return server
}

func ask(t *testing.T, method, address string, body []byte, header http.Header) (*http.Response, answer) {
	t.Helper()
	request, err := http.NewRequest(method, address, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for name, values := range header {
		request.Header[name] = values
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var got answer
	if err := json.NewDecoder(response.Body).Decode(&got); err != nil {
		t.Fatalf("no JSON: %v", err)
	}
	return response, got
}

func picture(t *testing.T, width, height int) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestAnalyzeTurnsADigitIntoAdvice(t *testing.T) {
	server, got := started(t, http.StatusOK, seven)
	sent := picture(t, 8, 8)
	response, answer := ask(t, http.MethodPost, server.URL+"/api/analyze", sent, nil)
	if response.StatusCode != http.StatusOK || answer.Code != http.StatusOK {
		t.Fatalf("status %d, %+v", response.StatusCode, answer)
	}
	if path := response.Header.Get(servedBy); path != "backend-canary, ml-canary" {
		t.Errorf("served by %q", path)
	}
	var result map[string]any
	if err := json.Unmarshal(answer.Result, &result); err != nil {
		t.Fatal(err)
	}
	for field, value := range map[string]any{"digit": 7.0, "confidence": 0.9, "model": "small", "action": "resell", "material": "OTHER"} {
		if result[field] != value {
			t.Errorf("%s is %v, not %v", field, result[field], value)
		}
	}
	if got.path != "POST /predict" || got.body != string(sent) || got.header.Get("content-type") != "image/png" {
		t.Errorf("ml was asked %s with %d bytes of %s", got.path, len(got.body), got.header.Get("content-type"))
	}
}

func TestEveryCodeHasAdvice(t *testing.T) {
	actions := map[string]int{}
	for code := 1; code <= 7; code++ {
		actions[byCode[code].Action]++
	}
	if len(byCode) != 7 || len(actions) != 3 || actions["reuse"]*actions["recycle"]*actions["resell"] == 0 {
		t.Errorf("actions by number of codes: %v", actions)
	}
}

func TestHeadersGoOutAsTheyCameIn(t *testing.T) {
	in := http.Header{}
	for _, name := range carried {
		in.Set(name, "value of "+name)
	}
	in.Add("tracestate", "a second one")
	in.Set("cookie", "of nobody else's business")
	in.Set("authorization", "neither")
	for _, call := range []struct{ method, path string }{{http.MethodGet, "/"}, {http.MethodPost, "/api/analyze"}} {
		server, got := started(t, http.StatusOK, seven)
		ask(t, call.method, server.URL+call.path, picture(t, 8, 8), in)
		for _, name := range carried {
			if want, found := strings.Join(in.Values(name), "|"), strings.Join(got.header.Values(name), "|"); want != found {
				t.Errorf("%s: %s is %q, not %q", call.path, name, found, want)
			}
		}
		if got.header.Get("cookie")+got.header.Get("authorization") != "" {
			t.Errorf("%s: more is passed on than was declared", call.path)
		}
	}
}

func TestTreeNamesWhoIsThere(t *testing.T) {
	server, _ := started(t, http.StatusOK, `{"name":"ml-stable","code":200}`)
	response, answer := ask(t, http.MethodGet, server.URL+"/", nil, nil)
	if answer.Name != "backend-canary" || len(answer.UpstreamCalls) != 1 || response.StatusCode != http.StatusOK {
		t.Fatalf("%+v", answer)
	}
	for _, each := range answer.UpstreamCalls {
		if each.Name != "ml-stable" || each.Code != http.StatusOK {
			t.Errorf("%+v", each)
		}
	}
}

func TestWhatCallersDoWrong(t *testing.T) {
	whole := picture(t, 64, 64)
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 64, 64)), nil); err != nil {
		t.Fatal(err)
	}
	for name, each := range map[string]struct {
		method, path string
		body         []byte
		code         int
		says         string
	}{
		"no file":            {"POST", "/api/analyze", nil, 400, "no image"},
		"2 MiB":              {"POST", "/api/analyze", make([]byte, 2<<20), 413, "1 MiB"},
		"one byte too large": {"POST", "/api/analyze", make([]byte, 1<<20+1), 413, "1 MiB"},
		"text":               {"POST", "/api/analyze", []byte("a text that somebody named .png"), 415, "no PNG"},
		"truncated PNG":      {"POST", "/api/analyze", whole[:len(whole)-20], 400, "not complete"},
		"truncated JPEG":     {"POST", "/api/analyze", photo.Bytes()[:photo.Len()-20], 400, "not complete"},
		"many pixels":        {"POST", "/api/analyze", picture(t, 4096, 2048), 413, "2048 x 2048"},
		"method of analyze":  {"PUT", "/api/analyze", whole, 405, "use POST"},
		"method of the tree": {"DELETE", "/", nil, 405, "use GET"},
		"path":               {"GET", "/elsewhere", nil, 404, "nothing here"},
	} {
		t.Run(name, func(t *testing.T) {
			server, got := started(t, http.StatusOK, seven)
			response, answer := ask(t, each.method, server.URL+each.path, each.body, nil)
			if response.StatusCode != each.code || answer.Code != each.code || !strings.Contains(answer.Error, each.says) {
				t.Errorf("status %d, %+v", response.StatusCode, answer)
			}
			if got.path != "" {
				t.Errorf("ml was asked %s", got.path)
			}
		})
	}
}

func TestNoiseIsRefusedAndCrashesNothing(t *testing.T) {
	server, _ := started(t, http.StatusOK, seven)
	random := rand.New(rand.NewSource(1))
	whole := picture(t, 32, 32)
	for range 200 {
		noisy := bytes.Clone(whole)
		noisy[random.Intn(len(noisy))] ^= byte(1 + random.Intn(255))
		response, answer := ask(t, http.MethodPost, server.URL+"/api/analyze", noisy, nil)
		if response.StatusCode >= 500 {
			t.Fatalf("status %d: %+v", response.StatusCode, answer)
		}
	}
}

func TestWhatTheCalleeDoesWrong(t *testing.T) {
	for name, each := range map[string]struct {
		code int
		says string
		want int
	}{
		"an error":           {500, `{"name":"ml-stable","code":500,"error":"no"}`, 502},
		"a proxy's text":     {503, "upstream connect error", 502},
		"a proxy's timeout":  {504, "upstream request timeout", 504},
		"a refusal":          {400, `{"name":"ml-stable","code":400,"error":"nothing is drawn"}`, 400},
		"no result":          {200, `{"name":"ml-stable","code":200}`, 502},
		"no code of plastic": {200, `{"name":"ml-stable","code":200,"result":{"digit":8}}`, 422},
	} {
		t.Run(name, func(t *testing.T) {
			server, _ := started(t, each.code, each.says)
			response, answer := ask(t, http.MethodPost, server.URL+"/api/analyze", picture(t, 8, 8), nil)
			if response.StatusCode != each.want || answer.Error == "" {
				t.Errorf("status %d, %+v", response.StatusCode, answer)
			}
		})
	}
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	response, answer := ask(t, http.MethodGet, backend(t, gone.URL, &fault{}).URL, nil, nil)
	if response.StatusCode != http.StatusBadGateway || !strings.Contains(answer.Error, "refused") {
		t.Errorf("status %d, %+v", response.StatusCode, answer)
	}
}

func TestFaultsAreSpreadEvenly(t *testing.T) {
	bad := &fault{rate: 0.1}
	failed := []int{}
	for request := 1; request <= 30; request++ {
		if bad.strike() {
			failed = append(failed, request)
		}
	}
	if len(failed) != 3 || failed[0] != 10 || failed[1] != 20 || failed[2] != 30 {
		t.Errorf("failed: %v", failed)
	}
	server := backend(t, "http://127.0.0.1:9", &fault{rate: 1, code: http.StatusTeapot})
	if response, _ := ask(t, http.MethodGet, server.URL, nil, nil); response.StatusCode != http.StatusTeapot {
		t.Errorf("status %d", response.StatusCode)
	}
	if response, _ := ask(t, http.MethodGet, server.URL+"/health", nil, nil); response.StatusCode != http.StatusOK {
		t.Errorf("probes do not fail with the release: %d", response.StatusCode)
	}
}

func TestWhoDidNotAnswerHasNoName(t *testing.T) {
	written, err := json.Marshal(answer{Code: http.StatusBadGateway, Error: "connection refused"})
	if err != nil || string(written) != `{"code":502,"error":"connection refused"}` {
		t.Errorf("%s, %v", written, err)
	}
}
