import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import * as z from 'zod';
import { type Cluster, connect } from '../../cli/cluster/cluster';
import { loadSettings } from '../../cli/read/read-lab';
import { LabProcess } from '../real/operate/lab-process';

/** Variables that say where the cluster is. */
const variables = z.object({
  /** The current context of this file is the cluster. */
  KUBECONFIG: z.string().default(join(homedir(), '.kube', 'config')),
  /** Where its gateway takes http. */
  LAB_GATEWAY: z.url().default('http://127.0.0.1'),
  /** @default - the one in the namespace observability, by a port-forward */
  LAB_PROMETHEUS: z.url().optional(),
  /** An image with sh and curl that its nodes can get. @default - that of `lab verify` */
  LAB_PROBE_IMAGE: z.string().optional(),
});

const traffic = `pins:
  - header: x-canary
    value: 'true'
splits:
  frontend: 0
  backend: follow
  ml: follow
`;

/** A folder with everything that a user has, for a cluster that exists. */
export class Checkout {
  readonly gateway: URL;
  /** Options of `lab verify`. */
  readonly probeImage: readonly string[];
  readonly cluster: Promise<Cluster>;
  private readonly folder = mkdtempSync(join(tmpdir(), 'mesh-lab-cluster-'));

  constructor(env: NodeJS.ProcessEnv) {
    const { KUBECONFIG, LAB_GATEWAY, LAB_PROMETHEUS, LAB_PROBE_IMAGE } = variables.parse(env);
    const kubeconfig: unknown = parse(readFileSync(KUBECONFIG, 'utf8'));
    const { 'current-context': context } = z.looseObject({ 'current-context': z.string() }).parse(kubeconfig);
    this.gateway = new URL(LAB_GATEWAY);
    this.probeImage = LAB_PROBE_IMAGE === undefined ? [] : ['--probe-image', LAB_PROBE_IMAGE];
    // Few requests are enough here: what a step needs for certainty stays as it is.
    const promotion = { steps: [20, 50, 100], observe: '20s', soak: '20s', minRequests: 50, holdFor: '10m' };
    this.write('settings.yaml', {
      target: 'existing',
      cluster: { kubeconfig: KUBECONFIG, context },
      promotion: { ...promotion, ...(LAB_PROMETHEUS === undefined ? {} : { prometheus: LAB_PROMETHEUS }) },
    });
    writeFileSync(join(this.folder, 'traffic.yaml'), traffic);
    this.cluster = connect(loadSettings({ LAB_SETTINGS: join(this.folder, 'settings.yaml') }));
  }

  lab(...args: string[]): LabProcess {
    return new LabProcess(this.folder, ...args);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private write(file: string, content: object): void {
    writeFileSync(join(this.folder, file), stringify(content));
  }
}
