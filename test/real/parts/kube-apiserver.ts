import { controlPlaneProgram } from './kubebuilder';

const version = 'v1.34.4';

/** The path of the Kubernetes API server. */
export function kubeApiserver(): Promise<string> {
  return controlPlaneProgram({
    name: 'kube-apiserver',
    module: 'k8s.io/kubernetes',
    version,
    package: 'k8s.io/kubernetes/cmd/kube-apiserver',
    // Kubernetes 1.x publishes its libraries as 0.x.
    siblings: version.replace(/^v1/, 'v0'),
    // Unstamped it says that it is v0.0.0.
    variables: [`k8s.io/component-base/version.gitVersion=${version}`],
    duration: '4 to 20 minutes',
  });
}
