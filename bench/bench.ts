/**
 * What rendering and checking cost, as ratios within one run: `npm run bench`. Whole processes, user CPU,
 * median of five.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestFiles } from '../lib/output/manifest-files';
import { kubernetesApp } from '../stacks/kubernetes-app';
import { medianCpu } from './measure';
import { importedModules } from './packages';
import { tree } from './tree';

const root = join(__dirname, '..');

// First: who operates waits for that, and needs no more than the API server.
spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, 'rollback.ts')], { cwd: root, stdio: 'inherit' });

// Inside the checkout, so that modules resolve as they do for the program.
const work = mkdtempSync(join(root, '.bench-'));
try {
  const renderLab = join(__dirname, 'render-lab.ts');
  const importsOnly = join(work, 'imports-only.ts');
  writeFileSync(
    importsOnly,
    importedModules(renderLab)
      .map((module) => `import '${module}';\n`)
      .join(''),
  );
  const imports = medianCpu(importsOnly);
  const render = medianCpu(renderLab);
  print('render both apps / import the same packages', render, imports, 1.5);

  const renderMesh = join(__dirname, 'render-mesh.ts');
  const hundred = medianCpu(renderMesh, ['100']);
  const thousand = medianCpu(renderMesh, ['1000']);
  print('render 1,000 services / render 100', thousand, hundred, 12);

  const lab = join(root, 'cli', 'lab.ts');
  const small = writeYaml(100, join(work, 'yaml-100'));
  const large = writeYaml(1000, join(work, 'yaml-1000'));
  const checkSmall = medianCpu(lab, ['check', small]);
  const checkLarge = medianCpu(lab, ['check', large]);
  print(
    'check 1,000 services / parse the same YAML',
    checkLarge,
    medianCpu(join(__dirname, 'parse-yaml.ts'), [large]),
    3,
  );
  print('check 1,000 services / check 100', checkLarge, checkSmall, 12);
} finally {
  rmSync(work, { recursive: true });
}

/** The YAML of a mesh of so many services, in a folder of its own. */
function writeYaml(size: number, folder: string): string {
  mkdirSync(folder);
  for (const { name, text } of manifestFiles(
    kubernetesApp({ mesh: tree(size), sampling: 5, httpsRedirect: false, access: true }),
  )) {
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function print(what: string, above: number, below: number, bar: number): void {
  const ratio = above / below;
  console.log(`${what}: ${above.toFixed(0)} ms / ${below.toFixed(0)} ms = ${ratio.toFixed(2)} (bar: at most ${bar})`);
}
