import type { Mesh } from '../../lib/model/mesh';
import { type ManifestFile, manifestFiles } from '../../lib/output/manifest-files';
import { kubernetesApp, type KubernetesAppProps } from '../../stacks/kubernetes-app';

/** @default - the gateway shows the add-ons, no redirect to https, 5 % of the requests leave a trace */
type Setting = Partial<Omit<KubernetesAppProps, 'mesh'>>;

/** The Kubernetes YAML of a mesh: file by file, in the order in which `kubectl apply -f` takes them. */
export function renderedFiles(mesh: Mesh, setting: Setting = {}): ManifestFile[] {
  return manifestFiles(kubernetesApp({ mesh, sampling: 5, httpsRedirect: false, access: true, ...setting }));
}

/** The same without the names of the files. */
export function rendered(mesh: Mesh, setting: Setting = {}): string[] {
  return renderedFiles(mesh, setting).map(({ text }) => text);
}
