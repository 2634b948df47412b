/**
 * What rendering costs, as ratios within one run: `npm run bench`. Whole processes, user CPU,
 * median of five.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { medianCpu } from './measure';
import { importedModules } from './packages';

const root = join(__dirname, '..');
// Inside the checkout, so that modules resolve as they do for the program.
const work = mkdtempSync(join(root, '.bench-'));
try {
  const importsOnly = join(work, 'imports-only.ts');
  writeFileSync(
    importsOnly,
    importedModules(join(root, 'main.ts'))
      .map((module) => `import '${module}';\n`)
      .join(''),
  );
  const imports = medianCpu(importsOnly);
  const render = medianCpu(join(root, 'main.ts'));
  print('render both apps / import the same packages', render, imports, 1.5);

  const renderMesh = join(__dirname, 'render-mesh.ts');
  const hundred = medianCpu(renderMesh, ['100']);
  const thousand = medianCpu(renderMesh, ['1000']);
  print('render 1,000 services / render 100', thousand, hundred, 12);
} finally {
  rmSync(work, { recursive: true });
}

function print(what: string, above: number, below: number, bar: number): void {
  const ratio = above / below;
  console.log(`${what}: ${above.toFixed(0)} ms / ${below.toFixed(0)} ms = ${ratio.toFixed(2)} (bar: at most ${bar})`);
}
