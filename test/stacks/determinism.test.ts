import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Run, runMain } from '../cli/run-main';
import { filesBelow, tempFolder } from '../cli/temp-folder';

const inputs = { 'settings.yaml': 'replicas: 3\n', 'traffic.yaml': 'splits: { frontend: 10, backend: follow }\n' };
const here = tempFolder(inputs);
const elsewhere = tempFolder({
  'my inputs/s.yaml': inputs['settings.yaml'],
  'my inputs/t.yaml': inputs['traffic.yaml'],
});
const place = join(elsewhere, 'a', 'much', 'deeper', 'place');
const anotherMachine = {
  LAB_SETTINGS: join(elsewhere, 'my inputs', 's.yaml'),
  LAB_TRAFFIC: join(elsewhere, 'my inputs', 't.yaml'),
  HOME: elsewhere,
  USER: 'somebody',
  LOGNAME: 'somebody',
  HOSTNAME: 'another',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  TZ: 'Pacific/Chatham',
};
const terraformFolder = join(place, 'terraform');
const yamlFolder = join(place, 'yaml');
let runs: Run[];

beforeAll(async () => {
  mkdirSync(place, { recursive: true });
  // The second and the third render into one folder: one after the other, or one would say that it waits.
  runs = [
    ...(await Promise.all([runMain(here), runMain(place, { ...anotherMachine, CDKTF_OUTDIR: terraformFolder })])),
    await runMain(place, { ...anotherMachine, CDK8S_OUTDIR: yamlFolder }),
  ];
});

describe('another machine, user, folder, language and time zone', () => {
  it('can render the lab as well', () => {
    expect(runs).toMatchObject(runs.map(() => ({ exitCode: 0, stderr: '' })));
  });

  it('render the same Terraform JSON, byte for byte', () => {
    expect(filesBelow(terraformFolder)).toEqual(filesBelow(join(here, 'cdktf.out')));
  });

  it('render the same YAML, byte for byte', () => {
    expect(filesBelow(yamlFolder)).toEqual(filesBelow(join(here, 'dist')));
  });
});

describe('the commands of the frameworks', () => {
  it('write their part alone, and leave stdout to the frameworks', () => {
    expect(Object.keys(filesBelow(place)).filter((file) => !/^(terraform|yaml)\//.test(file))).toEqual([]);
    expect(Object.keys(filesBelow(terraformFolder)).filter((file) => !file.endsWith('.json'))).toEqual([]);
    expect(Object.keys(filesBelow(yamlFolder)).filter((file) => !file.endsWith('.k8s.yaml'))).toEqual([]);
    expect(runs.slice(1).map(({ stdout }) => stdout)).toEqual(['', '']);
  });
});
