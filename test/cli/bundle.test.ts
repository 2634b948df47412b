import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
});
