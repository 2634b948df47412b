import * as z from 'zod';
import { istioVersion } from '../../lib/versions';
import { type Examination, examiner, links } from './examination';

/** The minor versions of Kubernetes 1 that Istio 1.30 supports. */
const supportedKubernetes = { oldest: 32, newest: 36 } as const;

const versionAnswer = z.object({ gitVersion: z.string() });

/** What an API server says at /version. */
export function readKubernetesVersion(text: string): string | undefined {
  try {
    return versionAnswer.safeParse(JSON.parse(text)).data?.gitVersion;
  } catch {
    return undefined;
  }
}

const { ok, note, problem } = examiner('cluster');

/** @param version as in `v1.34.4-gke.100` */
export function examineKubernetes(version: string | undefined): Examination {
  const title = 'Kubernetes version';
  const { oldest, newest } = supportedKubernetes;
  const remedy = `use a cluster of Kubernetes 1.${oldest} to 1.${newest}: Istio ${istioVersion} supports no other`;
  const minor = Number(/^v1\.(\d+)/.exec(version ?? '')?.[1] ?? NaN);
  if (version === undefined || Number.isNaN(minor)) {
    return note(title, version ?? 'the cluster does not say', remedy, links.needs);
  }
  return minor < oldest || minor > newest ? problem(title, version, remedy, links.needs) : ok(title, version);
}

/** What of Istio a cluster has. */
export interface FoundIstio {
  /** Tags of the images of istiod. */
  readonly versions: readonly string[];
  /** Names of the configurations that put sidecars into pods. */
  readonly webhooks: readonly string[];
}

export function examineIstio({ versions, webhooks }: FoundIstio): Examination[] {
  return [examineIstiod(versions), examineInjection(versions, webhooks)];
}

function examineIstiod(versions: readonly string[]): Examination {
  const title = 'Istio version';
  const [version] = versions;
  if (version === undefined) {
    return ok(title, `none; the stage \`platform\` installs ${istioVersion}`);
  }
  const isSame = versions.every((one) => minorOf(one) === minorOf(istioVersion));
  const remedy = `the lab installs ${istioVersion}; where the other one is not the lab's, leave it: \`lab up --from apply\``;
  return isSame ? ok(title, versions.join(', ')) : note(title, versions.join(', '), remedy, links.needs);
}

function examineInjection(versions: readonly string[], webhooks: readonly string[]): Examination {
  const title = 'injection of sidecars';
  if (webhooks.length > 0) {
    return ok(title, webhooks.join(', '));
  }
  const remedy = 'install istiod with its webhooks: `lab up --only platform`';
  return versions.length === 0
    ? ok(title, 'none; it comes with Istio')
    : problem(title, 'istiod is there, its webhook is not: pods would start without a sidecar', remedy, links.needs);
}

function minorOf(version: string): string {
  return /^\d+\.\d+/.exec(version)?.[0] ?? version;
}
