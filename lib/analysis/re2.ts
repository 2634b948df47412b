import { RE2JS, RE2JSException } from 're2js';

/**
 * Expressions of Istio and the Gateway API, which are of RE2 and at most 1024 characters long. Read by Node's own engine
 * some would mean something else, and one that is written to take forever would.
 * @see https://github.com/google/re2/wiki/Syntax
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#StringMatch
 */
const longest = 1024;

/** Whether an expression covers a whole text, as Envoy asks; one that RE2 does not take covers nothing. */
export function covers(regex: string, text: string): boolean {
  const read = readRegex(regex);
  return read instanceof RE2JS && read.testExact(text);
}

/**
 * A text with what an expression finds replaced, everywhere in it.
 * @param substitution in which `\\1` stands for the first group, as Envoy writes it
 * @returns nothing if RE2 does not take the expression
 */
export function substituted(regex: string, text: string, substitution: string): string | undefined {
  const read = readRegex(regex);
  if (!(read instanceof RE2JS)) {
    return undefined;
  }
  const found = read.matcher(text);
  let [result, end] = ['', 0];
  while (found.find()) {
    const group = (_: string, sign: string) => (sign === '\\' ? sign : (found.group(Number(sign)) ?? ''));
    result += text.slice(end, found.start()) + substitution.replace(/\\([\d\\])/g, group);
    end = found.end();
  }
  return result + text.slice(end);
}

/** Why RE2 does not take an expression, as the end of a sentence about it; nothing if it does. */
export function faultOfRegex(regex: string): string | undefined {
  if (regex === '') {
    return 'is empty';
  }
  const read = readRegex(regex);
  return typeof read === 'string' ? read : undefined;
}

const known = new Map<string, RE2JS | string>();

function readRegex(regex: string): RE2JS | string {
  const read = known.get(regex) ?? compiled(regex);
  known.set(regex, read);
  return read;
}

function compiled(regex: string): RE2JS | string {
  if (regex.length > longest) {
    return `has ${regex.length} characters, and ${longest} are allowed`;
  }
  try {
    return RE2JS.compile(regex);
  } catch (error) {
    if (!(error instanceof RE2JSException)) {
      throw error;
    }
    return `is no regular expression of RE2 (${error.message.replace('error parsing regexp: ', '')})`;
  }
}
