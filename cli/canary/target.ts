import { InputError } from '../../lib/input/input-error';
import type { Service } from '../../lib/model/service';
import type { Cluster } from '../cluster/cluster';
import { connectToAct } from '../cluster/cluster';
import { type Lab, readLab } from '../read/read-lab';
import { PromotionStore } from './promotion-store';

/** A service whose traffic can be shifted, and where. */
export interface Target {
  readonly lab: Lab;
  readonly service: Service;
  readonly cluster: Cluster;
  readonly store: PromotionStore;
}

/** @throws InputError if the files are wrong, or name no such service with a canary */
export async function targetOf(name: string): Promise<Target> {
  const lab = readLab(process.env);
  const service = serviceNamed(lab, name);
  const cluster = await connectToAct(lab.settings);
  return { lab, service, cluster, store: storeOf(cluster, service) };
}

export function storeOf(cluster: Cluster, { name, namespace }: Pick<Service, 'name' | 'namespace'>): PromotionStore {
  return new PromotionStore(cluster, { service: name, namespace });
}

export function serviceNamed({ mesh }: Lab, name: string): Service {
  const canaried = mesh.services.filter(({ canary }) => canary !== undefined);
  const found = canaried.find((service) => service.name === name);
  if (found === undefined) {
    const known = canaried.map((service) => service.name).join(', ');
    const rule = 'a service of the mesh that has a canary';
    throw new InputError([{ file: 'SERVICE', path: [], value: name, rule, remedy: `name one of: ${known}` }]);
  }
  return found;
}
