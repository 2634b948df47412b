import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { applyWaves } from '../../../cli/apply/apply-waves';
import type { Patience } from '../../../cli/apply/patience';
import { type Cluster, connect } from '../../../cli/cluster/cluster';
import { type KubeObject, kubeObject } from '../../../cli/cluster/kube-object';
import { readInventory, type ReadInventory } from '../../../cli/read/read-inventory';
import { defaultSettings } from '../../../stacks/settings';
import { ApiClient } from '../api/api-client';
import { type ControlPlane, startControlPlane } from '../api/control-plane';
import { installIstioCrds } from '../api/istio-crds';
import { renderedFolder } from '../api/rendered';
import { guard } from '../parts/until';
import { kubeconfig } from './kubeconfig';
import { Controllers } from './up-controllers';
import { Injector } from './up-injector';

/** For waits that a test wants to see the end of. */
export const patient: Patience = { write: guard, injection: guard, pods: guard, pause: 50 };

/** A real API server and its database, with stand-ins for the controllers and the injector, and what is rendered for it. */
export class UpCluster {
  private constructor(
    /** As a user's checkout, with everything rendered. */
    readonly folder: string,
    readonly cluster: Cluster,
    readonly rendered: ReadInventory,
    readonly injector: Injector,
    readonly controllers: Controllers,
    private readonly controlPlane: ControlPlane,
  ) {}

  static async start(): Promise<UpCluster> {
    const folder = mkdtempSync(join(tmpdir(), 'mesh-lab-up-'));
    const rendered = renderedFolder();
    // A test of load is no part of the lab.
    rmSync(join(rendered, 'load.k8s.yaml'));
    renameSync(rendered, join(folder, 'dist'));
    const controlPlane = await startControlPlane();
    const { url, ca, token } = controlPlane.endpoint;
    const file = join(folder, 'kubeconfig');
    writeFileSync(file, stringify(kubeconfig(url, ca, token)));
    writeFileSync(join(folder, 'settings.yaml'), '');
    writeFileSync(join(folder, 'traffic.yaml'), 'splits: { frontend: 10, backend: follow, ml: follow }\n');
    const cluster = await connect({ ...defaultSettings, cluster: { name: 'mesh-lab', kubeconfig: file } });
    await installIstioCrds(new ApiClient(controlPlane.connection));
    const injector = await Injector.register(cluster.objects);
    return new UpCluster(
      folder,
      cluster,
      readInventory([join(folder, 'dist')]),
      injector,
      new Controllers(cluster),
      controlPlane,
    );
  }

  async stop(): Promise<void> {
    this.controllers.stop();
    this.injector.stop();
    this.cluster.server.close();
    await this.controlPlane.stop();
    rmSync(this.folder, { recursive: true });
  }

  apply(patience: Patience = patient, stop = new AbortController().signal): Promise<string> {
    const { objects } = this.cluster;
    return applyWaves({ ...this.rendered, objects, patience, tell: () => undefined, stop });
  }

  /** How many objects of a kind that are rendered are there. */
  async count(apiVersion: string, kind: string): Promise<number> {
    const own = this.rendered.manifests.filter((one) => one.kind === kind);
    const names = new Set(own.map((one) => `${one.namespace}/${one.name}`));
    const there = await this.cluster.objects.list(apiVersion, kind);
    return there.filter(({ metadata }) => names.has(`${metadata.namespace ?? ''}/${metadata.name}`)).length;
  }

  /** The version of every object that is rendered: a write changes it. */
  versions(): Promise<(string | undefined)[]> {
    const { objects } = this.cluster;
    return Promise.all(
      this.rendered.manifests.map(async ({ content }) => {
        return (await objects.find(kubeObject.parse(content)))?.metadata.resourceVersion;
      }),
    );
  }

  /** What somebody does by hand. */
  async send(method: 'POST' | 'PATCH', path: string, manager: string, body: object): Promise<KubeObject> {
    const type = method === 'POST' ? 'application/json' : 'application/merge-patch+json';
    const text = JSON.stringify(body);
    const answer = await this.cluster.server.send(method, `${path}?fieldManager=${manager}`, { type, text });
    expect(answer.status).toBeLessThan(300);
    return kubeObject.parse(JSON.parse(answer.text));
  }
}
