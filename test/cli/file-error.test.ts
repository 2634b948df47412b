import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileProblem } from '../../cli/file-error';
import { replaceFile } from '../../cli/replace-file';
import { runLab } from './run-main';
import { tempFolder } from './temp-folder';

const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: shop }\nspec: {}\n';

/** Of a machine on which root may do everything, these can't be had. */
function systemError(code: string, errno: number): Error {
  return Object.assign(new Error(`${code}: x`), { code, errno, syscall: 'open', path: 'dist/a.yaml' });
}

function caught(work: () => void): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('an error of the file system', () => {
  it.each([
    ['EACCES', -13, 'this user may read or write it'],
    ['EROFS', -30, 'its file system can be written to'],
    ['EXDEV', -18, 'all of it lies on one file system'],
    ['EIO', -5, 'i/o error'],
  ])('%s names the file, what has to hold, and what to do', (code, errno, rule) => {
    const problem = fileProblem(systemError(code, errno));
    expect(problem).toMatchObject({ file: 'dist/a.yaml', rule: `${rule} (open: ${code})` });
    expect(problem?.remedy).not.toBe('');
  });

  it('of a full disk names the file, and leaves no half of it', () => {
    const folder = tempFolder({});
    symlinkSync('/dev/full', join(folder, `report.md.${process.pid}.tmp`));
    const error = caught(() => {
      replaceFile(join(folder, 'report.md'), 'text');
    });
    expect(fileProblem(error)).toMatchObject({
      file: join(folder, 'report.md'),
      rule: 'there is space left on its file system (write: ENOSPC)',
    });
  });

  it('is none of a process or a connection', () => {
    expect(fileProblem(Object.assign(systemError('ENOENT', -2), { syscall: 'spawn terraform' }))).toBeUndefined();
    expect(fileProblem(new Error('no answer'))).toBeUndefined();
  });
});

describe('lab check', () => {
  it('looks at what can be read, and tells of the rest, with exit code 2', async () => {
    const folder = tempFolder({ 'yaml/web.yaml': service });
    symlinkSync('nowhere', join(folder, 'yaml', 'dangling.yaml'));
    symlinkSync('circle.yaml', join(folder, 'yaml', 'circle.yaml'));
    const { exitCode, stdout, stderr } = await runLab(
      folder,
      {},
      'check',
      'yaml',
      'missing.yaml',
      'yaml/web.yaml/below',
      '--json',
    );
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ objects: 1 });
    for (const name of ['yaml/dangling.yaml', 'yaml/circle.yaml', 'missing.yaml', 'yaml/web.yaml/below']) {
      expect(stderr).toContain(`${name}: "${name}"\n  rule:   `);
    }
  });
});

describe('settings and traffic', () => {
  it.each(['settings.yaml', 'traffic.yaml'])('that are a folder are told, with exit code 2: %s', async (file) => {
    const folder = tempFolder({ 'yaml/web.yaml': service });
    mkdirSync(join(folder, file));
    const { exitCode, stderr } = await runLab(folder, {}, 'load', '--job');
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${file}: "${file}"`);
    expect(stderr).not.toMatch(/ {4}at /);
  });

  it('that can not be replaced stay as they are', () => {
    const folder = tempFolder({ 'traffic.yaml/in/the/way': '' });
    expect(
      caught(() => {
        replaceFile(join(folder, 'traffic.yaml'), 'splits: {}\n');
      }),
    ).toBeDefined();
    expect(readFileSync(join(folder, 'traffic.yaml/in/the/way'), 'utf8')).toBe('');
  });
});
