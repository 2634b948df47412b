import { join } from 'node:path';
import { replaceRendered } from '../../../cli/canary/rendered-route';
import { routeText } from '../../../cli/canary/route-object';
import { labOf, renderYaml } from '../../stacks/rendered';
import { filesBelow, tempFolder } from '../temp-folder';

const traffic = (share: number): string => `splits: { frontend: ${share}, backend: follow, ml: follow }`;
const filesOf = (share: number) =>
  Object.fromEntries(renderYaml({ traffic: traffic(share) }).map(({ name, text }) => [name, text]));

describe('a shifted route', () => {
  it('takes the place of the rendered one, and leaves what a new rendering would', async () => {
    const folder = tempFolder(filesOf(10));
    const { mesh } = labOf({ traffic: traffic(10) });
    const [frontend] = mesh.services;
    const text = frontend && (await routeText({ mesh }, frontend, 35));
    expect(replaceRendered(folder, text ?? '')).toBe(join(folder, '0003-frontend.k8s.yaml'));
    expect(filesBelow(folder)).toEqual(filesOf(35));
    expect(replaceRendered(folder, text ?? '')).toBeUndefined();
  });

  it('is written nowhere where nothing was rendered', () => {
    expect(
      replaceRendered(join(tempFolder({}), 'dist'), 'kind: VirtualService\nmetadata: { name: a-vs }\n'),
    ).toBeUndefined();
    const folder = tempFolder({
      '0001-other.k8s.yaml': 'kind: Service\nmetadata: { name: a-vs }\n',
      'notes.yaml': 'a: 1\n',
    });
    expect(replaceRendered(folder, 'kind: VirtualService\nmetadata: { name: a-vs }\n')).toBeUndefined();
    expect(Object.keys(filesBelow(folder))).toEqual(['0001-other.k8s.yaml', 'notes.yaml']);
  });
});
