import { change, changed } from '../../lib/drill/change';
import { allDrills } from '../../lib/drill/table';
import { renderedFiles } from '../support/render';
import { threeTiers } from '../support/three-tiers';
import { certificates, codesIn, stageOf } from './scenes';

const { manifests, scene } = stageOf();
const before = manifests.map(({ content }) => content);
const texts = before.map((content) => JSON.stringify(content));

describe.each(allDrills.map((drill) => [drill.name, drill] as const))('the drill %s', (_, drill) => {
  const changes = drill.changes(scene, certificates);
  const after = changed(manifests, changes);

  it('is predicted by exactly the codes that it names', () => {
    const predicted = drill.prediction.by === 'check' ? [...drill.prediction.codes].sort() : [];
    expect(codesIn(after)).toEqual(predicted);
  });

  it('changes every object that it names, and no other', () => {
    const different = after.filter((content) => !texts.includes(JSON.stringify(content)));
    const gone =
      before.length - (after.length - changes.filter(({ mutate }) => mutate(undefined) !== undefined).length);
    expect(different.length + gone).toBe(changes.length);
    expect(changes.length).toBeGreaterThan(0);
  });

  it('leaves what it was given as it was', () => {
    expect(manifests.map(({ content }) => JSON.stringify(content))).toEqual(texts);
  });
});

describe('drills', () => {
  it('are at least twelve, each with a name of its own', () => {
    const names = allDrills.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(12);
  });

  it('find nothing to do where there is no split to break', () => {
    const whole = stageOf(
      renderedFiles(threeTiers({ splits: { frontend: 0, backend: 'follow', ml: 'follow' } })),
    ).scene;
    const idle = allDrills.filter((drill) => drill.changes(whole, certificates).length === 0);
    expect(idle.map(({ name }) => name)).toEqual(['weights-miss-100']);
  });

  it('take place where the gateway redirects to https as well', () => {
    expect(stageOf(renderedFiles(threeTiers(), { httpsRedirect: true })).scene.scheme).toBe('https');
  });

  it('are the same with other replicas, images and hosts', () => {
    const difference = { replicas: 3, hosts: ['shop.localhost'], image: 'team/app:v2' } as const;
    const other = stageOf(renderedFiles(threeTiers(difference)));
    const wanted = allDrills.flatMap(({ name, prediction }) =>
      prediction.by === 'check' ? [[name, prediction.codes]] : [],
    );
    const found = allDrills
      .filter(({ prediction }) => prediction.by === 'check')
      .map((drill) => [drill.name, codesIn(changed(other.manifests, drill.changes(other.scene, certificates)))]);
    expect(found).toEqual(wanted);
  });
});

describe('a change', () => {
  it('does nothing to an object that is not there', () => {
    const absent = { apiVersion: 'v1', kind: 'Service', namespace: 'nowhere', name: 'nobody' };
    expect(changed(manifests, [change(absent, () => ({ kind: 'Service' }))])).toEqual(before);
  });
});
