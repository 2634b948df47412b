/** Options of `lab drill`. */
export interface DrillOptions {
  readonly dryRun?: boolean;
  readonly dir?: string;
  readonly json?: boolean;
  readonly yes?: boolean;
  readonly gateway?: string;
}
