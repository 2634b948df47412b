import * as z from 'zod';
import { InputError } from '../../lib/input/input-error';
import { istioNamespace } from '../../lib/platform/istio-names';
import { contextOf, type Settings } from '../../stacks/settings';
import { Unreachable } from '../cluster/api-server';
import { connect, type Cluster } from '../cluster/cluster';
import type { KubeObject } from '../cluster/kube-object';
import { type Examination, examiner, links } from './examination';
import { examineIstio, examineKubernetes, readKubernetesVersion } from './kubernetes-version';

/** A cluster as it is now. */
export interface FoundCluster {
  readonly examinations: readonly Examination[];
  /** Whether it answers. */
  readonly isConnected: boolean;
  /** Names of images that its nodes say they have: of many, those of the largest. */
  readonly images: ReadonlySet<string>;
}

const { ok, note, problem } = examiner('cluster');

/** The cluster of the settings, if there is one: for `kind` it is no problem that it is still to be made. */
export async function examineCluster(settings: Settings): Promise<FoundCluster> {
  const isExisting = settings.target === 'existing';
  let cluster: Cluster;
  try {
    cluster = await connect(settings);
  } catch (error) {
    const found = error instanceof InputError ? (error.problems[0]?.rule ?? error.message) : messageOf(error);
    const title = `kubeconfig ${settings.cluster.kubeconfig}, context ${contextOf(settings)}`;
    const remedy = 'name a kubeconfig and one of its contexts: cluster.kubeconfig, cluster.context';
    const missing = isExisting
      ? problem(title, `not so: ${found}`, remedy, links.settings)
      : ok(title, 'not there yet; the stage `cluster` writes it');
    return { examinations: [missing], isConnected: false, images: new Set() };
  }
  try {
    return await lookAt(cluster);
  } catch (error) {
    const title = `the cluster ${cluster.name} answers`;
    const [found = ''] = messageOf(error).split('\n');
    const remedy = 'is it running, and is this the right context?';
    const silent =
      isExisting || !(error instanceof Unreachable)
        ? problem(title, found, remedy, links.settings)
        : note(title, found, 'nothing, if it was deleted: `lab up` makes it anew', links.symptoms);
    return { examinations: [silent], isConnected: false, images: new Set() };
  } finally {
    cluster.server.close();
  }
}

async function lookAt({ name, server, objects }: Cluster): Promise<FoundCluster> {
  const version = await server.send('GET', '/version');
  const [istiod, webhooks, nodes] = await Promise.all([
    objects.list('v1', 'Pod', { namespace: istioNamespace, labels: 'app=istiod' }),
    objects.list('admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', { labels: 'app=sidecar-injector' }),
    objects.list('v1', 'Node'),
  ]);
  return {
    examinations: [
      ok('kubeconfig and context', name),
      examineKubernetes(version.status === 200 ? readKubernetesVersion(version.text) : undefined),
      ...examineIstio({
        versions: [...new Set(istiod.flatMap(imageTags))],
        webhooks: webhooks.map(({ metadata }) => metadata.name),
      }),
    ],
    isConnected: true,
    images: new Set(nodes.flatMap(imageNames)),
  };
}

const pod = z.object({ spec: z.object({ containers: z.array(z.object({ image: z.string() })) }) });

function imageTags(object: KubeObject): string[] {
  const containers = pod.safeParse(object).data?.spec.containers ?? [];
  return containers.map(({ image }) => (image.split('@', 1)[0] ?? '').split(':').at(-1) ?? image);
}

const node = z.object({ status: z.object({ images: z.array(z.object({ names: z.array(z.string()).nullish() })) }) });

function imageNames(object: KubeObject): string[] {
  const images = node.safeParse(object).data?.status.images ?? [];
  return images.flatMap(({ names }) =>
    (names ?? []).flatMap((name) => [name, name.replace(/^docker\.io\/(library\/)?/, '')]),
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
