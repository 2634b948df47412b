/**
 * What became of looking at one thing that the lab needs: `ok`, a `note` (it may work all the same, or can't be known
 * beforehand), or a `problem` that would stop `lab up`.
 */
export type Outcome = 'ok' | 'note' | 'problem';

/** One thing that was looked at. */
export interface Examination {
  /** What it belongs to: `docker`, `terraform`, ... */
  readonly group: string;
  /** What holds if all is well: `Docker answers`. */
  readonly title: string;
  readonly outcome: Outcome;
  /** What was found. */
  readonly found: string;
  /** What to do about it. @default - nothing needs to be done */
  readonly remedy?: string;
  /** Where to read on: a file of the project and a heading. */
  readonly link?: string;
}

export const links = {
  needs: 'README.md#bring-up-a-real-cluster',
  symptoms: 'README.md#known-issues-by-symptom',
  settings: 'README.md#settings',
  image: 'README.md#change-an-image',
} as const;

/** Examinations of one group, each by what was found. */
export function examiner(group: string) {
  return {
    ok: (title: string, found: string): Examination => ({ group, title, outcome: 'ok', found }),
    note: (title: string, found: string, remedy: string, link: string): Examination => {
      return { group, title, outcome: 'note', found, remedy, link };
    },
    problem: (title: string, found: string, remedy: string, link: string): Examination => {
      return { group, title, outcome: 'problem', found, remedy, link };
    },
  };
}
