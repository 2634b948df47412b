import type { CheckCases } from '../../check-cases';
import { promoted } from '../promoted';
import { tiers } from '../tiers';

const orders = { name: 'orders' };

function web(calls: string): string {
  return tiers({ name: 'web', calls }, orders);
}

export const unresolvedAddress: CheckCases = {
  code: 'LAB023',
  broken: {
    'a name that nobody has': web('http://order'),
    'a full name that nobody has': web('http://order.tiers.svc.cluster.local'),
    'a name in a namespace that the files show': web('http://order.tiers:80/all'),
    'a name in another namespace': web('http://orders.tier.svc.cluster.local:80'),
    'a port that the Service does not have': web('orders:8080'),
    'a name that nobody has, of a database': web('postgres://order/all'),
    'a port that the Service does not have which Flagger makes': promoted('http://items', 'items-canary'),
    'the port of the scheme, which the Service does not have': web('https://orders.tiers'),
  },
  clean: {
    'the name and the port': web('http://orders:80, orders.tiers:80, ws://orders:80/x'),
    'the pod itself': web('http://localhost:9000, http://web:80, 127.0.0.1:80'),
    'what may be in the cluster and is not in the files': web(
      'http://jaeger.tracing:4317 http://jaeger.tracing.svc:4317',
    ),
    'hosts outside': web('https://orders.example/x postgres://orders.io:5432 redis:6379'),
    'a scheme of another port': web('redis://orders'),
    'what is in no network': web(
      's3://order/x gs://order oci://order/x unix://order file://order kubernetes://order/x',
    ),
    'a scheme of the application': web('shop://order'),
    'what the proxy is told': web('http://orders')
      .replace('name: app, env', 'name: app }, { name: istio-proxy, env')
      .replace('http://orders', 'http://order'),
    'a Service that Flagger makes': promoted('http://items:9090 http://items-canary.stock:9090/x', 'items-canary'),
    'a pod of a headless Service': `${web('http://cache:6379')}
---
apiVersion: v1
kind: Service
metadata: { name: cache, namespace: tiers }
spec: { clusterIP: None, selector: { app: orders }, ports: [{ name: tcp, port: 1 }] }
`,
  },
};
