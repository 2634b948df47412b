/**
 * The objects of JSON that stand one after another in a text, as `kubectl` and `jq` write and read them; the text as it is if
 * it is anything else, or a single object.
 * @see https://github.com/kubernetes/apimachinery/blob/v0.34.4/pkg/util/yaml/decoder.go YAMLOrJSONDecoder
 */
export function jsonTexts(text: string): string[] {
  const mayBeSeveral = /^\s*\{/.test(text) && /\}\s*\{/.test(text);
  const ends = mayBeSeveral ? endsOfObjects(text) : [];
  const starts = [0, ...ends.filter((end) => text.slice(end).trimStart().startsWith('{'))];
  const texts = starts.map((start, number) => text.slice(start, starts[number + 1]));
  return texts.length > 1 && texts.every(isJson) ? texts : [text];
}

/** Behind each brace that closes what no other is around. */
function endsOfObjects(text: string): number[] {
  const ends: number[] = [];
  let depth = 0;
  // A string that nobody ends goes on to the end of the text, so that it is looked through once.
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}]/gs)) {
    depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
    if (depth === 0 && sign === '}') {
      ends.push(index + 1);
    }
  }
  return ends;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
