import { chdir, cwd } from 'node:process';
import { connect } from '../../../cli/cluster/cluster';
import { driftOf } from '../../../cli/status/drift';
import { reasonOf } from '../../../cli/status/watch';
import { defaultSettings } from '../../../stacks/settings';
import { tempFolder } from '../temp-folder';

const kubeconfig = [
  'contexts: [{ name: kind-mesh-lab, context: { cluster: lab, user: lab } }]',
  'clusters: [{ name: lab, cluster: { server: "https://127.0.0.1:1" } }]',
  'users: [{ name: lab, user: {} }]',
].join('\n');

describe('drift where nothing is rendered', () => {
  const before = cwd();
  afterEach(() => {
    chdir(before);
  });

  it.each([
    ['no folder', {}],
    ['an empty folder', { 'dist/rollback/route.yaml': '' }],
  ])('is not known, and the reason says in one line what to do: %s', async (_, files) => {
    chdir(tempFolder({ ...files, kubeconfig }));
    const reason = await driftOf(await connect(defaultSettings)).then(() => 'known', reasonOf);
    expect(reason).toBe('dist/: the lab is rendered there; render first: `npm start`');
  });
});
