import * as z from 'zod';
import { keyOf, type Manifest } from '../manifest/manifest';
import type { PlanProps } from './questions';
import { safetyOf, type Safety } from './safety';
import { type Step, stateOf, type Wave } from './step';
import { changes } from './waves';

/** Shares in percent from which a rollback has to be safe: the steps of a promotion, one of them the end of it. */
const shares = [5, 20, 50, 80, 100];

export interface RollbackProps {
  readonly manifests: readonly Manifest[];
  /** Objects that take the place of those of the same name. */
  readonly rollback: readonly Manifest[];
  readonly assumed: readonly Manifest[];
  readonly onProgress?: PlanProps['onProgress'];
}

/** Whether a rollback is safe whichever share the canaries have: the first breach, or all states that were looked at. */
export function rollbackSafety({ manifests, rollback, assumed, onProgress }: RollbackProps): Safety {
  const replaced = new Map(rollback.map((manifest) => [keyOf(manifest), manifest]));
  const end = manifests.map((manifest) => replaced.get(keyOf(manifest)) ?? manifest);
  const wave: Wave = { name: 'rollback', steps: rollback.map((manifest): Step => ({ action: 'apply', manifest })) };
  let looked: Safety = { waves: [wave], questions: 0, states: 0, isSampled: false };
  for (const share of shares) {
    const before = stateOf(
      manifests.map((manifest) => {
        const after = replaced.get(keyOf(manifest));
        return after === undefined ? manifest : shifted(manifest, after, share);
      }),
    );
    const safety = safetyOf({ waves: changes(before, [wave], stateOf(end)), before, assumed, onProgress });
    looked = { ...safety, waves: [wave], states: looked.states + safety.states };
    if (safety.breach !== undefined) {
      return { ...looked, breach: { ...safety.breach, wave: `the rollback from ${share} %` } };
    }
  }
  return looked;
}

const rule = z.looseObject({
  route: z.array(z.looseObject({ destination: z.unknown(), weight: z.number().optional() })).default([]),
});
const virtualService = z.looseObject({ spec: z.looseObject({ http: z.array(rule) }) });

/** The route in the middle of a promotion: of two destinations, the one that the rollback leaves with nothing has a share. */
function shifted(manifest: Manifest, rollback: Manifest, share: number): Manifest {
  const { data } = virtualService.safeParse(manifest.content);
  const left = new Set(
    rulesOf(rollback).flatMap(({ route }) => route.filter(({ weight }) => weight === 0).map(destinationOf)),
  );
  if (data === undefined) {
    return manifest;
  }
  const http = data.spec.http.map((one) => ({
    ...one,
    route:
      one.route.length === 2
        ? one.route.map((to) => ({ ...to, weight: left.has(destinationOf(to)) ? share : 100 - share }))
        : one.route,
  }));
  return { ...manifest, content: { ...data, spec: { ...data.spec, http } } };
}

function rulesOf({ content }: Manifest) {
  return virtualService.safeParse(content).data?.spec.http ?? [];
}

function destinationOf({ destination }: { readonly destination?: unknown }): string {
  return JSON.stringify(destination);
}
