import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { toMatchFile } from 'jest-file-snapshot';
import { parse } from 'yaml';
import { configSchema } from '../../../cli/check/config';
import { schemaProblems } from '../../../lib/input/schema-problems';
import { unreadable } from '../check/broken';
import { runLab } from '../run-main';
import { tempFolder } from '../temp-folder';
import { jsonSchemaOf, type SchemaName, schemas } from './schemas';

expect.extend({ toMatchFile });

const root = join(__dirname, '..', '..', '..');
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
const names = Object.keys(schemas) as SchemaName[];

describe('docs/schemas/', () => {
  it.each(names)('has what %s is: `npm test -- -u` writes it', (name) => {
    const text = `${JSON.stringify(jsonSchemaOf(name), undefined, 2)}\n`;
    expect(text).toMatchFile(join(root, 'docs', 'schemas', `${name}.schema.json`));
  });
});

const files = join(root, 'test', 'analysis', 'foreign');
const rendered = join(root, 'test', 'stacks', '__snapshots__', 'dist');
const folder = tempFolder({
  'settings.yaml': '',
  'traffic.yaml': 'splits: { frontend: 10, backend: follow, ml: follow }',
  'app/route.yaml': unreadable,
  'app/bad.yaml': badRequest(),
});

const outputs: readonly (readonly [SchemaName, readonly string[]])[] = [
  ['check', ['check', files]],
  ['check', ['check', 'app', '--only', 'KIA1101']],
  ['route', ['route', rendered]],
  ['route', ['route', files]],
  ['authz', ['authz', rendered]],
  ['authz', ['authz', files]],
  ['plan', ['plan', rendered]],
  ['plan', ['plan', join(files, 'shop.yaml')]],
  ['budget', ['budget', rendered]],
  ['budget', ['budget', 'app']],
  ['doctor', ['doctor']],
  ['drill-list', ['drill', 'list']],
];

describe('what programs read', () => {
  it.each(outputs)('%s: %p is what the schema says, to the last field', async (name, args) => {
    const { stdout } = await runLab(folder, {}, ...args, '--json');
    const validate = ajv.compile(jsonSchemaOf(name));
    const output: unknown = JSON.parse(stdout);
    validate(output);
    expect(validate.errors).toBeNull();
    const first: unknown = Array.isArray(output) ? output[0] : output;
    const more = { ...(first as object), unheard: true };
    expect(validate(Array.isArray(output) ? [more] : more)).toBe(false);
  });
});

describe('the schema of the settings of `lab check`', () => {
  const validate = ajv.compile(jsonSchemaOf('config'));

  it.each(['{}', 'failOn: info', 'only: [KIA1101]\nskip: [LAB010]', 'baseline: a.json\nexclude: ["**/charts/**"]'])(
    'takes what the program takes: %s',
    (text) => {
      expect([validate(parse(text)), schemaProblems(configSchema, parse(text))]).toEqual([true, []]);
    },
  );

  it.each(['failOn: fatal', 'only: KIA1101', 'skip: [3]', 'baseline: ""', 'exclude: [""]', 'unheard: 1'])(
    'refuses what the program refuses: %s',
    (text) => {
      expect([validate(parse(text)), schemaProblems(configSchema, parse(text)).length]).toEqual([false, 1]);
    },
  );
});

function badRequest(): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec: { template: { spec: { containers: [{ name: shop, resources: { requests: { cpu: lots } } }] } } }
`;
}
