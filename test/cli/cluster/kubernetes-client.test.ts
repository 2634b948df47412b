import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { serve } from '../loopback';
import { runLab } from '../run-main';
import { tempFolder } from '../temp-folder';

const root = join(__dirname, '..', '..', '..');

/** A checkout whose cluster is reached as the file says. */
function checkout(cluster: object, user: object): string {
  const folder = tempFolder({
    'settings.yaml': 'target: existing\ncluster: { context: lab, kubeconfig: config }\n',
    token: 'abc\n',
    config: stringify({
      contexts: [{ name: 'lab', context: { cluster: 'c', user: 'u' } }],
      clusters: [{ name: 'c', cluster: { server: 'https://127.0.0.1:1', ...cluster } }],
      users: [{ name: 'u', user }],
    }),
  });
  copyFileSync(join(root, 'traffic.yaml'), join(folder, 'traffic.yaml'));
  return folder;
}

describe('a login that is left to the Kubernetes client', () => {
  it('has the token of a file, which that client does not know', async () => {
    const tokens = new Set<string | undefined>();
    const port = await serve(({ headers }, response) => {
      tokens.add(headers.authorization);
      response.writeHead(404).end('{}');
    });
    const server = { server: `http://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true };
    await runLab(checkout(server, { tokenFile: 'token' }), {}, 'canary', 'status');
    expect([...tokens]).toEqual(['Bearer abc']);
  });

  it('names file, line and field of a plugin that nobody can start', async () => {
    const exec = { apiVersion: 'client.authentication.k8s.io/v1', command: './no-such-plugin' };
    const { exitCode, stderr } = await runLab(checkout({}, { exec }), {}, 'canary', 'status');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('config:15: users.u.exec.command: "./no-such-plugin"\n  rule:   there is such a program');
  });
});
