import type { CheckCases } from '../../check-cases';

function pod(probe: string): string {
  return `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }], ${probe} }, { name: log, ports: [{ name: admin, containerPort: 9 }] }] }
`;
}

export const namelessProbe: CheckCases = {
  code: 'LAB069',
  broken: {
    'a name that no port has': pod('readinessProbe: { httpGet: { path: /, port: htpp } }'),
    'a name of another container': pod('livenessProbe: { tcpSocket: { port: admin } }'),
  },
  clean: {
    'a name': pod('readinessProbe: { httpGet: { path: /, port: http } }'),
    'a number that no port declares': pod(
      "startupProbe: { httpGet: { path: /, port: 9000 } }, livenessProbe: { tcpSocket: { port: '9000' } }",
    ),
    'a command': pod('readinessProbe: { exec: { command: [ls] } }'),
  },
};
