import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { isNativeError } from 'node:util/types';
import { LineCounter, parse, parseDocument } from 'yaml';
import { InputError } from '../../lib/input/input-error';
import { nearestOffset } from '../../lib/input/offset';
import { readBytes } from '../read/read-bytes';

/** Which cluster is meant: a kubeconfig file and a context in it. */
export interface ClusterName {
  /** Relative to the current folder; `~/` is the home folder. */
  readonly kubeconfig: string;
  readonly context: string;
}

/** A field of a kubeconfig. */
export interface Place {
  /** As readers know it: `users`, `admin`, `client-key`. */
  readonly shown: readonly string[];
  /** As it stands in the file: `users`, 0, `user`, `client-key`. */
  readonly path: readonly (string | number)[];
}

/** What to do about nearly everything that is wrong with a kubeconfig. */
const mend = 'mend the file, or name another in cluster.kubeconfig of the settings';

/** A kubeconfig, which knows the lines of its fields. Holds secrets: never to be printed. */
export class KubeconfigFile {
  /** Absolute. */
  readonly file: string;
  readonly content: unknown;
  private readonly text: string;

  /** @throws InputError if the file is not there, or is not YAML */
  constructor(readonly name: ClusterName) {
    this.file = resolve(name.kubeconfig.replace(/^~(?=\/)/, homedir()));
    this.text = this.read();
    try {
      this.content = parse(this.text) ?? {};
    } catch {
      // What the parser says quotes the text, which holds keys.
      throw new InputError([
        { file: name.kubeconfig, path: [], value: undefined, rule: 'the kubeconfig is YAML', remedy: mend },
      ]);
    }
  }

  /** @param value never one that may be a secret */
  problem({ shown, path }: Place, value: string | undefined, rule: string, remedy = mend): InputError {
    return new InputError([{ file: this.name.kubeconfig, ...this.lineOf(path), path: shown, value, rule, remedy }]);
  }

  private lineOf(path: Place['path']): { line?: number } {
    const lines = new LineCounter();
    const offset = nearestOffset(path, parseDocument(this.text, { lineCounter: lines }));
    return offset === undefined ? {} : { line: lines.linePos(offset).line };
  }

  private read(): string {
    try {
      return readBytes(this.file).toString('utf8');
    } catch (error) {
      if (error instanceof InputError) {
        throw error;
      }
      // The message of the error would name the file once more.
      const cause = isNativeError(error) && 'code' in error ? String(error.code) : 'unreadable';
      const value = cause === 'ENOENT' ? undefined : cause;
      const remedy =
        'kind: `lab up` makes the cluster, and the file; else name the file in cluster.kubeconfig of the settings';
      throw new InputError([
        { file: this.name.kubeconfig, path: [], value, rule: 'the kubeconfig can be read', remedy },
      ]);
    }
  }
}
