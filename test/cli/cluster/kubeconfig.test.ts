import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { accessTo, clientConfig } from '../../../cli/cluster/kubeconfig';
import { stringify } from 'yaml';
import { InputError } from '../../../lib/input/input-error';
import { tempFolder } from '../temp-folder';

const folder = tempFolder({});

describe('a kubeconfig that cannot be read', () => {
  it('is named once if it is missing, with the remedy for either kind of cluster', async () => {
    const kubeconfig = join(folder, 'kubeconfig');
    await expect(accessTo({ kubeconfig, context: 'kind-lab' })).rejects.toThrow(
      [
        `${kubeconfig}: missing`,
        '  rule:   the kubeconfig can be read',
        '  remedy: kind: `lab up` makes the cluster, and the file; else name the file in cluster.kubeconfig of the settings',
      ].join('\n'),
    );
  });

  it('is not called missing if it is there', async () => {
    await expect(accessTo({ kubeconfig: folder, context: 'kind-lab' })).rejects.toThrow(`${folder}: "EISDIR"\n`);
  });
});

function written(cluster: object, user: object): { kubeconfig: string; context: string } {
  const content = {
    contexts: [{ name: 'lab', context: { cluster: 'c', user: 'u' } }],
    clusters: [{ name: 'c', cluster: { server: 'https://127.0.0.1:6443', ...cluster } }],
    users: [{ name: 'u', user }],
  };
  return { kubeconfig: join(tempFolder({ kubeconfig: stringify(content) }), 'kubeconfig'), context: 'lab' };
}

describe('a kubeconfig that leads nowhere', () => {
  const secret = 'c2VjcmV0';

  it.each<[string, object, object]>([
    ['a key that is not there', {}, { 'client-key': 'missing.pem' }],
    ['a key that is none', {}, { 'client-certificate-data': secret, 'client-key-data': secret }],
    ['an address that is none', { server: 'https://' }, {}],
    ['a token over two lines', {}, { token: 'secret\nsecret' }],
    ['a token that is not there', {}, { tokenFile: 'missing' }],
    [
      'a plugin that is not there',
      {},
      { exec: { apiVersion: 'client.authentication.k8s.io/v1', command: 'no-such-plugin' } },
    ],
    ['no such cluster', {}, {}],
  ])('because of %s is bad input, and shows no secret', async (what, cluster, user) => {
    const name = written(cluster, user);
    const asked = what === 'no such cluster' ? { ...name, context: 'other' } : name;
    const error: unknown = await accessTo(asked).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).not.toContain('secret');
    expect(String(error)).not.toContain(secret);
  });

  it('reads a token beside itself, as it does certificates', async () => {
    const name = written({}, { tokenFile: 'token' });
    writeFileSync(join(dirname(name.kubeconfig), 'token'), 'abc\n');
    expect((await accessTo(name)).headers).toEqual({ authorization: 'Bearer abc' });
  });
});

describe('a file that a kubeconfig names', () => {
  const logins = {
    'by itself': {},
    'by a plugin': { exec: { apiVersion: 'client.authentication.k8s.io/v1', command: 'true' } },
    'by a provider': { 'auth-provider': { name: 'oidc', config: {} } },
    'with a password': { username: 'me', password: 'secret' },
    'as somebody else': { as: 'other' },
  };
  const fields: [field: string, line: number, cluster: object, user: object][] = [
    ['clusters.c.certificate-authority', 10, { 'certificate-authority': 'missing' }, {}],
    ['users.u.client-certificate', 13, {}, { 'client-certificate': 'missing' }],
    ['users.u.client-key', 13, {}, { 'client-key': 'missing' }],
    ['users.u.tokenFile', 13, {}, { tokenFile: 'missing' }],
  ];
  const cases = Object.entries(logins).flatMap(([login, user]) =>
    fields.map(([field, line, cluster, named]) => [field, login, line, cluster, { ...named, ...user }] as const),
  );

  it.each(cases)('is told with line and field where it is not there: %s of who logs in %s', async (...one) => {
    const [field, , line, cluster, user] = one;
    const name = written(cluster, user);
    const file = join(dirname(name.kubeconfig), 'missing');
    for (const read of [accessTo, clientConfig]) {
      const error: unknown = await read(name).catch((problem: unknown) => problem);
      expect(String(error)).toContain(`${name.kubeconfig}:${line}: ${field}: ${JSON.stringify(file)}`);
      expect(String(error)).toMatch(/rule: +there is such a file or folder/);
    }
  });

  it('does not count where the same stands in place, and an empty name is none', async () => {
    const name = written({ 'certificate-authority': '' }, { tokenFile: '', token: 'abc' });
    expect((await accessTo(name)).headers).toEqual({ authorization: 'Bearer abc' });
  });
});

it('names the line of what a context names and is not there', async () => {
  const content = 'contexts:\n  - name: lab\n    context:\n      user: u\n      cluster: c\n';
  const kubeconfig = join(tempFolder({ kubeconfig: content }), 'kubeconfig');
  await expect(accessTo({ kubeconfig, context: 'lab' })).rejects.toThrow(`${kubeconfig}:5: contexts.lab.cluster: "c"`);
});
