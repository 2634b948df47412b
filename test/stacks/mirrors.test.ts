import * as z from 'zod';
import { readSettings } from '../../stacks/settings';
import { loadManifest, entranceInCluster } from '../../stacks/load-chart';
import { loadTestOf } from '../../lib/load/load-test';
import { loadProfiles } from '../../lib/load/profile';
import { addOnCharts, istioCharts } from '../../lib/versions';
import { objectsIn } from '../support/kube-objects';
import { labOf, renderYaml } from './rendered';
import { renderTerraform } from './rendered-stacks';
import { releasesOf, stacksOf } from './terraform-json';

const repositories = [...new Set([istioCharts, ...Object.values(addOnCharts).map(({ repository }) => repository)])];
const settings = JSON.stringify({
  images: { ml: { canary: 'ghcr.io/team/ml:v2' } },
  mirrors: {
    images: { 'docker.io': 'mirror.test/hub', 'quay.io': 'mirror.test/quay', 'ghcr.io': 'mirror.test/ghcr' },
    charts: Object.fromEntries(repositories.map((one, index) => [one, `oci://mirror.test/charts/${index}`])),
  },
});
const written = { settings };
const lab = labOf(written);
const load = loadManifest({
  profile: 'smoke',
  test: loadTestOf({ mesh: lab.mesh, name: 'smoke', profile: loadProfiles.smoke, entrance: entranceInCluster }),
  script: '',
  mirrors: lab.settings.mirrors,
});
const yaml = [...renderYaml(written).map(({ text }) => text), load];
const terraform = [...renderTerraform(written).values()];

/** Every text below some value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('with mirrors of everything', () => {
  it('no address of an original is left in the YAML or the Terraform JSON', () => {
    const originals =
      /docker\.io|quay\.io|ghcr\.io|blob\.istio\.io|helm-charts|(?<!hub\/)(nicholasjackson|kindest|grafana\/k6)/;
    expect([...yaml, ...terraform].flatMap((text) => originals.exec(text)?.[0] ?? [])).toEqual([]);
  });

  it('every image of the YAML comes from them', () => {
    const Image = z.looseObject({ image: z.string() });
    const images: string[] = [];
    const collect = (value: unknown): void => {
      const { data } = Image.safeParse(value);
      images.push(...(data === undefined ? [] : [data.image]));
      Object.values(typeof value === 'object' && value !== null ? value : {}).forEach(collect);
    };
    yaml.flatMap((text) => objectsIn([{ name: 'a.yaml', text }])).forEach(collect);
    expect(images).toHaveLength(7);
    expect(images.filter((image) => !image.startsWith('mirror.test/'))).toEqual([]);
  });

  it('every chart, and every image that a chart names, comes from them', () => {
    const releases = [...stacksOf(written).values()].flatMap((stack) => [...releasesOf(stack).values()]);
    expect(releases.map(({ repository }) => repository)).toEqual(
      releases.map(() => expect.stringMatching(/^oci:\/\/mirror\.test\/charts\/\d$/) as unknown),
    );
    const named = releases.filter(({ values }) => textsIn(values).some((text) => text.startsWith('mirror.test/')));
    expect(named.map(({ name }) => name).sort()).toEqual([
      'grafana',
      'istio-cni',
      'istiod',
      'jaeger',
      'kiali',
      'prometheus',
    ]);
  });

  it('the nodes of the cluster come from them', () => {
    expect(terraform.join('\n')).toContain('mirror.test/hub/kindest/node:');
  });
});

describe('a mirror', () => {
  const problemsOf = (text: string) => readSettings({ name: 'settings.yaml', text }).problems;

  it.each([
    ['images', 'doker.io', 'mirror.test', /use one of: docker\.io, quay\.io$/],
    ['charts', 'https://charts.test', 'https://mirror.test', /use one of: https:\/\/blob\.istio\.io/],
  ])('of %s that nobody asks for is told, with those that are', (what, key, mirror, remedy) => {
    const [problem, ...more] = problemsOf(`mirrors:\n  ${what}:\n    ${key}: ${mirror}\n`);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ line: 3, path: ['mirrors', what, key] });
    expect(problem?.remedy).toMatch(remedy);
  });

  it('of a registry that an image of the settings comes from is known', () => {
    expect(
      problemsOf('images: { ml: { canary: "ghcr.io/a/b:1" } }\nmirrors: { images: { ghcr.io: mirror.test } }'),
    ).toEqual([]);
  });

  it.each(['https://mirror.test', 'mirror.test/', 'mirror test', '', 'mirror.test/Upper'])(
    'is not written as %j',
    (mirror) => {
      const problems = problemsOf(`mirrors: { images: { docker.io: "${mirror}" } }`);
      expect(problems).toMatchObject([{ path: ['mirrors', 'images', 'docker.io'] }]);
    },
  );
});
