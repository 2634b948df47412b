import type { CheckCases } from '../../check-cases';
import { change, inNamespaces } from '../../mutation';

const job = (container: string, kind = 'Job', inject = 'true'): string => `
apiVersion: batch/v1
kind: ${kind}
metadata: { name: report, namespace: shop }
spec:
  template:
    metadata:
      labels: { sidecar.istio.io/inject: "${inject}" }
      annotations: { sidecar.istio.io/nativeSidecar: "false" }
    spec: { containers: [${container}] }
`;

export const endlessJob: CheckCases = {
  code: 'LAB064',
  mutations: inNamespaces(['bookings'], {
    'a sidecar of the old kind': change('CronJob', 'spec.jobTemplate.spec.template.metadata.annotations', {
      'sidecar.istio.io/nativeSidecar': 'false',
    }),
  }),
  broken: {
    'a sidecar of the old kind in a Job': job('{ command: [report] }'),
  },
  clean: {
    'a process that ends its sidecar': job(
      '{ command: [sh, -c], args: ["report; curl -X POST localhost:15020/quitquitquit"] }',
    ),
    'a job without a sidecar': job('{}', 'Job', 'false'),
    'pods that are not to end': job('{}', 'Deployment'),
    'a sidecar of the new kind': job('{}').replace('"false"', '"true"'),
  },
};
