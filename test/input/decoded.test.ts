import fc from 'fast-check';
import { decoded } from '../../lib/input/decoded';
import { InputError } from '../../lib/input/input-error';

/** What is told of bytes that are no text. */
function told(bytes: Buffer): string {
  const found = decoded('a.yaml', bytes);
  return 'rule' in found ? new InputError([found]).message : '';
}

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe('the bytes of a file', () => {
  it('are its text, whatever characters it has', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((text) => !/\0|^\uFEFF/.test(text)),
        (text) => {
          expect(decoded('a.yaml', Buffer.from(text))).toEqual({ name: 'a.yaml', text });
          expect(decoded('a.yaml', utf16(text))).toEqual({ name: 'a.yaml', text });
          expect(decoded('a.yaml', utf16(text).swap16())).toEqual({ name: 'a.yaml', text });
        },
      ),
    );
  });

  it('may begin with the mark of UTF-8, which is no part of the text', () => {
    expect(decoded('a.yaml', Buffer.from('\uFEFFkind: A'))).toEqual({ name: 'a.yaml', text: 'kind: A' });
  });

  it.each([
    ['in a word', 'title: caf\xe9\n', 1, 'e9 0a', 11],
    ['in a later line', 'a: 1\nb: ü\nc: \xff\xfe?\n'.replace('ü', '\xc3\xbc'), 3, 'ff fe 3f 0a', 15],
    ['at the end, begun only', 'a: 1\nb: \xe2\x82', 2, 'e2 82', 9],
    ['at the start', '\x80', 1, '80', 1],
    ['an overlong zero', 'a: \xc0\x80', 1, 'c0 80', 4],
    ['half of a pair', 'a: \xed\xa0\x80', 1, 'ed a0 80', 4],
  ])('that are no UTF-8 %s are a problem with their line and place', (_, bytes, line, value, place) => {
    const [first = '', rule, remedy] = told(Buffer.from(bytes, 'latin1')).split('\n');
    expect(first).toBe(`a.yaml:${line}: "${value}"`);
    expect(rule).toContain(`the bytes ${value}, from byte ${place} on`);
    expect(remedy).toContain('iconv');
  });

  it('are searched for the first that is no character wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const start = Buffer.from(before.replace(/^\uFEFF/, ''));
        const bytes = Buffer.concat([start, Buffer.from([0xff]), Buffer.from(after)]);
        expect(told(bytes)).toContain(`from byte ${start.length + 1} on`);
      }),
    );
  });

  it('of UTF-16 that end within a character are a problem', () => {
    expect(decoded('a.yaml', utf16('a').subarray(0, 3))).toMatchObject({ line: 1, remedy: 'save the file as UTF-8' });
  });

  it('of UTF-16 without a mark, and of programs, are a problem with the line of the first zero', () => {
    expect(decoded('a.yaml', utf16('kind: A').subarray(2))).toMatchObject({ line: 1, value: '00' });
    expect(decoded('a.yaml', Buffer.from('a\nb\0'))).toMatchObject({ line: 2, value: '00' });
  });
});
