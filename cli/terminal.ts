/** Where a command prints to, as far as its looks depend on that. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
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
