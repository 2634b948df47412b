export const graphFormats = ['svg', 'html', 'mermaid', 'dot'] as const;

export type GraphFormat = (typeof graphFormats)[number];

export interface GraphOptions {
  readonly format: GraphFormat;
  /** The file to write. @default - the standard output */
  readonly output?: string;
}
