import { join } from 'node:path';
import { readLab } from '../../../cli/read/read-lab';
import { InputError } from '../../../lib/input/input-error';
import { defaultSettings } from '../../../stacks/settings';
import { places } from '../../input/places';
import { tempFolder } from '../temp-folder';

/** Loads the lab from two texts; `undefined` leaves the file out. */
function load(settings: string | Buffer | undefined, traffic: string | Buffer | undefined) {
  const folder = tempFolder({
    ...(settings === undefined ? {} : { 'settings.yaml': settings }),
    ...(traffic === undefined ? {} : { 'traffic.yaml': traffic }),
  });
  const env = { LAB_SETTINGS: join(folder, 'settings.yaml'), LAB_TRAFFIC: join(folder, 'traffic.yaml') };
  return { folder, lab: () => readLab(env) };
}

/** Where the problems stand that loading ends with, without the folder. */
function problemsOf(settings: string | Buffer | undefined, traffic: string | Buffer | undefined): string[] {
  const { folder, lab } = load(settings, traffic);
  try {
    lab();
  } catch (error) {
    if (error instanceof InputError) {
      return places(error.problems).map((place) => place.replaceAll(`${folder}/`, ''));
    }
    throw error;
  }
  return [];
}

describe('loading the lab', () => {
  it('builds the mesh from both files', () => {
    const { settings, mesh } = load('replicas: 3', 'splits: { frontend: 25 }').lab();
    expect(settings).toEqual({ ...defaultSettings, replicas: 3 });
    expect(mesh.services.map(({ stable }) => stable.replicas)).toEqual([3, 3, 3]);
    expect(mesh.traffic).toEqual({ pins: [], splits: new Map([['frontend', 25]]) });
  });

  it('takes empty files for all defaults', () => {
    expect(load('', '').lab().settings).toEqual(defaultSettings);
  });

  it('reports the problems of both files at once', () => {
    expect(problemsOf('replicas: 0\nsize: 1', 'splits:\n  frontend: 101\n  shop: 1')).toEqual([
      'settings.yaml:1 replicas',
      'settings.yaml:2 size',
      'traffic.yaml:2 splits.frontend',
      'traffic.yaml:3 splits.shop',
    ]);
  });

  it('reports the problems of the one file when the other is good', () => {
    expect(problemsOf('', 'splits: { frontend: -1 }')).toEqual(['traffic.yaml:1 splits.frontend']);
    expect(problemsOf('profile: big', '')).toEqual(['settings.yaml:1 profile']);
  });

  it('reports a missing file beside the problems of the other', () => {
    expect(problemsOf(undefined, 'splits: { shop: 1 }')).toEqual([
      'settings.yaml:undefined',
      'traffic.yaml:1 splits.shop',
    ]);
    expect(problemsOf(undefined, undefined)).toHaveLength(2);
  });

  it('says how to get a missing file back', () => {
    expect(load('', undefined).lab).toThrow(
      /traffic\.yaml: .*\n {2}rule: {3}the file exists.*\n {2}remedy: restore it with `git checkout`/,
    );
  });

  it('reports a capacity that does not suffice as a problem of the settings', () => {
    expect(problemsOf('capacity: { cpu: 100m }', '')).toEqual(['settings.yaml:undefined capacity.cpu']);
  });

  it('reports a host that is there twice as a problem of the settings', () => {
    expect(problemsOf('hosts: [a.localhost, a.localhost]', '')).toEqual([expect.stringMatching(/^settings\.yaml/)]);
  });

  it('reports both files where neither is UTF-8, and takes UTF-16 with its mark', () => {
    const latin1 = Buffer.from('# caf\xe9', 'latin1');
    expect(problemsOf(latin1, latin1)).toEqual(['settings.yaml:1', 'traffic.yaml:1']);
    expect(load(Buffer.from('\uFEFFreplicas: 3', 'utf16le'), '').lab().settings.replicas).toBe(3);
  });

  it('reports a second document of either file', () => {
    expect(problemsOf('replicas: 3\n---\nreplicas: 4', 'splits: {}\n---\n')).toEqual([
      'settings.yaml:2',
      'traffic.yaml:2',
    ]);
  });
});
