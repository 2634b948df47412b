import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import {
  type DocumentText,
  documentsIn,
  nodesOf,
  plainValues,
  textOfLine,
} from '../../../lib/analysis/manifest/document';

const foreign = join(__dirname, '..', 'foreign');
const texts = readdirSync(foreign).map((name) => readFileSync(join(foreign, name), 'utf8'));
/** Short ones, so that what goes wrong can be read. */
const pieces = texts.flatMap((text) => text.split(/^(?=---$)/m));

/** What both readers make of each document that the quick one takes. */
function readings(text: string): { readonly quick: unknown; readonly thorough: unknown }[] {
  return documentsIn({ name: 'some.yaml', text }).flatMap((document) => {
    const quick = plainValues(document);
    return quick === undefined ? [] : [{ quick: quick.value, thorough: thoroughly(document) }];
  });
}

function thoroughly(text: DocumentText): unknown {
  const { document } = nodesOf(text);
  return document.errors[0]?.message ?? (document.contents === null ? null : document.toJS());
}

function expectSame(text: string): void {
  for (const { quick, thorough } of readings(text)) {
    expect(quick).toEqual(thorough);
  }
}

const scalars = [
  '1',
  '-1',
  '+1',
  '0',
  '-0',
  '007',
  '0o17',
  '0x1F',
  '1_000',
  '1e3',
  '.5',
  '5.',
  '.inf',
  '-.INF',
  '.nan',
  '0b1',
  '12e03',
  '1.',
  '190:20:30',
  'yes',
  'no',
  'on',
  'off',
  'y',
  'N',
  'On',
  'yEs',
  'OFF',
  '8_080',
  '-1_0',
  '1__0',
  '0_1',
  '_1',
  'true',
  'True',
  'TRUE',
  'tRUE',
  'null',
  'Null',
  '~',
  'NULL',
  '2001-12-14',
  '=',
  '<<',
  '123456789012345678901234567890',
  '"a\\tb"',
  "'it''s'",
  '|\n  a\n  b',
  '>-\n  a\n  b',
  '[a, 1, {b: ~}]',
  '{a: [1]}',
  'a: b',
  '!x a',
  '!!str 1',
  '!!binary aGk=',
  '- a',
  '@a',
  '`a',
  '%a',
  '"\\x41"',
  '"\\/"',
  'a#b',
  'a #b',
  '*a',
  '&a 1',
  '"a\n  b"',
  'a\n  b',
  '? a',
  '--- a',
  '... a',
];

describe('documents of a file', () => {
  it.each(scalars)('mean the same to the quick reader and to the thorough one: %j', (scalar) => {
    expectSame(`key: ${scalar}\n`);
    expectSame(`- ${scalar}\n`);
    expectSame(`? ${scalar}\n: value\n`);
  });

  it.each<readonly [string, unknown]>([
    ['yes', true],
    ['On', true],
    ['y', true],
    ['OFF', false],
    ['n', false],
    ['yEs', 'yEs'],
    ['8_080', 8080],
    ['0777', 511],
    ['0o17', 15],
    ['0x1_F', 31],
    ['-0b11', -3],
    ['08', 8],
    ['1_0.5', 10.5],
    ['+.5', 0.5],
    ['.5_0', '.5_0'],
    ['_1', '_1'],
    ['190:20:30', '190:20:30'],
    ['2026-11-27', '2026-11-27'],
    ['1e3', 1000],
    ['~', null],
    ['"yes"', 'yes'],
    ["'0777'", '0777'],
  ])('have values as kubectl types them: %s', (scalar, value) => {
    expect(readings(`key: ${scalar}\n`)).toEqual([{ quick: { key: value }, thorough: { key: value } }]);
  });

  it('are read quickly where nothing is unusual', () => {
    const slow = texts.flatMap((text) => documentsIn({ name: 'some.yaml', text })).filter((one) => !plainValues(one));
    expect(slow).toEqual([]);
  });

  it('mean the same, whatever values they have', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.boolean(), (values, flow) => {
        const text = values.map((value) => stringify(value, { collectionStyle: flow ? 'flow' : 'any' })).join('---\n');
        expectSame(text);
      }),
      { numRuns: 300 },
    );
  });

  it('mean the same where somebody has damaged them', () => {
    const damage = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(3),
      put: fc.constantFrom(
        '',
        ' ',
        '\n',
        ':',
        '- ',
        '"',
        "'",
        '{',
        ']',
        '#',
        '&a ',
        '*a',
        '!',
        '|',
        '\t',
        '---\n',
        '%',
        ',',
        '<<: ',
      ),
    });
    fc.assert(
      fc.property(fc.constantFrom(...pieces), fc.array(damage, { minLength: 1, maxLength: 3 }), (text, damages) => {
        expectSame(
          damages.reduce((whole, { at, cut, put }) => {
            const index = Math.floor(at * whole.length);
            return whole.slice(0, index) + put + whole.slice(index + cut);
          }, text),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('have the lines of the file', () => {
    const text = '# first\nkind: A\n---\n\nkind: B\n...\n# between\n---\nkind: C\n';
    const documents = documentsIn({ name: 'some.yaml', text });
    expect(documents.map(({ firstLine }) => firstLine)).toEqual([1, 3, 6, 8]);
    expect(documents.map((document) => textOfLine(document, document.firstLine))).toEqual([
      '# first',
      '---',
      '',
      '---',
    ]);
  });
});
