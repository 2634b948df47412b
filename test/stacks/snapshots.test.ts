import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { toMatchFile } from 'jest-file-snapshot';
import { renderTerraform, renderYaml } from './rendered';

expect.extend({ toMatchFile });

const snapshots = join(__dirname, '__snapshots__');
const yaml = renderYaml();
const terraform = renderTerraform();

/** What we ship, as it is: a change of these files is a change of the lab, and is reviewed as one. */
describe('the lab with every setting at its default', () => {
  it.each(yaml)('renders $name', ({ name, text }) => {
    expect(text).toMatchFile(join(snapshots, 'dist', name));
  });

  it.each([...terraform])('renders the Terraform stack %s', (stack, text) => {
    expect(text).toMatchFile(join(snapshots, 'terraform', `${stack}.tf.json`));
  });

  it('renders no other files', () => {
    expect(readdirSync(join(snapshots, 'dist'))).toEqual([...yaml.map(({ name }) => name), 'rollback']);
    expect(readdirSync(join(snapshots, 'terraform'))).toEqual([...terraform.keys()].map((stack) => `${stack}.tf.json`));
  });

  it('renders the same text a second time', () => {
    expect(renderYaml()).toEqual(yaml);
    expect(renderTerraform()).toEqual(terraform);
  });
});
