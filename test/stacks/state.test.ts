import { stacksOf } from './terraform-json';

describe('the state', () => {
  it.each([
    [
      's3',
      'bucket: states, region: eu-west-1, prefix: lab',
      (stack: string) => ({
        bucket: 'states',
        region: 'eu-west-1',
        key: `lab/${stack}.tfstate`,
        encrypt: true,
        use_lockfile: true,
      }),
    ],
    ['gcs', 'bucket: states', (stack: string) => ({ bucket: 'states', prefix: `mesh_lab/${stack}` })],
    ['pg', 'prefix: lab', (stack: string) => ({ schema_name: `lab_${stack}` })],
    [
      'http',
      'address: "https://state.example.org/lab"',
      (stack: string) => ({
        address: `https://state.example.org/lab/${stack}`,
        lock_address: `https://state.example.org/lab/${stack}/lock`,
        unlock_address: `https://state.example.org/lab/${stack}/lock`,
      }),
    ],
  ])('can be in %s, each stack in a place of its own, without any credential', (backend, fields, expected) => {
    const stacks = stacksOf({ settings: `state: { backend: ${backend}, ${fields} }` });
    expect([...stacks].map(([name, { terraform }]) => [name, terraform.backend])).toEqual(
      ['cluster', 'observability', 'platform'].map((name) => [name, { [backend]: expected(name) }]),
    );
  });

  it.each([
    ['local', '', '>= 1.5.0'],
    ['s3', ', bucket: states, region: eu-west-1', '>= 1.10.0'],
  ])('in %s needs a Terraform that every stack asks for', (backend, fields, version) => {
    const stacks = stacksOf({ settings: `state: { backend: ${backend}${fields} }` });
    expect([...stacks.values()].map(({ terraform }) => terraform.required_version)).toEqual([
      version,
      version,
      version,
    ]);
  });
});
