import { textTable } from '../../cli/table';
import { screenWidth } from '../../cli/terminal';

const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));
/** What is told, in no order: the lines of cells stand beside each other. */
const lettersOf = (text: string): string[] => Array.from(text.replaceAll(/[\s─│┌┐└┘├┤┬┴┼]/g, '')).sort();

const calls = {
  head: ['from', 'to', 'because'],
  rows: [
    ['shop/a-workload-with-a-long-name', 'shop/web:80', 'rule 0 of AuthorizationPolicy shop/callers allows it'],
    ['istio-ingress/istio-ingressgateway', 'shop/web:80', ''],
    ['shop/two\nshop/lines', 'shop/web:80', 42],
  ],
};
const content = [...calls.head, ...calls.rows.flat()].join(' ');

describe('a table', () => {
  it('is as wide as it likes where nothing bounds it', () => {
    expect(textTable(calls, Infinity)).toContain('rule 0 of AuthorizationPolicy shop/callers allows it');
  });

  it.each([100, 80, 60])('fits into %i columns, and loses nothing', (width) => {
    const text = textTable(calls, width);
    expect(text).toContain('┌');
    expect(widest(text)).toBeLessThanOrEqual(width);
    expect(lettersOf(text)).toEqual(lettersOf(content));
  });

  it.each([45, 30])('is written as records where its columns do not fit into %i', (width) => {
    const text = textTable(calls, width);
    expect(text).not.toContain('│');
    expect(widest(text)).toBeLessThanOrEqual(width);
    expect(text.match(/^from /gm)).toHaveLength(calls.rows.length);
  });

  it('takes names apart where they have parts', () => {
    expect(textTable({ head: ['from'], rows: [['istio-ingress/istio-ingressgateway']] }, 30)).toContain(
      '│ istio-ingress/       │\n│ istio-ingressgateway │',
    );
  });

  it('may have more rows than a function has arguments', () => {
    const rows = Array.from({ length: 200_000 }, () => ['shop/web']);
    expect(textTable({ head: ['from'], rows }, 80).match(/shop\/web/g)).toHaveLength(rows.length);
  });

  it('leaves out of a record what has no value', () => {
    expect(textTable(calls, 45).match(/^because /gm)).toHaveLength(2);
  });
});

describe('the width of the screen', () => {
  it.each([
    [{ columns: 72 }, {}, 72],
    [{ columns: 72 }, { COLUMNS: '100' }, 72],
    [{}, { COLUMNS: '100' }, 100],
    [{}, {}, Infinity],
    [{}, { COLUMNS: 'wide' }, Infinity],
    [{}, { COLUMNS: '0' }, Infinity],
  ])('of %j with %j is %d', (screen, environment, width) => {
    expect(screenWidth(screen, environment)).toBe(width);
  });
});
