import { fields, number, text, word } from '../manifest/lenient';
import type { Labels, Manifest } from '../manifest/manifest';
import { viewerOf } from '../views/view';
import { type Workload, workloadView } from '../views/workload';

const canary = viewerOf('flagger.app', 'Canary', {
  targetRef: fields({ kind: text, name: text }),
  service: fields({ name: text, port: number, portName: text, targetPort: word, appProtocol: text }),
});

type Canary = ReturnType<typeof canary.view>;

/** The labels by which Flagger tells the pods of a release: the first that the selector of the target has. */
const releaseLabels: readonly string[] = ['app', 'name', 'app.kubernetes.io/name'];

/**
 * What Flagger makes for a Canary: the pods that have been promoted, beside those of the target that the files show, and three
 * Services: for everybody, for the promoted pods, and for those on trial.
 * @see https://docs.flagger.app/usage/how-it-works#canary-service
 */
export function objectsOfFlagger(written: readonly Manifest[]): object[] {
  return written
    .filter(({ group, kind }) => group === canary.group && kind === canary.kind)
    .map(canary.view)
    .flatMap((one) => {
      const target = written.filter((manifest) => isTargetOf(one, manifest)).map(workloadView)[0];
      return [...servicesOf(one, releaseOf(target)), ...(target === undefined ? [] : [promotedPods(target)])];
    });
}

function isTargetOf({ manifest, spec: { targetRef } }: Canary, { kind, namespace, name }: Manifest): boolean {
  return kind === targetRef?.kind && name === targetRef.name && namespace === manifest.namespace;
}

/** The label that tells the pods on trial from those that have been promoted. */
function releaseOf(target: Workload | undefined): readonly [key: string, value: string] | undefined {
  const labels = target?.selector?.matchLabels ?? {};
  const key = releaseLabels.find((label) => labels[label] !== undefined);
  return key === undefined ? undefined : [key, labels[key] ?? ''];
}

function servicesOf({ manifest: { namespace }, spec }: Canary, release: ReturnType<typeof releaseOf>): object[] {
  const target = spec.targetRef?.name ?? '';
  const { name = target, port, portName = 'http', targetPort = port, appProtocol } = spec.service ?? {};
  const [key, value] = release ?? ['app', target];
  const service = (suffix: string, pods: string): object => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: `${name}${suffix}`, namespace },
    spec: { selector: { [key]: pods }, ports: [{ name: portName, port, targetPort, appProtocol }] },
  });
  return [service('', `${value}-primary`), service('-primary', `${value}-primary`), service('-canary', value)];
}

function promotedPods(target: Workload): object {
  const { manifest, kind, name, namespace, labels, annotations, selector, replicas } = target;
  const { serviceAccount, containers, initContainers, isOnHostNetwork } = target;
  const [key, value = ''] = releaseOf(target) ?? [];
  const promoted = (own: Labels): Labels => (key === undefined ? own : { ...own, [key]: `${value}-primary` });
  return {
    apiVersion: manifest.apiVersion,
    kind,
    metadata: { name: `${name}-primary`, namespace },
    spec: {
      replicas,
      selector: { matchLabels: promoted(selector?.matchLabels ?? {}) },
      template: {
        metadata: { labels: promoted(labels), annotations },
        spec: { serviceAccountName: serviceAccount, containers, initContainers, hostNetwork: isOnHostNetwork },
      },
    },
  };
}
