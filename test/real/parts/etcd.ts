import { controlPlaneProgram } from './kubebuilder';

/** The path of etcd, the API server's database. */
export function etcd(): Promise<string> {
  return controlPlaneProgram({
    name: 'etcd',
    module: 'go.etcd.io/etcd/server/v3',
    version: 'v3.6.5',
    package: 'go.etcd.io/etcd/server/v3',
    duration: '1 to 3 minutes',
  });
}
