import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import * as z from 'zod';
import { freePort } from '../loopback';
import { runLab } from '../run-main';
import { tempFolder } from '../temp-folder';

const report = z.object({
  isFine: z.boolean(),
  examinations: z.array(z.object({ title: z.string(), outcome: z.string(), found: z.string() })),
});

const terraform = `#!/bin/sh\necho '{\n "terraform_version": "1.11.4" }'\n`;

/** Runs `lab doctor` where programs are these scripts. */
async function doctor(docker: string) {
  const folder = tempFolder({
    'settings.yaml': `ports: { http: ${await freePort()}, https: ${await freePort()} }\n`,
    'traffic.yaml': '',
    'bin/docker': docker,
    'bin/terraform': terraform,
  });
  chmodSync(join(folder, 'bin', 'docker'), 0o755);
  chmodSync(join(folder, 'bin', 'terraform'), 0o755);
  const env = { PATH: [join(folder, 'bin'), process.env['PATH']].join(delimiter), TERRAFORM_BINARY_NAME: '' };
  const { exitCode, stdout } = await runLab(folder, env, 'doctor', '--json');
  return { exitCode, ...report.parse(JSON.parse(stdout)) };
}

const titled = (title: string) => expect.objectContaining({ title }) as unknown;

describe('lab doctor', () => {
  it('says that Docker is not reachable, and looks at the rest all the same', async () => {
    const { exitCode, isFine, examinations } = await doctor('#!/bin/sh\necho "permission denied" >&2; exit 1\n');
    expect({ exitCode, isFine }).toEqual({ exitCode: 1, isFine: false });
    expect(examinations).toContainEqual({ title: 'Docker answers', outcome: 'problem', found: 'permission denied' });
    expect(examinations).toContainEqual(titled('Terraform or OpenTofu is new enough'));
    expect(examinations).toContainEqual(titled('inotify limits'));
  });

  it('does not hang when Docker does', async () => {
    const { exitCode, examinations } = await doctor('#!/bin/sh\nsleep 300\n');
    expect(exitCode).toBe(1);
    expect(examinations).toContainEqual({
      title: 'Docker answers',
      outcome: 'problem',
      found: 'no answer within 10 s',
    });
  });
});
