import { join } from 'node:path';
import { toMatchFile } from 'jest-file-snapshot';
import { parse } from 'yaml';
import { CallGraph } from '../../lib/model/mesh';
import { rollbackFiles, routeManifest, withSplit } from '../../stacks/routes';
import { labOf, renderYaml } from './rendered';

expect.extend({ toMatchFile });

const traffic = (frontend: number, backend: number | string): string =>
  `splits: { frontend: ${frontend}, backend: ${backend}, ml: follow }`;

/** Every rendered object of a kind and name. */
function rendered(name: string, text: string): unknown {
  const files = renderYaml({ traffic: text });
  const objects = files.flatMap((file) => file.text.split(/^---$/m).map((one): unknown => parse(one)));
  return objects.find(
    (one) =>
      JSON.stringify(one).includes(`"kind":"VirtualService"`) && JSON.stringify(one).includes(`"name":"${name}"`),
  );
}

describe('the route of one service', () => {
  it.each([
    ['frontend', 25],
    ['frontend', 100],
    ['backend', 60],
    ['backend', 'follow'],
  ] as const)('of %s at %p is the very object that the lab renders for that', (service, split) => {
    const { mesh } = labOf({ traffic: traffic(5, 'follow') });
    const shifted = withSplit(mesh, service, split);
    const [found] = shifted.services.filter(({ name }) => name === service);
    const text = found === undefined ? '' : routeManifest(shifted, found);
    const whole = service === 'frontend' ? traffic(split, 'follow') : traffic(5, split);
    expect(parse(text)).toEqual(rendered(`${service}-vs`, whole));
  });
});

describe('a rollback', () => {
  it.each(rollbackFiles(labOf({}).mesh))('renders $name', ({ name, text }) => {
    expect(text).toMatchFile(join(__dirname, '__snapshots__', 'dist', 'rollback', name));
  });

  it('is one object for each service that has a canary, callers before their callees', () => {
    const names = rollbackFiles(labOf({}).mesh).map(({ name }) => name);
    expect(names).toEqual(['0000-frontend.k8s.yaml', '0001-backend.k8s.yaml', '0002-ml.k8s.yaml']);
  });

  it('is the same whatever the shares are', () => {
    const [one, other] = [traffic(5, 20), traffic(100, 0)].map((text) => rollbackFiles(labOf({ traffic: text }).mesh));
    expect(one).toEqual(other);
  });

  it('leaves lanes as they are, because nobody enters them', () => {
    const { mesh } = labOf({ traffic: traffic(5, 'follow') });
    const [, backend] = rollbackFiles(mesh);
    const service = new CallGraph(mesh).mesh.services.find(({ name }) => name === 'backend');
    expect(service && routeManifest(mesh, service)).toBe(backend?.text);
  });
});
