package main

import (
	"sync"
	"time"
)

// fault makes a release bad on purpose, so that promotions and drills have something to catch.
type fault struct {
	// rate is the share of requests that fail, 0 to 1.
	rate float64
	// code is the status that they fail with.
	code int
	// delay is added before every answer.
	delay time.Duration

	mutex sync.Mutex
	due   float64
}

// strike waits for the delay and tells whether this request is to fail. Failures are spread evenly, so that a share is
// reached with few requests and on every run.
func (f *fault) strike() bool {
	time.Sleep(f.delay)
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.due += f.rate
	// Shares such as 0.1 have no exact binary form: ten of them are a little less than one.
	if f.due < 1-1e-9 {
		return false
	}
	f.due--
	return true
}
