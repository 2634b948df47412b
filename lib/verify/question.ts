import type { Layer } from '../analysis/decision';
import type { Probe } from './probe';
import type { Area } from './row';

/** A request as it is sent. */
export interface Ask {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the analysis says. */
export type Expected =
  /** The process answers, whatever it says. */
  | { readonly kind: 'answered' }
  /** No process answers; the layer is the one that the analysis says decides. */
  | { readonly kind: 'refused'; readonly layer: Layer; /** Whether no other may be first. */ readonly isExact: boolean }
  /** The process of one of these releases answers, each as often as its share says. */
  | { readonly kind: 'shares'; readonly shares: ReadonlyMap<string, number> }
  /** The processes behind are of these sets of releases, joined with `+`, each as often as its share says. */
  | {
      readonly kind: 'lanes';
      readonly shares: ReadonlyMap<string, number>;
      /** The release of every process, by how it calls itself; those that have one release are left out. */
      readonly releases: ReadonlyMap<string, string>;
    }
  /** The proxy itself answers. */
  | { readonly kind: 'status'; readonly status: number };

/** Something that the analysis says, and the requests that show whether it is so. */
export interface Question {
  readonly area: Area;
  readonly what: string;
  readonly said: string;
  /** Who asks. @default - somebody outside, through the gateway */
  readonly probe?: Probe;
  readonly ask: Ask;
  readonly times: number;
  readonly expected: Expected;
}

/** Something that is not asked, and why. */
export interface Omission {
  readonly area: Area;
  readonly what: string;
  readonly said: string;
  readonly why: string;
}

export type Item = Question | Omission;

export function isQuestion(item: Item): item is Question {
  return 'ask' in item;
}

/** `http://web.shop.svc.cluster.local:80/` */
export function urlOf({ scheme, host, port, path }: Ask): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return `${scheme}://${name}:${port}${path}`;
}
