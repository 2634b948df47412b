import { isWithinBound } from '../statistics/share-bound';

/** What one request of a user came back with. */
export interface Sight {
  /** @default - no answer at all */
  readonly status?: number;
  /** Why there is no answer. */
  readonly failure?: string;
  /** The releases that the request went through, the first that answered first; empty where the answer does not tell. */
  readonly path: readonly string[];
}

/** What the requests of a drill show while the fault is there. */
export type Look =
  /** An answer with one of these statuses. */
  | { readonly kind: 'status'; readonly statuses: readonly number[] }
  /** No answer or one of these statuses: what is cut off may wait, or be given up. */
  | { readonly kind: 'outage'; readonly statuses: readonly number[] }
  /** A TLS handshake that ends with this reason. */
  | { readonly kind: 'certificate'; readonly reason: string }
  /** An answer by way of a release that the request is not for. */
  | { readonly kind: 'release'; readonly release: string }
  /** A share of the answers that no chance explains. */
  | { readonly kind: 'share'; readonly release: string; readonly expected: number }
  /** Some of the answers are errors of the process. */
  | { readonly kind: 'errors'; readonly status: number }
  /** One request makes many. */
  | { readonly kind: 'tries'; readonly client: string; readonly host: string; readonly atLeast: number }
  /** Errors, and no pod is taken out for them. */
  | { readonly kind: 'no ejection'; readonly status: number; readonly host: string };

/** A request of a user, and what it shows. */
export interface Symptom {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  /** How many are sent to see it. */
  readonly requests: number;
  readonly look: Look;
  /** One sentence: what a user sees. */
  readonly shows: string;
}

/** What proxies counted while the requests were sent. */
export interface Counts {
  /** Requests that the client's proxy sent to the host. */
  readonly sent: number;
  /** Pods of the host that are taken out. */
  readonly ejected: number;
}

const nothingCounted: Counts = { sent: 0, ejected: 0 };

/** Whether some sights are the symptom. */
export function isSeen(look: Look, sights: readonly Sight[], counts: Counts = nothingCounted): boolean {
  const all = sights.length > 0;
  switch (look.kind) {
    case 'status':
      return all && sights.every(({ status = 0 }) => look.statuses.includes(status));
    case 'outage':
      return all && sights.every(({ status }) => status === undefined || look.statuses.includes(status));
    case 'certificate':
      return all && sights.every(({ failure = '' }) => failure.includes(look.reason));
    case 'release':
      return sights.some(({ path }) => path.includes(look.release));
    case 'share': {
      const told = sights.filter(({ path }) => path.length > 0);
      const taken = told.filter(({ path }) => path[0] === look.release).length;
      return told.length > 0 && !isWithinBound(taken, told.length, look.expected);
    }
    case 'errors': {
      const bad = sights.filter(({ status }) => status === look.status).length;
      return bad > 0 && bad < sights.length;
    }
    case 'tries':
      return all && counts.sent >= look.atLeast * sights.length;
    case 'no ejection':
      return all && sights.every(({ status }) => status === look.status) && counts.ejected === 0;
  }
}

/** Whether none of some sights is the symptom any more: it goes from proxy to proxy, not everywhere at once. */
export function isGone(look: Look, sights: readonly Sight[], counts?: Counts): boolean {
  const perSight: readonly Look['kind'][] = ['status', 'outage', 'certificate'];
  return perSight.includes(look.kind)
    ? !sights.some((sight) => isSeen(look, [sight], counts))
    : !isSeen(look, sights, counts);
}

/** The sights in a few words: `20 x 503`, `3 x 200 by web-stable > shop-stable`. */
export function sightsText(sights: readonly Sight[]): string {
  const words = sights.map(({ status, failure = 'no answer', path }) =>
    status === undefined ? failure : `${status}${path.length === 0 ? '' : ` by ${path.join(' > ')}`}`,
  );
  const kinds = [...new Set(words)].map((word) => ({ word, count: words.filter((one) => one === word).length }));
  return kinds
    .sort((a, b) => b.count - a.count)
    .map(({ word, count }) => `${count} x ${word}`)
    .join(', ');
}
