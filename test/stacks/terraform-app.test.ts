import { homedir, tmpdir } from 'node:os';
import { renderTerraform } from './rendered-stacks';
import { releasesOf, stacksOf } from './terraform-json';

const texts = [...renderTerraform()];
const stacks = [...stacksOf()];
const withCluster = stacks.filter(([name]) => name !== 'cluster');

describe('the Terraform app', () => {
  it('has three stacks, each with a place of its own for its state', () => {
    expect(stacks.map(([name, { terraform }]) => [name, terraform.backend])).toEqual(
      ['cluster', 'observability', 'platform'].map((name) => [
        name,
        { local: { path: `../../../state/${name}.tfstate` } },
      ]),
    );
  });

  it('leaves every custom resource to the YAML, because Terraform needs its definition to plan', () => {
    expect(texts.filter(([, text]) => text.includes('kubernetes_manifest'))).toEqual([]);
  });

  it('pins the version of every provider', () => {
    const versions = stacks.flatMap(([, { terraform }]) =>
      Object.values(terraform.required_providers).map(({ version }) => version),
    );
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('pins the version of every chart', () => {
    const versions = stacks.flatMap(([, stack]) => [...releasesOf(stack).values()].map(({ version }) => version));
    expect(versions).toHaveLength(8);
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

describe.each(texts)('the JSON of the stack %s', (_, text) => {
  it('has no folder of this machine', () => {
    for (const folder of [process.cwd(), tmpdir(), homedir()].filter((path) => path.length > 1)) {
      expect(text).not.toContain(`${folder}/`);
    }
    expect(text.replaceAll('/var/lib/grafana', '')).not.toMatch(/"\/(home|root|tmp|Users|var|private)\//);
  });
});

describe.each(withCluster)('the providers of the stack %s', (_, { provider, resource }) => {
  const access = {
    config_path: '${abspath("${path.root}/../../../kubeconfig")}',
    config_context: 'kind-mesh-lab',
  };

  it('read the kubeconfig file in the checkout', () => {
    expect(provider['kubernetes']).toEqual([access]);
    expect(provider['helm']).toEqual([{ kubernetes: access }]);
  });

  it('refer to no resource, so that they work before there is one', () => {
    const text = JSON.stringify(provider);
    for (const type of [...Object.keys(resource), 'data.', 'module.', 'terraform_remote_state']) {
      expect(text).not.toContain(type);
    }
  });
});

describe('a kubeconfig elsewhere', () => {
  it.each([
    ['/etc/lab/kubeconfig', '/etc/lab/kubeconfig'],
    ['~/.kube/config', '~/.kube/config'],
    ['etc/kubeconfig', '${abspath("${path.root}/../../../etc/kubeconfig")}'],
  ])('%s is read at %s', (kubeconfig, path) => {
    const settings = `target: existing\ncluster: { kubeconfig: ${kubeconfig}, context: c }`;
    expect(stacksOf({ settings }).get('platform')?.provider['kubernetes']).toMatchObject([{ config_path: path }]);
  });
});
