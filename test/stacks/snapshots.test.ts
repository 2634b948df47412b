import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { toMatchFile } from 'jest-file-snapshot';
import { filesBelow } from '../cli/temp-folder';
import { readableStack } from './readable-stack';
import { renderRemoval, renderYaml } from './rendered';
import { renderTerraform } from './rendered-stacks';

expect.extend({ toMatchFile });

const snapshots = join(__dirname, '__snapshots__');
const yaml = renderYaml();
const terraform = renderTerraform();
const stacks = [...terraform].map(([stack, text]) => ({ stack, ...readableStack(stack, text) }));
const documents = stacks.flatMap((stack) => [...stack.documents].map(([file, text]) => ({ file, text })));

/** What we ship, as it is: a change of these files is a change of the lab, and is reviewed as one. */
describe('the lab with every setting at its default', () => {
  it.each(yaml)('renders $name', ({ name, text }) => {
    expect(text).toMatchFile(join(snapshots, 'dist', name));
  });

  it('renders what removes it', () => {
    const { name, text } = renderRemoval();
    expect(text).toMatchFile(join(snapshots, 'dist', 'remove', name));
  });

  it.each(stacks)('renders the Terraform stack $stack', ({ stack, text }) => {
    expect(text).toMatchFile(join(snapshots, 'terraform', `${stack}.tf.json`));
  });

  it.each(documents)('renders $file in it', ({ file, text }) => {
    expect(text).toMatchFile(join(snapshots, 'terraform', file));
  });

  it('renders no other files', () => {
    expect(readdirSync(join(snapshots, 'dist'))).toEqual([...yaml.map(({ name }) => name), 'remove', 'rollback']);
    const files = [...stacks.map(({ stack }) => `${stack}.tf.json`), ...documents.map(({ file }) => file)];
    expect(Object.keys(filesBelow(join(snapshots, 'terraform')))).toEqual(files.sort());
  });

  it('renders the same text a second time', () => {
    expect(renderYaml()).toEqual(yaml);
    expect(renderTerraform()).toEqual(terraform);
  });
});
