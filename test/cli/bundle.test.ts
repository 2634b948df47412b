import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { dependencies } from '../../package.json';
import { runLab } from './run-main';
import { tempFolder } from './temp-folder';

describe('the bundle of the lab command', () => {
  it('imports nothing while it runs: code that the engine has kept could not', async () => {
    await runLab(tempFolder(), {}, '--version');
    const bundle = readFileSync(join(__dirname, '..', '..', 'build', 'lab.cjs'), 'utf8');
    expect(bundle).not.toMatch(/\bimport\(/);
  });

  it('has packages outside of it that can be required, of either kind', () => {
    const outside = ['@inquirer/confirm', '@kubernetes/client-node', 'listr2'];
    expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(outside));
    const program = outside.map((name) => `require(${JSON.stringify(name)})`).join(';');
    expect(() =>
      execFileSync(process.execPath, ['--eval', program], { cwd: join(__dirname, '..', '..') }),
    ).not.toThrow();
  });

  it('loads nothing that speaks HTTP or starts a CDK to check a file', () => {
    const folder = tempFolder({ 'namespace.yaml': '{ apiVersion: v1, kind: Namespace, metadata: { name: shop } }' });
    const lab = join(__dirname, '..', '..', 'bin', 'lab.cjs');
    const program = `process.on('exit', () => console.error(JSON.stringify([...process.moduleLoadList, ...Object.keys(require.cache)])));
      require(${JSON.stringify(lab)})`;
    const { stderr } = spawnSync(process.execPath, ['--eval', program, '--', 'check', folder], { encoding: 'utf8' });
    const loaded = z.array(z.string()).parse(JSON.parse(stderr));
    expect(loaded).toContain('NativeModule fs');
    expect(loaded.filter((name) => /NativeModule https?$|node_modules.(cdk|@cdktf|@kubernetes)/.test(name))).toEqual(
      [],
    );
  });
});
