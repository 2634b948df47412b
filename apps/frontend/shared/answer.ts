/** What to do with a product, as the backend says it. */
export interface Result {
  readonly digit: number;
  /** How sure the model is, 0 to 1. */
  readonly confidence: number;
  readonly model: string;
  /** As printed below the triangle: `PET`. */
  readonly material: string;
  readonly plastic: string;
  readonly action: 'reuse' | 'recycle' | 'resell';
  readonly text: string;
}

/** What every tier says: who gave the answer, its status, and below it the answers that it rests on, by their address. */
export interface Answer {
  /** The release; absent where a proxy answered in its place, or nobody did. */
  readonly name?: string;
  readonly code: number;
  readonly error?: string;
  readonly result?: Result;
  readonly upstream_calls?: Readonly<Record<string, Answer>>;
}

/** What a page shows of an answer. */
export interface Shown {
  readonly result?: Result;
  readonly error?: string;
  readonly path: readonly string[];
}

/** The releases that made an answer, the one nearest to the user first. */
export function pathOf({ name, upstream_calls: calls = {} }: Answer): string[] {
  return [...(name === undefined ? [] : [name]), ...Object.values(calls).flatMap(pathOf)];
}

export function shownOf(answer: Answer): Shown {
  const { result, error } = answer;
  return { path: pathOf(answer), ...(result && { result }), ...(error !== undefined && { error }) };
}
