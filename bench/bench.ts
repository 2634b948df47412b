/**
 * What rendering and checking cost, as ratios within one run: `npm run bench`. Whole processes, user CPU, median of five. Ends
 * with 1 if a bar is missed, or if there is no `istioctl` to be compared with (ISTIOCTL, or on the PATH).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { built } from '../bin/bundle.cjs';
import { judge } from './bars';
import { longRoute, meshYaml, smallFile } from './inputs';
import { medianCpu, memory, once } from './measure';
import { importedModules } from './packages';

const root = join(__dirname, '..');
const node = process.execPath;
const source = [node, '--import', 'tsx'] as const;
const lab = [node, join(root, 'bin', 'lab.cjs')] as const;
const { ISTIOCTL: istioctl = 'istioctl' } = process.env;

// First: who operates waits for that, and needs no more than the API server.
spawnSync(node, ['--import', 'tsx', join(__dirname, 'rollback.ts')], { cwd: root, stdio: 'inherit' });

// Inside the checkout, so that modules resolve as they do for the program.
const work = mkdtempSync(join(root, '.bench-'));
try {
  const fine = [...rendering(), ...starting(), ...reading(), ...growing()];
  process.exitCode = fine.every((one) => one) ? 0 : 1;
} finally {
  rmSync(work, { recursive: true });
}

function rendering(): boolean[] {
  const imports = medianCpu(node, importsOf(join(__dirname, 'render-lab.ts')));
  const render = medianCpu(...launched(join(__dirname, 'render-lab.ts')));
  const start = medianCpu(node, join(root, 'bin', 'main.cjs'));
  const renderMesh = join(__dirname, 'render-mesh.ts');
  const [hundred = 0, thousand = 0] = ['100', '1000'].map((size) => medianCpu(...source, renderMesh, size));
  return [
    judge({ what: 'render both apps / import the same packages', above: render, below: imports, bar: 1.5 }),
    judge({ what: 'npm start, without npm / import the same packages', above: start, below: imports, bar: 2.5 }),
    judge({ what: 'render 1,000 services / render 100', above: thousand, below: hundred, bar: 12 }),
  ];
}

/** A program that loads what another one loads, and nothing else. */
function importsOf(program: string): string {
  const file = join(work, 'imports-only.cjs');
  const modules = importedModules(program);
  writeFileSync(file, modules.map((module) => `require('${module}');\n`).join(''));
  return file;
}

/** A program as ours are run. */
function launched(program: string): string[] {
  const [name, launch] = [basename(program, '.ts'), join(root, 'bin', 'launch.cjs')];
  built({ [name]: program }).outputFiles.forEach(({ path, contents }) => {
    writeFileSync(join(work, basename(path)), contents);
  });
  return [node, '--eval', `require(${JSON.stringify(launch)}).run(${JSON.stringify(join(work, `${name}.cjs`))})`];
}

function starting(): boolean[] {
  const rendered = join(root, 'dist');
  const small = medianCpu(...lab, 'check', smallFile(join(work, 'small')));
  const nothing = medianCpu(node, '--eval', '0');
  const ours = medianCpu(...lab, 'check', rendered);
  return [
    judge({ what: 'check one small file / start Node', above: small, below: nothing, bar: 2.5 }),
    spawnSync(istioctl, ['version', '--remote=false']).status === 0
      ? judge({
          what: 'check dist/ / istioctl analyze',
          above: ours,
          below: medianCpu(istioctl, ...analyze(rendered)),
          bar: 3,
        })
      : missing(),
  ];
}

function analyze(folder: string): string[] {
  return ['analyze', '--use-kube=false', folder];
}

function missing(): boolean {
  console.log(`MISSED check dist/ / istioctl analyze: there is no ${istioctl}; name one by ISTIOCTL`);
  return false;
}

function reading(): boolean[] {
  const [small, large] = [meshYaml(100, join(work, 'yaml-100')), meshYaml(1000, join(work, 'yaml-1000'))];
  const parse = medianCpu(...source, join(__dirname, 'parse-yaml.ts'), large);
  const check = medianCpu(...lab, 'check', large);
  const text = readdirSync(large).reduce((sum, file) => sum + statSync(join(large, file)).size, 0);
  const peak =
    memory(join(root, 'bin', 'lab.cjs'), 'check', large) - memory(join(root, 'bin', 'lab.cjs'), 'check', small);
  return [
    judge({ what: 'check 1,000 services / parse the same YAML', above: check, below: parse, bar: 5.5 }),
    judge({
      what: 'check 1,000 services / check 100',
      above: check,
      below: medianCpu(...lab, 'check', small),
      bar: 12,
    }),
    judge({ what: 'route 1,000 services / parse', above: medianCpu(...lab, 'route', large), below: parse, bar: 8.7 }),
    judge({ what: 'authz 1,000 services / parse', above: medianCpu(...lab, 'authz', large), below: parse, bar: 8.7 }),
    judge(
      { what: 'memory of check, beyond 100 services / the YAML', above: peak / 1e6, below: text / 1e6, bar: 4 },
      'MB',
    ),
  ];
}

function growing(): boolean[] {
  const routes = [1_000, 10_000].map((rules) => longRoute(rules, join(work, `rules-${rules}`)));
  const [few = 0, many = 0] = routes.map((folder) => medianCpu(...lab, 'check', folder));
  const [ten = 0, hundred = 0, thousand = 0] = [10, 100, 1_000].map((size) =>
    once([...lab, 'plan', meshYaml(size, join(work, `plan-${size}`))]),
  );
  return [
    judge({ what: 'check 10,000 rules / check 1,000', above: many, below: few, bar: 10 }),
    judge({ what: 'plan 100 services / plan 10', above: hundred, below: ten, bar: 8 }),
    judge({ what: 'plan 1,000 services / plan 100', above: thousand, below: hundred, bar: 8 }),
  ];
}
