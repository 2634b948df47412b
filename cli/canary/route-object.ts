import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import type { Split } from '../../lib/model/traffic';
import type { Service } from '../../lib/model/service';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/cluster-error';
import { type KubeObject, kubeObject, nameOf, type ObjectName } from '../cluster/kube-object';
import { objectIn } from '../cluster/objects';
import type { Conflict } from '../cluster/verdict';
import type { Lab } from '../read/read-lab';

/** The route of a service in the cluster. */
export function routeName({ name, namespace }: Pick<Service, 'name' | 'namespace'>): ObjectName {
  return { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: `${name}-vs`, namespace } };
}

/** The route of a service as the synth renders it for a split: the YAML, */
export async function routeText({ mesh }: Pick<Lab, 'mesh'>, service: Service, split: Split): Promise<string> {
  const { routeManifest, withSplit } = await import('../../stacks/routes');
  return routeManifest(withSplit(mesh, service.name, split), service);
}

/** and the object. */
export async function renderedRoute(lab: Pick<Lab, 'mesh'>, service: Service, split: Split): Promise<KubeObject> {
  return kubeObject.parse(parse(await routeText(lab, service, split)));
}

/** Somebody else wrote the fields that the lab is about to write. */
export class RouteConflict extends ClusterError {
  constructor(
    readonly route: KubeObject,
    readonly conflicts: readonly Conflict[],
  ) {
    super(
      `${nameOf(route)} was changed by somebody else: ${conflictText(conflicts)}`,
      'look at what they did (`lab canary status`); --take-over writes over it, and `lab canary rollback` always does',
    );
  }
}

function conflictText(conflicts: readonly Conflict[]): string {
  const managers = [...new Set(conflicts.map(({ manager }) => manager))];
  return managers
    .map((manager) => {
      const fields = conflicts.filter((one) => one.manager === manager).map(({ field }) => field);
      return `${manager} holds ${fields.join(', ')}`;
    })
    .join('; ');
}

export interface WriteRouteProps {
  readonly wanted: KubeObject;
  /** What the cluster has, as it was read before anything was decided. */
  readonly live: KubeObject | undefined;
  /** What it should have, as far as the lab knows. */
  readonly expected: KubeObject;
  /** Whether to write over what somebody else wrote. */
  readonly takesOver: boolean;
  readonly dryRun?: boolean;
}

/**
 * Writes a route. Fields that somebody else owns without having changed them are taken over without a word: whoever applied
 * the files of the lab by other means owns them too. What somebody changed is a conflict. Refused if anybody wrote since
 * `live` was read.
 * @returns who lost which fields
 * @throws RouteConflict
 */
export async function writeRoute({ objects }: Cluster, props: WriteRouteProps): Promise<readonly Conflict[]> {
  const { wanted, live, expected, takesOver, dryRun = false } = props;
  const route = live === undefined ? wanted : atVersionOf(live, wanted);
  const first = await objects.apply(route, { dryRun });
  if (first.conflicts.length === 0) {
    objectIn(first, wanted);
    return [];
  }
  const isUntouched = live !== undefined && isDeepStrictEqual(live['spec'], expected['spec']);
  if (!isUntouched && !takesOver) {
    throw new RouteConflict(wanted, first.conflicts);
  }
  objectIn(await objects.apply(route, { force: true, dryRun }), wanted);
  return isUntouched ? [] : first.conflicts;
}

function atVersionOf(live: KubeObject, wanted: KubeObject): KubeObject {
  const { resourceVersion } = live.metadata;
  return { ...wanted, metadata: { ...wanted.metadata, resourceVersion } };
}
