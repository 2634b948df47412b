/** What bringing up the lab consists of, in its order. */
export const stageNames = [
  'doctor',
  'render',
  'cluster',
  'platform',
  'observability',
  'images',
  'apply',
  'verify',
] as const;

export type StageName = (typeof stageNames)[number];

/** The parts of bringing up that somebody asks for. */
export interface StageChoice {
  /** Only what comes from here on. @default - the first */
  readonly from?: StageName;
  /** Nothing else. */
  readonly only?: StageName;
}

/** What of the settings decides about stages. */
export interface StageSettings {
  readonly target: 'kind' | 'existing';
  readonly addOns: boolean;
}

/** The stages to go through. On an existing cluster there is no cluster to make, and there are no nodes to copy images to. */
export function chosenStages({ from = 'doctor', only }: StageChoice, { target, addOns }: StageSettings): StageName[] {
  const wanted = only === undefined ? stageNames.slice(stageNames.indexOf(from)) : [only];
  const absent: readonly StageName[] = [
    ...(target === 'kind' ? [] : (['cluster', 'images'] as const)),
    ...(addOns ? [] : (['observability'] as const)),
  ];
  return wanted.filter((name) => !absent.includes(name));
}
