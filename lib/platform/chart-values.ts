/** Values of a Helm chart. */
export type ChartValues = Readonly<Record<string, unknown>>;
