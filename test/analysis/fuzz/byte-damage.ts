import fc from 'fast-check';

/** Something done to the bytes at a place: from 0, the beginning, to 1, the end. */
interface ByteDamage {
  readonly at: number;
  readonly length: number;
  readonly kind: 'remove' | 'replace' | 'insert' | 'repeat' | 'move' | 'value' | 'line';
  readonly bytes: string;
  readonly to: number;
}

export const byteDamage: fc.Arbitrary<ByteDamage> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
  // Most of what is done to bytes leaves no YAML; what is done to a line leaves YAML that says something else.
  kind: fc.oneof(
    fc.constantFrom('remove', 'replace', 'insert', 'repeat', 'move'),
    fc.constantFrom('value', 'value', 'line'),
  ),
  bytes: fc.oneof(
    fc.constantFrom(
      '-',
      ':',
      '*',
      '&a ',
      '[',
      ']',
      '{',
      '}',
      '"',
      '\n',
      '\t',
      '---\n',
      '<<: *a\n',
      '0x',
      '1e999',
      '~',
      '!!binary ',
      '|',
      '%',
    ),
    fc.uint8Array({ minLength: 1, maxLength: 6 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    fc.constantFrom('null', 'true', '-1', '[]', '{}', "''", 'kind', 'List', '(', '.*+?', '999999999999999999999'),
  ),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
});

export function withByteDamage(text: string, { at, length, kind, bytes, to }: ByteDamage): string {
  const place = Math.floor(at * text.length);
  const [before, taken, after] = [text.slice(0, place), text.slice(place, place + length), text.slice(place + length)];
  switch (kind) {
    case 'remove':
      return before + after;
    case 'replace':
      return before + bytes + after;
    case 'insert':
      return before + bytes + taken + after;
    case 'repeat':
      return before + taken.repeat(3) + after;
    case 'value':
      return onLine(text, place, (line) => line.replace(/(: |- ).*/, `$1${bytes}`));
    case 'line':
      return onLine(text, place, () => '');
    case 'move': {
      const rest = before + after;
      const target = Math.floor(to * rest.length);
      return rest.slice(0, target) + taken + rest.slice(target);
    }
  }
}

/** The line at a place is another one. */
function onLine(text: string, place: number, change: (line: string) => string): string {
  const start = text.lastIndexOf('\n', place - 1) + 1;
  const end = `${text}\n`.indexOf('\n', place);
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
}
