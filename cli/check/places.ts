/** A line that a message names. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Finds the places in messages: `Gateway shop/edge (edge.yaml:12)` names line 12 of edge.yaml. */
export class Places {
  private readonly pattern: RegExp | undefined;

  /** @param files the names of all files that a message may speak of: nothing else is one */
  constructor(files: Iterable<string>) {
    // The longest first: `a/b.yaml` ends as `b.yaml` does.
    const names = [...files].sort((a, b) => b.length - a.length).map(escaped);
    this.pattern = names.length === 0 ? undefined : new RegExp(`(?<![\\w./-])(${names.join('|')}):(\\d+)`, 'g');
  }

  /** Every place that a message names, in its order. */
  in(message: string): Place[] {
    const found = this.pattern === undefined ? [] : [...message.matchAll(this.pattern)];
    return found.map(([, file = '', line]) => ({ file, line: Number(line) }));
  }

  /** The message as it stays when lines move and files get other names. */
  without(message: string): string {
    return this.pattern === undefined ? message : message.replace(this.pattern, '...');
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
