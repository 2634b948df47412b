import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import * as z from 'zod';
import { liveSplit } from '../../../lib/canary/live-split';
import { type Promotion } from '../../../lib/canary/promotion';
import type { ApiResponse } from '../../../cli/cluster/api-server';
import { type Cluster, connect } from '../../../cli/cluster/cluster';
import { objectIn } from '../../../cli/cluster/objects';
import { storeOf } from '../../../cli/canary/target';
import { loadSettings } from '../../../cli/read/read-lab';
import { ApiClient } from '../api/api-client';
import { applyAll, complaints } from '../api/application';
import { type ControlPlane, startControlPlane } from '../api/control-plane';
import { installIstioCrds } from '../api/istio-crds';
import { manifestsIn } from '../api/manifests';
import { podOf } from '../api/pods';
import { run } from '../api/rendered';
import { kubeconfig } from './kubeconfig';
import { type Relay, startRelay } from './relay';
import { Shares } from './shares';
import { LabProcess } from './lab-process';

const routeSchema = z.looseObject({
  metadata: z.looseObject({ name: z.string(), namespace: z.string() }),
  spec: z.looseObject({ http: z.array(z.looseObject({ route: z.array(z.looseObject({})) })) }),
});

export interface LabClusterProps {
  /** `traffic.yaml`. */
  readonly traffic: string;
  /** Beside the cluster's own. */
  readonly settings: object;
}

/**
 * A lab on a real API server and its database: everything that is rendered is applied, and a ready pod stands for each
 * release, because there is no node to run one. Its folder is what a user's checkout would be.
 */
export class LabCluster {
  private constructor(
    readonly folder: string,
    readonly cluster: Cluster,
    readonly relay: Relay,
    private readonly controlPlane: ControlPlane,
  ) {}

  static async start({ traffic, settings }: LabClusterProps): Promise<LabCluster> {
    const controlPlane = await startControlPlane();
    const { url, ca, token } = controlPlane.endpoint;
    const relay = await startRelay(Number(new URL(url).port));
    const folder = mkdtempSync(join(tmpdir(), 'mesh-lab-operated-'));
    const write = (file: string, content: unknown): void => {
      writeFileSync(join(folder, file), typeof content === 'string' ? content : stringify(content));
    };
    write('kubeconfig', kubeconfig(`https://127.0.0.1:${relay.port}`, ca, token));
    write('settings.yaml', { ...settings, cluster: { kubeconfig: join(folder, 'kubeconfig') } });
    write('traffic.yaml', traffic);
    mkdirSync(join(folder, 'dist'));
    const files = { LAB_SETTINGS: join(folder, 'settings.yaml'), LAB_TRAFFIC: join(folder, 'traffic.yaml') };
    run({ CDK8S_OUTDIR: join(folder, 'dist'), ...files }, 'main');
    const lab = new LabCluster(folder, await connect(loadSettings(files)), relay, controlPlane);
    await lab.install();
    return lab;
  }

  private async install(): Promise<void> {
    const client = new ApiClient(this.controlPlane.connection);
    await installIstioCrds(client);
    const manifests = manifestsIn(join(this.folder, 'dist'));
    const problems = complaints(await applyAll(client, manifests));
    if (problems.length > 0) {
      throw new Error(problems.join('\n'));
    }
    for (const pod of manifests.flatMap(({ object }) => podOf(object) ?? [])) {
      objectIn(await this.cluster.objects.create(pod), pod);
      await this.setReady(pod.metadata.namespace ?? '', pod.metadata.name, true);
    }
  }

  /** What the node of a pod would say of it. */
  async setReady(namespace: string, name: string, isReady: boolean): Promise<void> {
    const status = { phase: 'Running', conditions: [{ type: 'Ready', status: isReady ? 'True' : 'False' }] };
    const answer = await this.cluster.server.send('PATCH', `/api/v1/namespaces/${namespace}/pods/${name}/status`, {
      type: 'application/merge-patch+json',
      text: JSON.stringify({ status }),
    });
    this.check(answer);
  }

  lab(...args: string[]): LabProcess {
    return new LabProcess(this.folder, ...args);
  }

  /** The share that the cluster gives a canary. */
  async share(service: string): Promise<unknown> {
    return liveSplit(await this.route(service));
  }

  async route(service: string) {
    const name = { name: `${service}-vs`, namespace: service };
    return await this.cluster.objects.find({
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: name,
    });
  }

  /** What somebody does who does not use the lab: other weights, by hand. */
  async edit(service: string, share: number): Promise<void> {
    const { spec } = routeSchema.parse(await this.route(service));
    const http = spec.http.map(({ route, ...rule }) => ({
      ...rule,
      route:
        route.length === 1 ? route : route.map((one, index) => ({ ...one, weight: index === 0 ? 100 - share : share })),
    }));
    const path = `/apis/networking.istio.io/v1/namespaces/${service}/virtualservices/${service}-vs`;
    const answer = await this.cluster.server.send('PATCH', `${path}?fieldManager=kubectl-edit`, {
      type: 'application/merge-patch+json',
      text: JSON.stringify({ spec: { http } }),
    });
    this.check(answer);
  }

  /** What somebody does who applies files by other means: all fields of the route, by force. */
  async applyAs(manager: string, service: string, text?: string): Promise<void> {
    const { metadata, ...route } = routeSchema.parse(await this.route(service));
    const own = { ...route, metadata: { name: metadata.name, namespace: metadata.namespace } };
    const path = `/apis/networking.istio.io/v1/namespaces/${service}/virtualservices/${service}-vs`;
    const answer = await this.cluster.server.send('PATCH', `${path}?fieldManager=${manager}&force=true`, {
      type: 'application/apply-patch+yaml',
      text: text ?? JSON.stringify(own),
    });
    this.check(answer);
  }

  private check({ status, text }: ApiResponse): void {
    if (status !== 200) {
      throw new Error(`the API server refuses with ${status}: ${text}`);
    }
  }

  async promotion(service: string): Promise<Promotion | undefined> {
    return (await storeOf(this.cluster, { name: service, namespace: service }).read())?.promotion;
  }

  /** Tells every share of a canary from now on. */
  shares(service: string): Shares {
    return new Shares(this.controlPlane.endpoint, service);
  }

  get traffic(): string {
    return readFileSync(join(this.folder, 'traffic.yaml'), 'utf8');
  }

  async stop(): Promise<void> {
    this.cluster.server.close();
    await this.relay.cut();
    await this.controlPlane.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
