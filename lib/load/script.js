/**
 * The load test, for k6: does what load-test.json beside it says, through the gateway. An answer is
 * JSON: the `name` of the release that gave it, its status `code`, and below `upstream_calls` the
 * answers that it got from others. So every service and release on the way of every request is
 * counted, and held against what routes it there: pin, lane or split.
 */
import { check, sleep } from 'k6';
import http from 'k6/http';
import { Counter, Rate, Trend } from 'k6/metrics';

const test = JSON.parse(open('./load-test.json'));

export const options = test.options;

/** By the name in an answer: whose it is. */
const releases = new Map(
  test.services.flatMap((service) => service.releases.map(({ release, name }) => [name, { ...service, release }])),
);

/** Answers that no pin asked for, by service. */
const answers = new Counter('answers');
/** Whether an answer is an error, by service and release. */
const errors = new Rate('errors');
/** Time to the answer at the gateway, by the service and release that gave it. */
const latency = new Trend('latency', true);
/** Whether the canary answers, where the split decides. */
const split = new Rate('split');
/** Whether the answer is from the caller's own lane, where the callee follows. */
const lane = new Rate('lane');
/** Whether the canary answers, where a pin asks for it. */
const pin = new Rate('pin');

/** One round of a user. */
export function visit() {
  test.entries.forEach((entry) => ask(entry));
  sleep(test.pauseSeconds);
}

/** One round of the user who is pinned to the canary. */
export function visitPinned() {
  for (const { header, value } of test.pins) {
    test.entries.forEach((entry) => ask(entry, { [header]: value }));
  }
  sleep(test.pauseSeconds);
}

function ask({ service, method, url, headers }, pinned) {
  const response = http.request(method, url, null, {
    headers: { ...headers, ...pinned },
    redirects: 0,
    tags: { name: service },
  });
  const answer = parse(response.body);
  const seen = answersIn(answer);
  check(response, {
    'status is 200': ({ status }) => status === 200,
    'the answer names every release on its way': () =>
      releases.get(answer.name)?.service === service && seen.every(({ name }) => releases.has(name)),
  });
  if (releases.has(answer.name)) {
    latency.add(response.timings.duration, tagsOf(answer));
  }
  for (const one of seen.filter(({ name }) => releases.has(name))) {
    count(one, pinned !== undefined);
  }
}

function count(answer, isPinned) {
  const tags = tagsOf(answer);
  const { service, releases: all, split: share } = releases.get(answer.name);
  const isCanary = tags.release === 'canary';
  // Where HTTP says 200, gRPC says 0.
  errors.add(answer.code !== 200 && answer.code !== 0, tags);
  if (!isPinned) {
    answers.add(1, tags);
  }
  if (all.length === 1) {
    return;
  }
  if (isPinned) {
    pin.add(isCanary, { service });
  } else if (share === 'follow') {
    lane.add(isCanary === (releases.get(answer.caller)?.release === 'canary'), { service });
  } else {
    split.add(isCanary, { service });
  }
}

/** An answer and all that it rests on, each with the name of its caller. */
function answersIn({ name, code, upstream_calls: called }, caller) {
  return [{ name, code, caller }, ...Object.values(called ?? {}).flatMap((each) => answersIn(each, name))];
}

function tagsOf({ name }) {
  const { service, release } = releases.get(name);
  return { service, release };
}

function parse(body) {
  try {
    return Object(JSON.parse(body));
  } catch {
    return {};
  }
}

/** One JSON document in one line, on stdout or in the file that SUMMARY names. */
export function handleSummary({ metrics }) {
  const value = (metric, field) => metrics[metric]?.values[field];
  const failed = Object.entries(metrics).flatMap(([metric, { thresholds = {} }]) =>
    Object.entries(thresholds).flatMap(([condition, { ok }]) => (ok ? [] : [`${metric}: ${condition}`])),
  );
  const summary = {
    profile: test.profile,
    verdict: failed.length === 0 ? 'PASS' : 'FAIL',
    failed,
    requests: value('http_reqs', 'count') ?? 0,
    errorRate: value('http_req_failed', 'rate'),
    p95Milliseconds: value('http_req_duration', 'p(95)'),
    services: test.services.map((each) => serviceSummary(each, value)),
    unseen: test.unseen,
  };
  return { [__ENV.SUMMARY ?? 'stdout']: `${JSON.stringify(summary)}\n` };
}

/** Of a rate k6 counts what is so as passes: here, the answers of the canary. */
function chosenOf(service, value) {
  const [canary, stable] = ['passes', 'fails'].map((field) => value(`split{service:${service}}`, field));
  return canary === undefined ? undefined : { answers: canary + stable, canary };
}

function serviceSummary({ service, releases: all, split: share }, value) {
  return {
    service,
    split: share,
    canaryShare: value(`split{service:${service}}`, 'rate'),
    chosen: chosenOf(service, value),
    laneKept: value(`lane{service:${service}}`, 'rate'),
    pinKept: value(`pin{service:${service}}`, 'rate'),
    releases: all.map(({ release }) => {
      const tags = `{service:${service},release:${release}}`;
      // Of a rate k6 counts what is so as passes: here, the errors.
      const [wrong, right] = ['passes', 'fails'].map((field) => value(`errors${tags}`, field) ?? 0);
      const p95Milliseconds = wrong + right === 0 ? undefined : value(`latency${tags}`, 'p(95)');
      return { release, answers: wrong + right, errors: wrong, p95Milliseconds };
    }),
  };
}
