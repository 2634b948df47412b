import * as z from 'zod';
import { renderRemoval, renderYaml } from '../stacks/rendered';
import { type Run, runLab } from './run-main';
import { tempFolder } from './temp-folder';

const broken = `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop, namespace: shop }
spec:
  hosts: [shop.example]
  http:
    - route:
        - destination:
            host: nobody
---
kind: [
---
kind: Unheard
apiVersion: of/v1
metadata: { name: whatever }
`;
const dist = Object.fromEntries(renderYaml().map(({ name, text }) => [`dist/${name}`, text]));
const folder = tempFolder({
  ...dist,
  [`dist/remove/${renderRemoval().name}`]: renderRemoval().text,
  ...Object.fromEntries(Object.entries(dist).map(([name, text]) => [`files/${name}`, text])),
  'shop/route.yaml': broken,
  'empty/notes.txt': 'nothing',
});

const lab = (...args: string[]): Promise<Run> => runLab(folder, {}, ...args);

describe('lab budget on requests that nobody checked', () => {
  const deployment = (cpu: string): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec:
  template:
    spec:
      containers:
        - name: shop
          resources: { requests: { cpu: ${cpu} } }
`;

  it('counts 1,000 cores that are written as 1e3', async () => {
    const { exitCode, stdout } = await runLab(
      tempFolder({ 'settings.yaml': '', 'a.yaml': deployment('"1e3"') }),
      {},
      'budget',
      'a.yaml',
    );
    expect(exitCode).toBe(1);
    expect(stdout).toContain('1000 CPU, 0 MiB');
  });

  it('counts a DaemonSet on every node that the settings name', async () => {
    const agent = deployment('100m').replace('kind: Deployment', 'kind: DaemonSet');
    const files = tempFolder({ 'settings.yaml': 'capacity: { nodes: 3 }', 'a.yaml': agent });
    const { stdout } = await runLab(files, {}, 'budget', 'a.yaml', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      rows: [{ pods: 3, containers: { cpu: expect.closeTo(0.3) as number } }],
    });
  });

  it.each(['lots', '"-1"', '1Kib'])('says that %s is no quantity, and where it stands', async (cpu) => {
    const bad = tempFolder({ 'settings.yaml': '', 'a.yaml': deployment(cpu) });
    const { exitCode, stdout } = await runLab(bad, {}, 'budget', 'a.yaml');
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      `a.yaml:10: Deployment shop/shop: spec.template.spec.containers[0].resources.requests.cpu: ${JSON.stringify(cpu.replaceAll('"', ''))}\n  rule: `,
    );
  });
});

describe('lab check', () => {
  it('finds nothing in what the lab renders, which is what it reads by itself', async () => {
    const { exitCode, stdout, stderr } = await lab('check');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^58 objects, \d+ checks: nothing found\n$/);
  });

  it('tells file, line, code, object, field and remedy of a finding', async () => {
    const { stdout } = await lab('check', 'shop');
    expect(stdout).toContain(`shop/route.yaml:10: error KIA1101 (IST0101)
  VirtualService shop/shop: spec.http[0].route[0].destination.host
  no Service and no ServiceEntry has the host nobody.shop.svc.cluster.local
  remedy: `);
  });

  it('tells what can not be read, looks at the rest all the same, and ends with 2', async () => {
    const { exitCode, stderr } = await lab('check', 'shop');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('shop/route.yaml:12: "kind: ["\n  rule:   the document is YAML: ');
  });

  it('ends with 1 for findings alone, and prints one JSON document', async () => {
    const readable = tempFolder({ 'route.yaml': broken.replace('---\nkind: [\n', '') });
    const { exitCode, stdout, stderr } = await runLab(readable, {}, 'check', '--dir', '.', '--json');
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ objects: 2 });
  });

  it.each([
    ['a folder without objects', 'empty', 'there is at least one Kubernetes object'],
    ['a path that leads nowhere', 'nowhere', 'there is such a file or folder'],
  ])('ends with 2 for %s', async (_, path, rule) => {
    const { exitCode, stderr } = await lab('check', path);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(rule);
  });
});

describe('lab route', () => {
  it('says where a request goes, with what share, and why', async () => {
    const { exitCode, stdout } = await lab('route', 'http://frontend.localhost/');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('goes to   frontend-service.frontend stable 90 % (frontend-stable, 2 pods), mutual TLS');
    expect(stdout).toContain('goes to   frontend-service.frontend canary 10 % (frontend-canary, 2 pods), mutual TLS');
    expect(stdout).toMatch(/rule {6}dist\/0003-frontend\.k8s\.yaml:\d+ VirtualService frontend\/frontend-vs split/);
  });

  it('minds headers and who asks', async () => {
    const pinned = await lab('route', 'http://frontend.localhost/', '-H', 'x-canary: true');
    expect(pinned.stdout).toContain('canary 100 %');
    const lane = await lab('route', 'http://backend-service.backend:8080/', '--from', 'frontend/frontend-canary');
    expect(lane.stdout).toContain('goes to   backend-service.backend canary 100 %');
  });

  it('ends with 1 for a request that gets nowhere', async () => {
    const { exitCode, stdout } = await lab('route', 'http://other.localhost/');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('answer    404: no Gateway takes the host other.localhost at port 80');
  });

  it('says if the pods it leads to do not let the client in', async () => {
    const { exitCode, stdout } = await lab('route', 'http://ml-service.ml:5001/', '--from', 'observability/grafana');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/refused {3}no ingress rule of NetworkPolicy ml\/default-deny, ml\/ml lets it pass/);
  });

  it('ends with 2 for what is no URL, and for what is no header', async () => {
    const url = await lab('route', 'http://[bad');
    expect([url.exitCode, url.stderr]).toEqual([2, expect.stringContaining('write it like http://shop.example/cart')]);
    const header = await lab('route', 'http://frontend.localhost/', '-H', 'nonsense');
    expect([header.exitCode, header.stderr]).toEqual([2, expect.stringContaining('write it like `x-canary: true`')]);
  });

  it('answers for every URL', async () => {
    const urls = ['http://frontend.localhost/', 'http://grafana.localhost/'];
    const { stdout } = await lab('route', ...urls, '--json');
    const hosts = z
      .array(z.looseObject({ request: z.looseObject({ host: z.string() }) }))
      .parse(JSON.parse(stdout))
      .map(({ request }) => request.host);
    expect(hosts).toEqual(['frontend.localhost', 'grafana.localhost']);
  });

  it.each([
    [['frontend.localhost'], 'frontend.localhost: "frontend.localhost"', 'write http://frontend.localhost'],
    [['http://frontend.localhost/', '--method', 'F OO'], '--method: "F OO"', 'write it like POST'],
    [['--method', 'POST'], '--method: "POST"', 'name the URL as well'],
    [['-H', 'x-canary: true'], '--header: "x-canary: true"', 'name the URL as well'],
  ])('ends with 2 and a remedy for %j', async (words, found, remedy) => {
    const { exitCode, stdout, stderr } = await lab('route', ...words);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(found);
    expect(stderr).toContain(remedy);
  });

  it('ends with 2 for a client that there is not, and names those there are', async () => {
    const { exitCode, stderr } = await lab('route', '--from', 'nobody');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('remedy: one of: backend/backend-canary, backend/backend-stable, ');
  });
});

describe('lab plan', () => {
  it('proves every step of applying and removing', async () => {
    const { exitCode, stdout } = await lab('plan');
    expect(exitCode).toBe(0);
    expect(stdout.match(/safe at every step/g)).toHaveLength(4);
  });

  it('finds that files are unsafe to delete in their order, which takes callees before callers', async () => {
    const { exitCode, stdout } = await lab('plan', 'files/dist');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^remove, in the order of the files: /m);
    expect(stdout).toMatch(/unsafe in removal of files.dist.0001-ml.k8s.yaml:1: delete /);
    expect(stdout.match(/safe at every step/g)).toHaveLength(3);
  });

  it('names the first unsafe step of a change, and ends with 1', async () => {
    const late = renderYaml().map(({ name, text }): [string, string] => [
      name,
      text.replaceAll('name: canary', 'name: fresh').replaceAll('subset: canary', 'subset: fresh'),
    ]);
    const next = tempFolder(Object.fromEntries(late));
    const { exitCode, stdout } = await runLab(folder, {}, 'plan', next, '--before', 'dist');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /unsafe in wave 4: apply DestinationRule .*\n {4}.* fails: no DestinationRule .* has a subset canary/,
    );
  });
});

describe('lab budget', () => {
  it('sums what rendered pods ask for', async () => {
    const settings = tempFolder({
      'settings.yaml': '',
      'traffic.yaml': 'splits: { frontend: 10, backend: follow, ml: follow }',
    });
    const { exitCode, stdout } = await runLab(settings, {}, 'budget', `${folder}/dist`);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/capacity {2}4 CPU, 8 GiB: it fits/);
  });
});
