import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readInventory } from '../../../cli/read/read-inventory';
import { tempFolder } from '../temp-folder';

const service =
  'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: shop }\nspec: { ports: [{ name: http, port: 80 }] }\n';
const files = {
  'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'chart/values.yaml': '# nothing but values\nreplicas: 3\n',
  'chart/templates/web.yaml':
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Release.Name }}\n{{- if .Values.spec }}\nspec: {}\n{{- end }}\n',
  'empty.yaml': '# later\n',
  'node_modules/thing/package.json': '{ "name": "thing" }',
  '.github/workflows/test.yaml': 'on: push\njobs: {}\n',
  'service.yaml': service,
};
const lab = join(__dirname, '..', '..', '..', 'bin', 'lab.cjs');
const check = (folder: string, ...paths: readonly string[]) =>
  spawnSync(process.execPath, [lab, 'check', ...paths], { cwd: folder, encoding: 'utf8' });

describe('what is no Kubernetes object', () => {
  it('is left out of a folder, in one line', () => {
    const { stderr } = check(tempFolder(files), '.');
    expect(stderr.split('\n')[0]).toBe('chart/Chart.yaml and 2 more files are left out: no Kubernetes objects');
    expect(stderr).not.toMatch(/node_modules|\.github|values\.yaml/);
  });

  it('is a problem where it is named itself', () => {
    const { stderr, status } = check(tempFolder(files), 'service.yaml', 'chart/values.yaml');
    expect(status).toBe(2);
    expect(stderr).toContain('chart/values.yaml:2: "replicas: 3"\n  rule:   every document is a Kubernetes object');
  });

  it('is a problem where it begins to be one', () => {
    const folder = tempFolder({ 'service.yaml': service, 'half.yaml': 'apiVersion: v1\nmetadata: { name: half }\n' });
    expect(readInventory([folder]).problems).toMatchObject([{ file: join(folder, 'half.yaml'), line: 1 }]);
  });

  it('is named as the template that it is, once a file', () => {
    const { stderr, status } = check(tempFolder(files), '.');
    expect(status).toBe(2);
    expect(stderr.match(/rule: {3}/g)).toHaveLength(1);
    expect(stderr).toContain('chart/templates/web.yaml:4: "name: {{ .Release.Name }}"');
    expect(stderr).toContain('`helm template CHART | npm run lab -- check -`');
  });

  it('is no template where a text has braces', () => {
    const alert =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: alerts }\ndata:\n  text: |\n    {{ .Labels.pod }}\n  quoted: "{{ x }}"\n';
    const { manifests, problems } = readInventory([tempFolder({ 'alerts.yaml': alert })]);
    expect([manifests.length, problems]).toEqual([1, []]);
  });

  it('says what a Kustomization does to the files beside it', () => {
    const kustomization =
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: shop\nresources: [service.yaml]\n';
    const folder = tempFolder({ 'app/kustomization.yaml': kustomization, 'app/service.yaml': service });
    const { stderr, status } = check(folder, 'app');
    expect(stderr).toContain('`kubectl kustomize app | npm run lab -- check -`');
    expect(status).not.toBe(2);
  });
});
