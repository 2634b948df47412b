import type { Mutation } from './mutation';

/** What a check must catch, and what it must let pass. */
export interface CheckCases {
  readonly code: string;
  /** Faults made in our rendered YAML and in foreign YAML, each wherever it can be made. */
  readonly mutations?: Readonly<Record<string, Mutation>>;
  /** YAML with the fault. */
  readonly broken?: Readonly<Record<string, string>>;
  /** YAML that looks like the fault and is none. */
  readonly clean: Readonly<Record<string, string>>;
}
