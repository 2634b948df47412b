import type { Failure, Target } from './destination';
import { noRetries, type Retries } from './retries';
import type { PlacedRule } from './rule-fields';
import type { SentRequest } from './sent-request';

/** A place that requests, or copies of them, may go to. */
export interface Recipient extends Target {
  /** Of all requests that take this rule, from 0 to 1. */
  readonly share: number;
}

/** One of the places a request may go to. */
export interface Branch extends Recipient {
  /** As it gets there. */
  readonly sent: SentRequest;
}

/** Where a request is led, and why; whether it is let in there is not for routing to say. */
export interface Routing {
  /** The rule that decided; none where a proxy has no rules for the host. */
  readonly rule?: PlacedRule | undefined;
  readonly branches: readonly Branch[];
  /** Copies go here, and their answers are dropped; a share is that of the requests that are copied. */
  readonly mirrors: readonly Recipient[];
  /** What is answered without asking anybody: a redirect, a fixed answer, an error. */
  readonly direct?: Failure | undefined;
  /** As written; without one a request waits for as long as it takes. */
  readonly timeout?: string | undefined;
  readonly retries: Retries;
  /** What was decided, step by step. */
  readonly reasons: readonly string[];
  /** @default - no gateway has taken it */
  readonly entrance?: Entrance;
}

/** Where a gateway takes a request from outside. */
export interface Entrance {
  /** Of its pods. */
  readonly port: number;
  /** Whether it looks into requests there, and does not only pass bytes on. */
  readonly isHttp: boolean;
}

/** What becomes of a request that is answered before anybody looks for a rule. */
export function refusedBy(direct: Failure): Routing {
  return { branches: [], mirrors: [], direct, retries: noRetries, reasons: [direct.reason] };
}
