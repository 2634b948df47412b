import { istioVersion } from '../../../lib/versions';
import type { SelfSigned } from '../../cli/self-signed';
import { type Configuration, configurationOf } from './configuration';
import type { RunningPod } from './derived';
import type { Istiod } from './istiod';
import { Judge } from './judge';
import type { Node } from './subscription';

/** The proxies of a mesh that were asked so far. */
export class Proxies {
  private readonly started = new Map<RunningPod, AskedProxy>();

  constructor(
    private readonly istiod: Istiod,
    private readonly certificateOf: (pod: RunningPod) => SelfSigned,
  ) {}

  async of(pod: RunningPod, isGateway: boolean): Promise<AskedProxy> {
    const known = this.started.get(pod);
    if (known !== undefined) {
      return known;
    }
    const configuration = await configurationOf(this.istiod, nodeOf(pod, isGateway));
    const proxy = { judge: await Judge.start(configuration, this.certificateOf(pod)), configuration };
    this.started.set(pod, proxy);
    return proxy;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.started.values()].map(({ judge }) => judge.stop()));
  }
}

/** A proxy with what istiod told it. */
export interface AskedProxy {
  readonly judge: Judge;
  readonly configuration: Configuration;
}

export const metadata = { CLUSTER_ID: 'Kubernetes', ISTIO_VERSION: istioVersion };

function nodeOf({ object, namespace, address, labels, account }: RunningPod, isGateway: boolean): Node {
  const pod = `${object.metadata.name}.${namespace}`;
  return {
    id: `${isGateway ? 'router' : 'sidecar'}~${address}~${pod}~${namespace}.svc.cluster.local`,
    metadata: {
      ...metadata,
      NAMESPACE: namespace,
      LABELS: labels,
      SERVICE_ACCOUNT: account,
      INTERCEPTION_MODE: 'REDIRECT',
    },
  };
}
