import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestFiles } from '../lib/output/manifest-files';
import { kubernetesApp } from '../stacks/kubernetes-app';
import { tree } from './tree';

/** The YAML of a mesh of so many services, in a folder of its own. */
export function meshYaml(size: number, folder: string): string {
  const files = manifestFiles(kubernetesApp({ mesh: tree(size), sampling: 5, httpsRedirect: false, access: true }));
  return written(folder, Object.fromEntries(files.map(({ name, text }) => [name, text])));
}

/** One VirtualService of so many rules. */
export function longRoute(rules: number, folder: string): string {
  const route = [{ destination: { host: 'web.shop.svc.cluster.local' } }];
  const http = Array.from({ length: rules }, (_, index) => ({ match: [{ uri: { prefix: `/${index}/` } }], route }));
  const spec = { hosts: ['web.shop.svc.cluster.local'], http };
  return written(folder, { 'route.json': object('networking.istio.io/v1', 'VirtualService', spec) });
}

/** One Service. */
export function smallFile(folder: string): string {
  const spec = { selector: { app: 'web' }, ports: [{ name: 'http', port: 80 }] };
  return join(written(folder, { 'service.json': object('v1', 'Service', spec) }), 'service.json');
}

function object(apiVersion: string, kind: string, spec: object): string {
  return JSON.stringify({ apiVersion, kind, metadata: { name: 'web', namespace: 'shop' }, spec }, undefined, 1);
}

function written(folder: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
