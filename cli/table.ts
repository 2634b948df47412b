import Table from 'cli-table3';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { screenWidth } from './terminal';

export interface TableProps {
  readonly head: readonly string[];
  /** A cell may have several lines. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A column that is narrower reads badly: a table whose columns all have to be is written as records. */
const leastColumn = 16;
/** cli-table3 hands all rows to one call of a function, and an engine bounds how many arguments that may have. */
const mostRows = 50_000;
const gap = 2;

/**
 * Rows for people, as wide as the screen at most: a table if its columns fit, with what is longer wrapped inside its cell; else a
 * record for each row, a line for each column.
 * @param width in columns of the screen. @default - that of the screen the program prints to; without a screen any width fits
 */
export function textTable(props: TableProps, width = screenWidth(process.stdout, process.env)): string {
  const natural = props.head.map((title, column) =>
    props.rows.reduce((widest, row) => Math.max(widest, widthOf(row[column] ?? '')), widthOf(title)),
  );
  // Each column has a border and two spaces.
  const room = width - 3 * natural.length - 1;
  const least = natural.map((columns) => Math.min(columns, leastColumn));
  return sum(least) <= room && props.rows.length <= mostRows
    ? grid(props, fitted(natural, least, room))
    : records(props, width);
}

function grid({ head, rows }: TableProps, widths: readonly number[]): string {
  const cells = (row: TableProps['rows'][number]) => row.map((cell, column) => wrapped(cell, widths[column] ?? 0));
  const table = new Table({ head: cells(head), style: { head: [], border: [] } });
  for (const row of rows) {
    table.push(cells(row));
  }
  return table.toString();
}

function records({ head, rows }: TableProps, width: number): string {
  const names = Math.max(...head.map(stringWidth));
  const line = (name: string, text: string): string => `${name.padEnd(names + gap)}${text}`;
  const record = (row: TableProps['rows'][number]): string =>
    head
      .flatMap((name, column) => {
        const lines = wrapped(row[column] ?? '', Math.max(width - names - gap, leastColumn)).split('\n');
        return lines.join('') === '' ? [] : lines.map((text, index) => line(index === 0 ? name : '', text));
      })
      .join('\n');
  const rule = '─'.repeat(Math.min(width, 80));
  return [rule, ...rows.flatMap((row) => [record(row), rule])].join('\n');
}

/** The widths of columns that fit: the widest give first. */
function fitted(natural: readonly number[], least: readonly number[], room: number): readonly number[] {
  if (sum(natural) <= room) {
    return natural;
  }
  // The widest that all columns may be; what is left of the room goes to those that want more, one after the other.
  const atMost = (cap: number) => natural.map((columns, index) => Math.max(least[index] ?? 0, Math.min(columns, cap)));
  const caps = Array.from({ length: room }, (_, cap) => cap);
  const widths = atMost(caps.findLast((cap) => sum(atMost(cap)) <= room) ?? 0);
  const left = room - sum(widths);
  const wanting = widths.flatMap((columns, index) => (columns < (natural[index] ?? 0) ? [index] : []));
  const widened = new Set(wanting.slice(0, left));
  return widths.map((columns, index) => columns + (widened.has(index) ? 1 : 0));
}

function wrapped(cell: string | number, width: number): string {
  const text = String(cell);
  const parted = text.replaceAll(/\S+/g, (word) => (stringWidth(word) <= width ? word : partedName(word, width)));
  return widthOf(text) <= width ? text : wrapAnsi(parted, width, { hard: true });
}

/** A name that is too long for a line, with lines that end where a part of it does. */
function partedName(name: string, width: number): string {
  const lines = [''];
  for (const part of name.split(/(?<=[/.:,])/)) {
    const line = `${lines.pop() ?? ''}${part}`;
    lines.push(...(stringWidth(line) <= width || line === part ? [line] : [line.slice(0, -part.length), part]));
  }
  return lines.join('\n');
}

function widthOf(cell: string | number): number {
  return String(cell)
    .split('\n')
    .reduce((widest, line) => Math.max(widest, stringWidth(line)), 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
