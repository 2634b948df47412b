import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { mirroredImage, type Mirrors, noMirrors } from '../lib/kubernetes/mirrors';
import type { Entrance } from '../lib/load/entrance';
import type { LoadTest } from '../lib/load/load-test';
import { type LoadProfileName, loadProfiles } from '../lib/load/profile';
import { manifestFiles } from '../lib/output/manifest-files';
import { ingressGateway } from '../lib/platform/istio-names';
import { k6Image } from '../lib/versions';
import { LoadJob } from '../lib/workload/load-job';
import { NamespaceObject } from '../lib/workload/namespace-object';
import { DefaultDeny } from '../lib/workload/network-isolation';
import { loadNamespace } from './namespaces';
import { platform } from './platform';

/** Where the Job finds the gateway. */
export const entranceInCluster: Entrance = {
  service: `${ingressGateway.name}.${ingressGateway.namespace}.svc.cluster.local`,
};

export interface LoadChartProps {
  readonly profile: LoadProfileName;
  readonly test: LoadTest;
  /** The text of the k6 script that carries the load test out. */
  readonly script: string;
  /** @default - none */
  readonly mirrors?: Mirrors;
}

/** A load test inside the cluster. It is no part of the lab: whoever wants it applies it. */
class LoadChart extends Chart {
  constructor(scope: Construct, { profile, test, script, mirrors = noMirrors }: LoadChartProps) {
    const { name: namespace } = loadNamespace;
    super(scope, namespace, { namespace });
    new NamespaceObject(this, 'namespace', loadNamespace);
    new DefaultDeny(this, 'default-deny');
    new LoadJob(this, profile, {
      name: profile,
      namespace,
      image: mirroredImage(k6Image, mirrors),
      files: { 'script.js': script, 'load-test.json': JSON.stringify(test, undefined, 2) },
      duration: loadProfiles[profile].duration,
      platform,
    });
  }
}

/** The YAML of a load test. */
export function loadManifest(props: LoadChartProps): string {
  const app = new App();
  new LoadChart(app, props);
  return manifestFiles(app)
    .map(({ text }) => text)
    .join('');
}
