/** Where a command prints to, as far as its looks depend on that. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  /** Its width in characters; a file and a pipe have none. */
  readonly columns?: number | undefined;
}

/** How wide a line may be: as the screen, or as `COLUMNS` says where there is none; else as it likes. */
export function screenWidth({ columns }: Screen, { COLUMNS = '' }: NodeJS.ProcessEnv): number {
  const asked = /^[1-9]\d{0,4}$/.test(COLUMNS) ? Number(COLUMNS) : Infinity;
  return columns ?? asked;
}

/**
 * Whether to print in colour: on a terminal, unless the environment says otherwise.
 * @see https://no-color.org and https://force-color.org
 */
export function isColoured({ isTTY }: Screen, { NO_COLOR, FORCE_COLOR }: NodeJS.ProcessEnv): boolean {
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') {
    return FORCE_COLOR !== '0';
  }
  return isTTY === true && (NO_COLOR === undefined || NO_COLOR === '');
}

const codes = { red: 31, green: 32, yellow: 33, dim: 2, bold: 1 } as const;

export type Colour = keyof typeof codes;

/** Puts a text in a colour. */
export type Paint = (colour: Colour, text: string) => string;

/** A painter for a screen; where there is no colour it changes nothing. */
export function painter(coloured: boolean): Paint {
  return (colour, text) => (coloured ? `\u001B[${codes[colour]}m${text}\u001B[0m` : text);
}

const unseen = new RegExp(
  `(\\u001B\\[(?:0|${Object.values(codes).join('|')})m)|(?![\\n\\t])[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]`,
  'gu',
);

/**
 * A text as a terminal may have it: colours and line ends are left; what moves the cursor, turns the direction of writing
 * or can't be seen is shown by its escape, `\\u001b`. JSON stays the same JSON.
 */
export function printable(text: string): string {
  return text.replace(unseen, (found: string, colour: string | undefined) => colour ?? escaped(found));
}

function escaped(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    return `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }).join('');
}
