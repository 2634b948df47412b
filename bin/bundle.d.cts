import type { BuildResult } from 'esbuild';

/** What is to be written of some programs, by name; anybody's that use our code. */
export declare function built(entryPoints: Readonly<Record<string, string>>): BuildResult<{ write: false }>;
