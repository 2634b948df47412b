import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

const external = { type: 'ExternalName', externalName: 'db.example' };

export const externalNamePort: CheckCases = {
  code: 'IST0150',
  mutations: {
    'a port named tcp': change('Service', 'spec', { ...external, ports: [{ name: 'tcp', port: 9999 }] }),
    'a port named after itself': change('Service', 'spec', { ...external, ports: [{ name: 'db', port: 9999 }] }),
    'a port without a name': change('Service', 'spec', { ...external, ports: [{ port: 9999 }] }),
  },
  broken: {
    'a port of TCP': `
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { type: ExternalName, externalName: db.example, ports: [{ name: tcp, port: 5432 }] }
`,
    'a port without a name': `
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { type: ExternalName, externalName: db.example, ports: [{ port: 5432 }] }
`,
  },
  clean: {
    'a port of TLS': `
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { type: ExternalName, externalName: db.example, ports: [{ name: tls, port: 5432 }] }
`,
    'a protocol that names its host, no port at all, and TCP with an address': `
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { type: ExternalName, externalName: api.example, ports: [{ name: https, port: 443 }] }
---
apiVersion: v1
kind: Service
metadata: { name: docs, namespace: shop }
spec: { type: ExternalName, externalName: docs.example }
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { selector: { app: db }, ports: [{ name: tcp, port: 5432 }] }
`,
  },
};
