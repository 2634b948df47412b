import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { readConfig } from '../../cli/check/config';
import { broken } from '../cli/check/broken';
import { tempFolder } from '../cli/temp-folder';
import { root, textOf } from './project-files';

const command = 'npm run lab --silent --';
const page = textOf('docs/how-to/check-in-ci.md');

/** Every text in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function isCommand(text: string): boolean {
  return text.startsWith(command);
}

/** How a line of a shell ends, and what it says, with the files of `manifests/`. */
function runLine(line: string, folder: string): Promise<{ code: number | null; stderr: string }> {
  const lab = `"${process.execPath}" "${join(root, 'bin', 'lab.cjs')}"`;
  return new Promise((resolve) => {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'INIT_CWD'));
    const child = execFile('bash', ['-c', line.replaceAll(command, lab)], { cwd: folder, env }, (_, __, stderr) => {
      resolve({ code: child.exitCode, stderr });
    });
  });
}

describe('examples/ci/', () => {
  const files = readdirSync(join(root, 'examples', 'ci')).map((name) => `examples/ci/${name}`);
  const lines = files.flatMap((file) =>
    textsIn(parse(textOf(file)))
      .filter(isCommand)
      .map((line) => [file, line] as const),
  );

  it('has commands in each', () => {
    expect([...new Set(lines.map(([file]) => file))]).toEqual(files);
  });

  it.each(lines)('%s ends with 1 for findings, and with 0 without: %s', async (_, line) => {
    expect(await runLine(line, tempFolder({ 'manifests/shop.yaml': broken }))).toEqual({ code: 1, stderr: '' });
    const namespace = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: shop, namespace: default }\n';
    expect(await runLine(line, tempFolder({ 'manifests/shop.yaml': namespace }))).toEqual({ code: 0, stderr: '' });
  });

  it('uploads the file that is written', () => {
    const steps = z
      .object({
        jobs: z.object({ check: z.object({ steps: z.array(z.looseObject({ run: z.string().optional() })) }) }),
      })
      .parse(parse(textOf('examples/ci/github.yaml'))).jobs.check.steps;
    expect(steps).toContainEqual(
      expect.objectContaining({
        uses: expect.stringMatching(/^github\/codeql-action\/upload-sarif@v\d+$/) as string,
        with: expect.objectContaining({ sarif_file: 'lab.sarif' }) as object,
      }),
    );
    expect(steps.some(({ run }) => run?.endsWith('--output sarif > lab.sarif'))).toBe(true);
    expect(parse(textOf('examples/ci/gitlab.yaml'))).toMatchObject({
      mesh: { artifacts: { when: 'always', reports: { junit: 'lab.xml' } } },
    });
  });
});

describe('docs/how-to/check-in-ci.md', () => {
  const lines = page.split('\n').filter(isCommand);

  it('has commands that do not end with 2, one after the other in one folder', async () => {
    const folder = tempFolder({ 'manifests/shop.yaml': broken });
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) {
      const { code, stderr } = await runLine(line, folder);
      expect([line, code === 0 || code === 1, stderr]).toEqual([line, true, '']);
    }
  });

  it('shows settings that are some', () => {
    const [, text = ''] = /```yaml\n([^]*?)```/.exec(page) ?? [];
    expect(readConfig({ name: 'page', text }).problems).toEqual([]);
    expect(text).not.toBe('');
  });
});
