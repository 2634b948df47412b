import * as z from 'zod';

const Panels = z.object({
  panels: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      description: z.string(),
      datasource: z.object({ type: z.string(), uid: z.string() }),
      fieldConfig: z.object({ defaults: z.object({ unit: z.string() }) }),
      targets: z.array(z.object({ expr: z.string(), legendFormat: z.string(), refId: z.string() })),
    }),
  ),
});

export type Panel = z.infer<typeof Panels>['panels'][number];

/** The panels of a dashboard as they stand in its JSON. */
export function panelsIn(dashboard: unknown): Panel[] {
  return Panels.parse(JSON.parse(JSON.stringify(dashboard))).panels;
}
