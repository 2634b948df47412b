import ts from 'typescript';

/** Some words of a source that end up in what checks say. */
export interface Words {
  readonly line: number;
  readonly text: string;
}

/**
 * A source with a mark at the end of each of its texts of several words: of literals, and of the parts of templates.
 * @param markOf makes the mark of some words
 */
export function marked(source: string, markOf: (words: Words) => string): string {
  const file = ts.createSourceFile('check.ts', source, ts.ScriptTarget.Latest, true);
  const places: { readonly end: number; readonly mark: string }[] = [];
  const visit = (node: ts.Node): void => {
    const end = endOfText(node);
    const text = source.slice(node.getStart() + 1, end);
    if (end !== undefined && /[a-z]{2}/.test(text) && text.includes(' ')) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      places.push({ end, mark: markOf({ line, text }) });
    }
    node.forEachChild(visit);
  };
  visit(file);
  return places.reduceRight((text, { end, mark }) => text.slice(0, end) + mark + text.slice(end), source);
}

/** Where the text of a literal, or of a part of a template, ends. */
function endOfText(node: ts.Node): number | undefined {
  if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node)) {
    return node.end - '${'.length;
  }
  const isWhole = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateTail(node);
  return isWhole ? node.end - 1 : undefined;
}
