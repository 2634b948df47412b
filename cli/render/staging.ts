import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { replaceFile } from '../replace-file';
import { finish, journal, type Move } from './journal';

/** A folder of rendered files. */
export interface Output {
  readonly folder: string;
  /** The files in it that are ours to remove once they are no longer rendered. */
  readonly owns: RegExp;
  /** Writes every file into a folder that exists and is empty. */
  readonly render: (staging: string) => void;
}

/** Outputs that are rendered and not yet where they belong. */
export class Staging {
  private readonly moves: readonly Move[];
  /** Folders that were made for what is to be published. */
  private readonly made: string[] = [];

  /**
   * @param folder where they lie, each in a folder that is named as its output
   * @throws Error if an output can't be rendered, or could not be written: then nothing has changed
   */
  constructor(
    readonly folder: string,
    outputs: readonly Output[],
  ) {
    try {
      this.moves = outputs.map((output) => this.rendered(output));
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  /** The rendered files, where they are now. */
  get files(): string[] {
    return this.moves.flatMap(({ from, files }) => files.map((file) => join(this.folder, from, file)));
  }

  /**
   * Puts all of them where they belong. Once the journal is written it will happen: if not now, then in the next run.
   * @returns the paths of the files
   */
  publish(outputs: readonly Output[]): string[] {
    replaceFile(join(this.folder, journal), JSON.stringify(this.moves));
    finish(this.folder, this.moves);
    return outputs.flatMap(({ folder }, index) => (this.moves[index]?.files ?? []).map((file) => join(folder, file)));
  }

  /** As if nothing had been rendered. What is on its way already is left for the next run to finish. */
  discard(): void {
    if (existsSync(join(this.folder, journal))) {
      return;
    }
    rmSync(this.folder, { recursive: true, force: true });
    for (const folder of this.made.filter((one) => existsSync(one) && filesIn(one).length === 0)) {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  private rendered({ folder, owns, render }: Output): Move {
    const from = basename(folder);
    const staged = join(this.folder, from);
    mkdirSync(staged, { recursive: true });
    render(staged);
    const files = filesIn(staged);
    for (const place of new Set([folder, ...files.map((file) => dirname(join(folder, file)))])) {
      this.make(place);
    }
    expectWritable(folder, files);
    const stale = filesIn(folder).filter((file) => owns.test(file) && !files.includes(file));
    return { from, to: relative(this.folder, resolve(folder)), files, stale };
  }

  private make(folder: string): void {
    const first = mkdirSync(folder, { recursive: true });
    if (first !== undefined) {
      this.made.push(first);
    }
    accessSync(folder, constants.W_OK);
  }
}

/** So that what can't be written is known before anything is. */
function expectWritable(folder: string, files: readonly string[]): void {
  for (const file of files.map((one) => join(folder, one))) {
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
      throw Object.assign(new Error(`${file} is a folder`), { code: 'EISDIR', syscall: 'rename', path: file });
    }
  }
}

/** Paths below the folder, sorted. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .sort();
}
