/** What JavaScript has and RE2 has not. Classes are cut out before, and escapes of anything but digits. */
const unknownToRe2: readonly (readonly [syntax: RegExp, does: string])[] = [
  [/\(\?(=|!|<=|<!)/, 'looks ahead or behind'],
  [/\\[1-9](?![0-7])|\\k</, 'refers back to a group'],
  [/([*+?]|\{\d+(,\d*)?\})\+/, 'repeats possessively'],
  [/\(\?>/, 'has an atomic group'],
];

/** What RE2 has and JavaScript has not, and something that is as good for finding faults. */
const unknownToJavaScript: readonly (readonly [syntax: RegExp, same: string])[] = [
  [/\\Q.*?(\\E|$)/gs, 'q'],
  [/\[:\^?[a-z]+:\]/g, 'a'],
  [/\[(\^?)\]/g, '[$1\\]'],
  [/\(\?P</g, '(?<'],
  [/\(\?[imsU]*(-[imsU]+)?:/g, '(?:'],
  [/\(\?[imsU]*(-[imsU]+)?\)/g, ''],
  [/\\[AzC]/g, ''],
];

/**
 * Why RE2 does not take a regular expression; nothing if it does. Istio and Envoy take RE2 alone,
 * at most 1024 characters of it.
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function faultOfRegex(regex: string): string | undefined {
  if (regex === '') {
    return 'is empty';
  }
  if (regex.length > 1024) {
    return `has ${regex.length} characters, and 1024 are allowed`;
  }
  const bare = regex
    .replace(/\\Q.*?(\\E|$)/gs, '')
    .replace(/\\[^1-9k]/g, 'e')
    .replace(/\[(\\.|[^\]\\])*\]/g, 'c');
  const unknown = unknownToRe2.find(([syntax]) => syntax.test(bare));
  return unknown === undefined ? faultOfSyntax(regex) : `${unknown[1]}, which RE2 can't`;
}

function faultOfSyntax(regex: string): string | undefined {
  const same = unknownToJavaScript.reduce((text, [syntax, other]) => text.replace(syntax, other), regex);
  try {
    new RegExp(same);
    return undefined;
  } catch (error) {
    return `is no regular expression (${String(error).split(': ').at(-1) ?? ''})`;
  }
}
