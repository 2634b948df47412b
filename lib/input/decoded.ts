import { InputError } from './input-error';
import type { LocatedProblem, SourceFile } from './source';

/** The byte order marks that kubectl goes by; without one a file is UTF-8. */
const marks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
] as const;

const lineFeed = 0x0a;

/** Bytes: more characters are in no text of the engine. @see https://nodejs.org/api/buffer.html#bufferconstantsmax_string_length */
const longest = 2 ** 29 - 24;

/** @throws InputError if a file is too long to be read as a text */
export function checkLength(file: string, bytes: number): void {
  if (bytes > longest) {
    const rule = `a file has at most ${longest} bytes`;
    throw new InputError([{ file, path: [], value: bytes, rule, remedy: 'split it, and name the parts' }]);
  }
}

/**
 * What the bytes of a file say: UTF-8, or UTF-16 if it begins with the byte order mark of that. The mark is no part of the
 * text.
 * @returns the text, or the problem that it is none; nothing is replaced by U+FFFD, because the analysis of a text that
 * nobody wrote is worth nothing
 * @see https://github.com/kubernetes/cli-runtime/blob/v0.34.0/pkg/resource/visitor.go FileVisitor, `unicode.BOMOverride`
 */
export function decoded(name: string, bytes: Uint8Array): SourceFile | LocatedProblem {
  const mark = marks.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  const encoding = mark?.encoding ?? 'utf-8';
  const text = textOf(bytes, encoding);
  if (text === undefined) {
    return encoding === 'utf-8' ? noUtf8(name, bytes) : noUtf16(name);
  }
  return text.includes('\0') ? withZero(name, text) : { name, text };
}

function textOf(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function noUtf8(file: string, bytes: Uint8Array): LocatedProblem {
  const offset = validLength(bytes);
  const line = bytes.subarray(0, offset).filter((byte) => byte === lineFeed).length + 1;
  const found = [...bytes.subarray(offset, offset + 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const rule = `the file is UTF-8: the bytes ${found}, from byte ${offset + 1} on, are no character of it`;
  const remedy = 'save the file as UTF-8, for example with `iconv -f ISO-8859-1 -t UTF-8`';
  return { file, line, path: [], value: found, rule, remedy };
}

/** How many bytes from the start on are whole characters. Each half is decoded once: a search bite by bite reads all of it again. */
function validLength(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isStart(bytes.subarray(0, middle))) {
      good = middle;
    } else {
      bad = middle;
    }
  }
  return good - unfinished(bytes.subarray(0, good));
}

/** Whether bytes are characters, of which the last may go on. */
function isStart(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** How many bytes at the end begin a character and do not end it. */
function unfinished(bytes: Uint8Array): number {
  const lengths = [0, 1, 2, 3].filter((length) => length <= bytes.length);
  return lengths.find((length) => textOf(bytes.subarray(0, bytes.length - length), 'utf-8') !== undefined) ?? 0;
}

function noUtf16(file: string): LocatedProblem {
  const rule = 'the file is UTF-16, as its byte order mark says: half a character stands alone in it';
  return { file, line: 1, path: [], value: 'ff fe or fe ff', rule, remedy: 'save the file as UTF-8' };
}

/** UTF-16 without its mark has one in every other byte. */
function withZero(file: string, text: string): LocatedProblem {
  const line = text.slice(0, text.indexOf('\0')).split('\n').length;
  const rule = 'the file is a text: no byte of it is zero';
  const remedy =
    'save the file as UTF-8, for example with `iconv -f UTF-16LE -t UTF-8`; a program or an archive is no input';
  return { file, line, path: [], value: '00', rule, remedy };
}
