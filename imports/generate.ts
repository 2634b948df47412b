/**
 * Regenerates every binding in this folder from the schemas beside it: `npm run import`.
 *
 * Needs no network and no Terraform binary, so that CI can prove on any machine that the
 * committed bindings are what the committed schemas produce.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { ConstructsMakerProviderTarget, Language, type ProviderSchema } from '@cdktf/commons';
import { standaloneValidators } from './standalone-validators';
import { type CustomResourceDefinition, validationSchemas } from './validation-schemas';
import { CodeMaker, TerraformProviderConstraint, TerraformProviderGenerator } from '@cdktf/provider-generator';

const here = __dirname;
const schemas = join(here, 'schemas');
/** Beside the formats that it asks for. */
const validators = join(here, '..', 'lib', 'analysis', 'checks', 'schema', 'compiled', 'istio-validators.js');

interface Crd {
  readonly spec: { versions: { readonly name: string; readonly storage: boolean }[] };
}

/** The one file in `schemas/` whose name starts with `prefix`: its name carries the version. */
function schemaFile(prefix: string): string {
  const [name, ...more] = readdirSync(schemas).filter((file) => file.startsWith(prefix));
  if (name === undefined || more.length > 0) {
    throw new Error(`imports/schemas must hold exactly one file named ${prefix}*`);
  }
  return join(schemas, name);
}

/**
 * One version of each CRD becomes a class, `v1` where there is one: older versions of the same
 * kind would triple the bindings, slow every start, and offer classes that nobody should pick.
 */
function oneVersionEach(crdFile: string): string {
  const crds = parseAllDocuments(readFileSync(crdFile, 'utf8')).map((doc) => {
    const crd = doc.toJS() as Crd;
    const { versions } = crd.spec;
    const stable = versions.filter((version) => version.name === 'v1');
    crd.spec.versions = stable.length > 0 ? stable : versions.filter((version) => version.storage);
    return crd;
  });
  return crds.map((crd) => stringify(crd, { aliasDuplicateObjects: false })).join('---\n');
}

function importIstio(): void {
  const work = mkdtempSync(join(tmpdir(), 'istio-crds-'));
  try {
    const filtered = join(work, 'crds.yaml');
    writeFileSync(filtered, oneVersionEach(schemaFile('istio-')));
    const cli = join(dirname(require.resolve('cdk8s-cli/package.json')), 'bin', 'cdk8s');
    const args = ['import', filtered, '--language', 'typescript', '--output', here, '--no-save', '--no-check-upgrade'];
    execFileSync(process.execPath, [cli, ...args], { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** One line for each kind: short to read for a program, and a diff still says what changed. And what is compiled of it. */
function writeIstioSchemas(): void {
  const crds = parseAllDocuments(readFileSync(schemaFile('istio-'), 'utf8')).map(
    (document) => document.toJS() as CustomResourceDefinition,
  );
  const kinds = validationSchemas(crds);
  const lines = Object.entries(kinds).map(([kind, schema]) => `${JSON.stringify(kind)}:${JSON.stringify(schema)}`);
  writeFileSync(join(here, 'istio-schemas.json'), `{\n${lines.join(',\n')}\n}\n`);
  writeFileSync(validators, standaloneValidators(kinds));
}

/**
 * The generator's output does not compile under exactOptionalPropertyTypes. Its exported types
 * still apply to whoever imports it; only its own bodies go unchecked.
 */
function skipTypeCheck(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, entry);
    if (file.endsWith('.ts')) {
      writeFileSync(file, `// @ts-nocheck\n${readFileSync(file, 'utf8')}`);
    }
  }
}

async function importKind(): Promise<void> {
  rmSync(join(here, 'providers'), { recursive: true, force: true });
  const code = new CodeMaker();
  const schema = JSON.parse(readFileSync(schemaFile('kind@'), 'utf8')) as ProviderSchema;
  // With the short source, Terraform and OpenTofu each ask their own registry.
  const source = new TerraformProviderConstraint('tehcyx/kind');
  new TerraformProviderGenerator(code, schema).generate(new ConstructsMakerProviderTarget(source, Language.TYPESCRIPT));
  await code.save(here);
  skipTypeCheck(join(here, 'providers'));
}

importIstio();
writeIstioSchemas();
void importKind();
