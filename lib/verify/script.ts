import { type Ask, urlOf } from './question';
import type { Reply } from './outcome';

/** Seconds that one request has until it is given up. */
export interface Patience {
  readonly connect: number;
  readonly total: number;
}

/** Requests of one question at a time. */
const together = 8;
/** More of an answer is not needed. */
const mostBytes = 20_000;

const told = '%{http_code} %{exitcode} %{time_connect} %header{x-envoy-upstream-service-time}|%{errormsg}';

/** Separates replies: no answer begins a line like that. */
const mark = '@@reply';

/**
 * A script for `sh` that sends requests with curl, and prints every reply in two lines. Questions are asked at the same
 * time, the requests of one in small groups.
 */
export function scriptFor(asks: readonly { readonly ask: Ask; readonly times: number }[], patience: Patience): string {
  return [
    'cd /tmp || exit 1',
    // Without it, nothing would be sent, and that looks like a refusal.
    'command -v curl >/dev/null || { echo "its image has no curl" >&2; exit 1; }',
    `a() { n=$1; shift; curl -sS -k -g -o "$n.body" -w '${told}' --connect-timeout ${patience.connect} --max-time ${patience.total} "$@" >"$n.meta" 2>/dev/null; }`,
    `r() { q=$1; t=$2; shift 2; i=0; while [ $i -lt $t ]; do a "$q.$i" "$@" & i=$((i+1)); [ $((i % ${together})) -eq 0 ] && wait; done; wait; }`,
    ...asks.map(({ ask, times }, index) => `r ${index} ${times} ${argumentsOf(ask)} &`),
    'wait',
    `for m in *.meta; do n=\${m%.meta}; printf '${mark} %s ' "$n"; cat "$m"; echo; [ -f "$n.body" ] && head -c ${mostBytes} "$n.body" | tr -d '\\r\\n'; echo; done`,
    'rm -f *.meta *.body',
  ].join('\n');
}

function argumentsOf(ask: Ask): string {
  const headers = Object.entries(ask.headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  return ['-X', ask.method, ...headers, urlOf(ask)].map(quoted).join(' ');
}

/** A word that no shell looks into. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** The replies that a script printed, for each question in its order. */
export function repliesIn(text: string, questions: number): Reply[][] {
  const replies: Reply[][] = Array.from({ length: questions }, () => []);
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    const [, number, rest] = /^@@reply (\d+)\.\d+ (.*)$/.exec(line) ?? [];
    if (number !== undefined && rest !== undefined) {
      replies[Number(number)]?.push(replyOf(rest, lines[index + 1] ?? ''));
    }
  });
  return replies;
}

function replyOf(meta: string, body: string): Reply {
  const [numbers = '', error = ''] = meta.split('|', 2);
  const [status = '0', exit = '0', connected = '0', upstream = ''] = numbers.split(' ');
  return {
    status: Number(status),
    exit: Number(exit),
    isConnected: Number(connected) > 0,
    isForwarded: upstream !== '',
    body,
    error: error.trim(),
  };
}
