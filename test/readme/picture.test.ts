import { join } from 'node:path';
import { toMatchFile } from 'jest-file-snapshot';
import { svgText } from '../../cli/graph/svg';
import { readWhole } from '../../cli/read/read-inventory';
import { meshGraph } from '../../lib/analysis/graph/mesh-graph';
import { root } from './project-files';

expect.extend({ toMatchFile });

it('docs/mesh.svg is the lab: `npm test -- test/readme -u` draws it', async () => {
  const { inventory } = readWhole([join(root, 'test', 'stacks', '__snapshots__', 'dist')]);
  expect(`${await svgText(meshGraph(inventory, []))}\n`).toMatchFile(join(root, 'docs', 'mesh.svg'));
});
