import type { Mutation } from './mutation';

/** What a check must catch, and what it must let pass. */
export interface CheckCases {
  readonly code: string;
  /** Faults made in our rendered YAML and in foreign YAML, each wherever it can be made. */
  readonly mutations?: Readonly<Record<string, Mutation>>;
  /** YAML with the fault, by what is wrong with it; one at least. */
  readonly broken: Readonly<Record<string, string>>;
  /** YAML that looks like the fault and is none, by why it is none; one at least. */
  readonly clean: Readonly<Record<string, string>>;
  /** Names of the cases that the page of the check shows. @default - the first of each */
  readonly example?: { readonly broken?: string; readonly clean?: string };
}
