import { setTimeout as sleep } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';
import * as z from 'zod';
import { type KubeObject, kubeObject, nameOf } from '../../../cli/cluster/kube-object';
import type { ApiClient } from '../api/api-client';
import { podsOf, type RunningPod, slicesOf } from './derived';

/** A mesh as a cluster has it. */
export interface LoadedMesh {
  readonly objects: readonly KubeObject[];
  readonly pods: readonly RunningPod[];
  /** By the full name of their Service. */
  readonly addresses: ReadonlyMap<string, string>;
}

const WithAddress = z.looseObject({ spec: z.looseObject({ clusterIP: z.string().optional() }) });

/** An API server without controllers and nodes, in which one mesh takes the place of another. */
export class MeshCluster {
  private loaded: readonly KubeObject[] = [];
  private generation = 0;

  constructor(private readonly client: ApiClient) {}

  /** The objects of a mesh, and what a cluster makes of them. */
  async load(text: string): Promise<LoadedMesh> {
    await Promise.all(this.loaded.filter(({ kind }) => kind !== 'Namespace').map((one) => this.client.remove(one)));
    this.loaded = [];
    const objects = parseAllDocuments(text)
      .map((document): unknown => document.toJS())
      .filter((content) => content !== null)
      .map((content) => kubeObject.parse(content));
    const pods = podsOf(objects);
    const namespaces = objects.filter(({ kind }) => kind === 'Namespace');
    const accounts = [...new Set(pods.map(({ namespace, account }) => `${namespace}/${account}`))].map(accountOf);
    const written = objects.filter((one) => one.kind !== 'Namespace' && !accounts.some((other) => isSame(one, other)));
    await this.apply([...namespaces, ...accounts]);
    const applied = await this.applyByAge(written);
    await this.apply(pods.map(({ object }) => object));
    await Promise.all(pods.map((pod) => this.run(pod)));
    await this.apply(slicesOf(objects, pods));
    const services = applied.filter(({ kind }) => kind === 'Service');
    const addresses = services.map(({ metadata: { name, namespace }, spec }) => {
      const { clusterIP = '' } = WithAddress.parse({ spec }).spec;
      return [`${name}.${namespace}.svc.cluster.local`, clusterIP] as const;
    });
    return { objects, pods, addresses: new Map(addresses) };
  }

  /** A Service that was not there before: once it is seen, what was applied before it is not far. @returns its host */
  async mark(): Promise<string> {
    this.generation += 1;
    const name = `mark-${this.generation}`;
    const spec = { ports: [{ name: 'tcp', port: 1 }] };
    await this.apply([{ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'istio-system' }, spec }]);
    return `${name}.istio-system.svc.cluster.local`;
  }

  /** Times are in whole seconds, and in one second names decide: a younger object that they would put first has to wait. */
  private async applyByAge(objects: readonly KubeObject[]): Promise<KubeObject[]> {
    const applied: KubeObject[] = [];
    let second: KubeObject[] = [];
    for (const object of objects) {
      if (second.some((older) => older.kind === object.kind && isPutFirst(object, older))) {
        await sleep(1000 - (Date.now() % 1000) + 20);
        second = [];
      }
      second.push(object);
      applied.push(...(await this.apply([object])));
    }
    return applied;
  }

  private async apply(objects: readonly KubeObject[]): Promise<KubeObject[]> {
    const verdicts = await Promise.all(objects.map((object) => this.client.apply(object)));
    this.loaded = [...this.loaded, ...objects];
    return verdicts.map(({ object, message }, index) => {
      if (object === undefined) {
        const [refused] = objects.slice(index);
        throw new Error(`the API server refuses ${refused === undefined ? '' : nameOf(refused)}: ${message}`);
      }
      return object;
    });
  }

  private async run({ object, address }: RunningPod): Promise<void> {
    await this.client.patchStatus(object, {
      phase: 'Running',
      podIP: address,
      podIPs: [{ ip: address }],
      conditions: [{ type: 'Ready', status: 'True' }],
    });
  }
}

/** Hosts of ServiceEntries have an order of their own. */
function isPutFirst(younger: KubeObject, older: KubeObject): boolean {
  return younger.kind === 'ServiceEntry' || ageName(younger) < ageName(older);
}

/** @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/push_context.go sortConfigByCreationTime */
function ageName({ metadata: { name, namespace } }: KubeObject): string {
  return `${name}.${namespace}`;
}

function accountOf(place: string): KubeObject {
  const [namespace, name = ''] = place.split('/');
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, ...(namespace !== undefined && { namespace }) },
  };
}

function isSame(one: KubeObject, other: KubeObject): boolean {
  return nameOf(one) === nameOf(other);
}
