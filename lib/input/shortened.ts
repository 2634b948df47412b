/**
 * A text that a reader is shown, or its beginning: a document may be one value, which its writer knows and nobody wants to
 * read again.
 * @param most characters
 */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}... (${text.length} characters)`;
}
