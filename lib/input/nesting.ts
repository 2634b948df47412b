import {
  Composer,
  type CST,
  type Document,
  type DocumentOptions,
  Lexer,
  type LineCounter,
  Parser,
  type ParseOptions,
  type SchemaOptions,
} from 'yaml';

/**
 * The most levels of values in values. Nobody writes half as many, and each takes a share of the stack of all that reads
 * them: composing YAML of a little more than a thousand ends the process.
 */
const deepest = 200;

/** What is told of values that nest deeper. */
export const nesting = {
  rule: `values are nested at most ${deepest} levels deep`,
  remedy: 'leave out what nests so deep: it looks like the work of a program that went astray',
} as const;

/** The documents of a YAML text. */
export interface Documents {
  readonly documents: Document.Parsed[];
  /** Where one nests too deep, as offsets in characters; that document is there, and empty. */
  readonly tooDeep: readonly number[];
}

/**
 * Reads a text as YAML, an empty one as one empty document, without following what nests too deep.
 * @param lines gets the places of the lines
 */
export function documentsIn(
  text: string,
  lines: LineCounter,
  options: ParseOptions & DocumentOptions & SchemaOptions,
): Documents {
  const tooDeep: number[] = [];
  const starts = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
  [0, ...starts].forEach(lines.addNewLine);
  return { documents: [...new Composer(options).compose(tokensIn(text, tooDeep), true, text.length)], tooDeep };
}

/** Whether values, none of which holds itself, are nested too deep: aliases can do that in a flat text. */
export function nestsTooDeep(value: unknown): boolean {
  // Level by level, so that depth costs no stack.
  let level = [value].filter(isNested);
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    level = level.flatMap((one) => Object.values(one).filter(isNested));
  }
  return level.length > 0;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** What the lexer says before the text of a scalar. */
const scalarFollows = '\u001F';

/** The tokens of a text. What follows in a document that nests too deep is left out, up to the next one. */
function* tokensIn(text: string, tooDeep: number[]): Generator<CST.Token> {
  let parser = new Parser();
  let isLost = false;
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (isLost && before !== scalarFollows && (lexeme === '---' || lexeme === '...')) {
      parser = parserFrom(parser.offset);
      isLost = false;
    }
    if (isLost) {
      parser.offset += isControl(lexeme) ? 0 : lexeme.length;
    } else {
      yield* parser.next(lexeme);
      isLost = isTooDeep(parser);
      if (isLost) {
        tooDeep.push(parser.offset);
        yield* emptied(parser);
      }
    }
    before = lexeme;
  }
  yield* isLost ? [] : parser.end();
}

function parserFrom(offset: number): Parser {
  const parser = new Parser();
  parser.offset = offset;
  return parser;
}

/** What the lexer says of its own, and is not in the text. */
function isControl(lexeme: string): boolean {
  return lexeme === '\u0002' || lexeme === '\u0018' || lexeme === scalarFollows;
}

function isTooDeep({ stack }: Parser): boolean {
  return stack.length > deepest && stack.filter(({ type }) => collections.has(type)).length > deepest;
}

const collections: ReadonlySet<string> = new Set(['block-map', 'block-seq', 'flow-collection']);

function emptied({ stack }: Parser): CST.Token[] {
  return stack.slice(0, 1).map((token) => {
    if (token.type === 'document') {
      delete token.value;
    }
    return token;
  });
}
