/** Renders both apps for a made-up mesh of as many services as the first argument says. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mesh } from '../lib/model/mesh';
import type { Service } from '../lib/model/service';
import { manifestFiles } from '../lib/plan/manifest-files';
import { kubernetesApp } from '../stacks/kubernetes-app';
import { defaultSettings } from '../stacks/settings';
import { terraformApp } from '../stacks/terraform-app';
import { threeTierMesh } from '../stacks/three-tier';

const count = Number(process.argv[2]);
const servicesPerNamespace = 10;

/** A tree: every service is called by one of those before it, ten services a namespace. */
function tree(size: number): Mesh {
  const small = threeTierMesh(defaultSettings, { pins: [{ header: 'x-canary', value: 'true' }], splits: new Map() });
  const [pattern] = small.services;
  if (pattern === undefined) {
    throw new Error('the three-tier mesh has no services');
  }
  const services: Service[] = Array.from({ length: size }, (_, index) => ({
    ...pattern,
    name: `service-${index}`,
    namespace: `namespace-${Math.floor(index / servicesPerNamespace)}`,
    serviceName: `service-${index}`,
  }));
  const calls = services.flatMap((callee, index) => {
    const caller = services[Math.floor((index - 1) / 3)];
    return caller === undefined
      ? []
      : [{ caller, callee, address: { variable: 'UPSTREAM_URIS', form: 'url' } as const }];
  });
  const splits = new Map(services.map((service, index) => [service.name, index === 0 ? 10 : ('follow' as const)]));
  return { ...small, services, calls, edges: [], traffic: { ...small.traffic, splits } };
}

const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const mesh = tree(count);
  terraformApp({ outdir: join(outdir, 'terraform'), settings: defaultSettings, mesh }).synth();
  for (const { name, text } of manifestFiles(
    kubernetesApp({ mesh, sampling: 5, httpsRedirect: false, access: true }),
  )) {
    writeFileSync(join(outdir, name), text);
  }
} finally {
  rmSync(outdir, { recursive: true });
}
