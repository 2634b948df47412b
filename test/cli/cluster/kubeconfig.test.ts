import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { accessTo } from '../../../cli/cluster/kubeconfig';
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

describe('a kubeconfig that leads nowhere', () => {
  const written = (cluster: object, user: object): { kubeconfig: string; context: string } => {
    const content = {
      contexts: [{ name: 'lab', context: { cluster: 'c', user: 'u' } }],
      clusters: [{ name: 'c', cluster: { server: 'https://127.0.0.1:6443', ...cluster } }],
      users: [{ name: 'u', user }],
    };
    return { kubeconfig: join(tempFolder({ kubeconfig: JSON.stringify(content) }), 'kubeconfig'), context: 'lab' };
  };
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

  it.each<[string, object, object]>([
    ['clusters.c.certificate-authority', { 'certificate-authority': 'missing' }, {}],
    ['users.u.client-certificate', {}, { 'client-certificate': 'missing' }],
    ['users.u.client-key', {}, { 'client-key': 'missing' }],
    ['users.u.tokenFile', {}, { tokenFile: 'missing' }],
  ])('says of %s which file is not there', async (field, cluster, user) => {
    const name = written(cluster, user);
    const error: unknown = await accessTo(name).catch((one: unknown) => one);
    const file = join(dirname(name.kubeconfig), 'missing');
    expect(String(error)).toContain(`${name.kubeconfig}: ${field}: ${JSON.stringify(file)}`);
    expect(String(error)).toMatch(/rule: +there is such a file or folder/);
  });

  it('reads a token beside itself, as it does certificates', async () => {
    const name = written({}, { tokenFile: 'token' });
    writeFileSync(join(dirname(name.kubeconfig), 'token'), 'abc\n');
    expect((await accessTo(name)).headers).toEqual({ authorization: 'Bearer abc' });
  });
});
