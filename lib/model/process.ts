import type { Duration } from './duration';

/** How a process is told the address of what it calls. */
export interface CallAddress {
  /** Environment variable; addresses of several calls with one variable are joined by commas. */
  readonly variable: string;
  /** `url` is `http://host:port`, `authority` is `host:port`. */
  readonly form: 'url' | 'authority';
}

/** When a process loses patience by itself, whatever the mesh declares. */
export interface ProcessTimeouts {
  /** Time after which it cuts off an answer that is not finished. @default - never */
  readonly answer?: Duration;
  /** Time that it waits for those it calls. @default - for ever */
  readonly call?: Duration;
}

/** What a program asks of whoever runs it: the same for the release of a service and for a job. */
export interface Process {
  /** Image reference with a tag or a digest. */
  readonly image: string;
  /** User and group it runs as; never 0. @default 1000 */
  readonly user?: number;
  /** @default - none */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * By whom it calls: the name of a service, or `name:port` for one of several ports, or `*` for all others.
   * @default - it finds them by other means
   */
  readonly addresses?: Readonly<Record<string, CallAddress>>;
  /** @default - it has all the time there is */
  readonly timeouts?: ProcessTimeouts;
}

/** The user where none is named: any but root will do, and images rarely need one of their own. */
const defaultUser = 1000;

export function userOf({ user = defaultUser }: Pick<Process, 'user'>): number {
  return user;
}
