package main

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"strconv"
	"time"
)

// settings is what the environment says about this process.
type settings struct {
	// listen is LISTEN_ADDR, host:port. Without it 127.0.0.1:8080, so that nobody listens to the world by accident.
	listen string
	// name is NAME, the release in answers and logs. Without it backend-stable.
	name string
	// upstream is UPSTREAM_URIS, the address of the ml tier. Without it http://127.0.0.1:5001.
	upstream *url.URL
	// errorRate is ERROR_RATE, the share of requests that fail on purpose, 0 to 1. Without it 0.
	errorRate float64
	// errorCode is ERROR_CODE, the status that they fail with, 400 to 599. Without it 500.
	errorCode int
	// delay is ADDED_DELAY_MS, whole milliseconds before every answer, at most a minute. Without it 0.
	delay time.Duration
}

// readSettings gives the settings, or all that is wrong with them at once.
func readSettings(variable func(string) string) (settings, error) {
	get := func(name, otherwise string) string {
		if value := variable(name); value != "" {
			return value
		}
		return otherwise
	}
	wrong := func(name, rule string) error {
		return fmt.Errorf("%s is %q: %s", name, variable(name), rule)
	}
	found := settings{listen: get("LISTEN_ADDR", "127.0.0.1:8080"), name: get("NAME", "backend-stable")}
	var problems []error
	if _, _, err := net.SplitHostPort(found.listen); err != nil {
		problems = append(problems, wrong("LISTEN_ADDR", "write host and port like 0.0.0.0:8080"))
	}
	upstream, err := url.Parse(get("UPSTREAM_URIS", "http://127.0.0.1:5001"))
	if err != nil || upstream.Scheme != "http" || upstream.Host == "" {
		problems = append(problems, wrong("UPSTREAM_URIS", "write the one address of the ml tier like http://ml:5001"))
	}
	found.upstream = upstream
	found.errorRate, err = strconv.ParseFloat(get("ERROR_RATE", "0"), 64)
	if err != nil || !(found.errorRate >= 0 && found.errorRate <= 1) {
		problems = append(problems, wrong("ERROR_RATE", "write a share from 0 to 1 like 0.2"))
	}
	found.errorCode, err = strconv.Atoi(get("ERROR_CODE", "500"))
	if err != nil || found.errorCode < 400 || found.errorCode > 599 {
		problems = append(problems, wrong("ERROR_CODE", "write a status from 400 to 599 like 503"))
	}
	milliseconds, err := strconv.Atoi(get("ADDED_DELAY_MS", "0"))
	if err != nil || milliseconds < 0 || milliseconds > 60_000 {
		problems = append(problems, wrong("ADDED_DELAY_MS", "write whole milliseconds from 0 to 60000"))
	}
	found.delay = time.Duration(milliseconds) * time.Millisecond
	return found, errors.Join(problems...)
}
