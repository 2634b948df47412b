import { z } from 'zod';
import type { Manifest } from '../inventory/manifest';
import { safetyOf, type Safety } from './safety';
import { keyOf, type Step, stateOf, type Wave } from './step';
import { changes } from './waves';

/** Shares in percent from which a rollback has to be safe: the steps of a promotion, one of them the end of it. */
const shares = [5, 20, 50, 80, 100];

export interface RollbackProps {
  readonly manifests: readonly Manifest[];
  /** Objects that take the place of those of the same name. */
  readonly rollback: readonly Manifest[];
  readonly assumed: readonly Manifest[];
}

/** Whether a rollback is safe whichever share the canaries have: the first breach, or all states that were looked at. */
export function rollbackSafety({ manifests, rollback, assumed }: RollbackProps): Safety {
  const replaced = new Map(rollback.map((manifest) => [keyOf(manifest), manifest]));
  const end = manifests.map((manifest) => replaced.get(keyOf(manifest)) ?? manifest);
  const wave: Wave = { name: 'rollback', steps: rollback.map((manifest): Step => ({ action: 'apply', manifest })) };
  let looked: Safety = { waves: [wave], states: 0, isSampled: false };
  for (const share of shares) {
    const before = stateOf(
      end.map((manifest) => (replaced.has(keyOf(manifest)) ? shifted(manifest, share) : manifest)),
    );
    const safety = safetyOf({ waves: changes(before, [wave], stateOf(end)), before, assumed });
    looked = { ...safety, waves: [wave], states: looked.states + safety.states };
    if (safety.breach !== undefined) {
      return { ...looked, breach: { ...safety.breach, wave: `the rollback from ${share} %` } };
    }
  }
  return looked;
}

const destination = z.looseObject({ weight: z.number() });
const rule = z.looseObject({ route: z.array(z.looseObject({})).optional() });
const virtualService = z.looseObject({ spec: z.looseObject({ http: z.array(rule) }) });

/** The route in the middle of a promotion: of two destinations, the one that the rollback leaves with nothing has a share. */
function shifted(manifest: Manifest, share: number): Manifest {
  const { data } = virtualService.safeParse(manifest.content);
  if (data === undefined) {
    return manifest;
  }
  const http = data.spec.http.map(({ route = [], ...rest }) => ({ ...rest, route: weighted(route, share) }));
  return { ...manifest, content: { ...data, spec: { ...data.spec, http } } };
}

function weighted(route: readonly object[], share: number): readonly object[] {
  const { data } = z.tuple([destination, destination]).safeParse(route);
  return data?.map((one) => ({ ...one, weight: one.weight === 0 ? share : 100 - share })) ?? route;
}
