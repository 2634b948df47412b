import type { Mesh } from '../../lib/model/mesh';
import { type ManifestFile, manifestFiles } from '../../lib/output/manifest-files';
import { kubernetesApp } from '../../stacks/kubernetes-app';

/** The Kubernetes YAML of a mesh: file by file, in the order in which `kubectl apply -f` takes them. */
export function renderedFiles(mesh: Mesh): ManifestFile[] {
  return manifestFiles(kubernetesApp({ mesh, sampling: 5, httpsRedirect: false, access: true }));
}

/** The same without the names of the files. */
export function rendered(mesh: Mesh): string[] {
  return renderedFiles(mesh).map(({ text }) => text);
}
