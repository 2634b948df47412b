import { type Duration, seconds } from '../model/duration';
import type { Candidate } from './candidate';
import type { Measurement } from './measurement';
import { type Answers, releaseReadings, unattributedReading } from './readings';
import { scrapeFaults, successes } from './scrapes';

/** What some answers say about a candidate in the window that ends at their time. */
export function measurementOf(candidate: Candidate, window: Duration, answers: Answers): Measurement {
  const { at, scrapes } = answers;
  const [fault, ...more] = scrapeFaults(candidate, scrapes, at, seconds(window));
  if (fault !== undefined) {
    return { kind: 'unmeasured', faults: [fault, ...more] };
  }
  const watched = { since: at - seconds(window), successes: successes(scrapes) };
  return {
    kind: 'measured',
    at,
    window,
    canary: releaseReadings('canary', answers, watched),
    stable: candidate.isCompared ? releaseReadings('stable', answers, watched) : 'not compared',
    unattributed: unattributedReading(answers, watched),
  };
}
