import type { Change } from './change';
import type { Scene } from './scene';
import type { Symptom } from './symptom';

/** Who says beforehand that something is wrong. */
export type Prediction =
  /** `lab check`, by these codes and no others. */
  | { readonly by: 'check'; readonly codes: readonly string[] }
  /** Nobody who reads files alone: `lab canary promote` measures it, `lab verify` asks for it. */
  | { readonly by: 'gate' | 'verify'; readonly because: string };

/** A fault that is made on purpose, seen, and undone. */
export interface Drill {
  readonly name: string;
  /** One sentence: what is done, as it happens to people. */
  readonly breaks: string;
  readonly prediction: Prediction;
  /** What is done to which objects; nothing where the lab lacks what could be broken. */
  readonly changes: (scene: Scene, certificates: Certificates) => readonly Change[];
  readonly symptom: (scene: Scene) => Symptom;
  /** What mends it, where it is not a drill. */
  readonly fix: string;
}

/** A certificate and its key, in PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Makes what only the outside has: keys are random. */
export interface Certificates {
  /** A certificate for a host, whose time is over. */
  readonly expired: (host: string) => Certificate;
}
