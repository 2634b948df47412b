import type { Level } from '../../lib/analysis/finding';

export const formatNames = ['text', 'json', 'sarif', 'junit', 'github'] as const;

export type FormatName = (typeof formatNames)[number];

export const failLevels = ['error', 'warning', 'info'] as const satisfies readonly Level[];

/** What the command line says. */
export interface CheckOptions {
  readonly dir?: string;
  readonly output: FormatName;
  readonly json?: boolean;
  /** Of this and all that follow: what the file of settings says, unless the command line does. */
  readonly failOn?: Level;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly baseline?: string;
  readonly writeBaseline?: string;
  /** A file, or false for none. @default - the nearest one above the current folder */
  readonly config?: string | boolean;
}
