import type { ApiServer } from '../../../cli/cluster/api-server';
import { Unreachable } from '../../../cli/cluster/api-server';
import { Resources } from '../../../cli/cluster/resources';

function resources(status: number, body: object): Resources {
  const answer = { status, warnings: [], text: JSON.stringify(body) };
  const server: Pick<ApiServer, 'send'> = { send: () => Promise.resolve(answer) };
  return new Resources(server);
}

const list = { resources: [{ name: 'pods', kind: 'Pod', namespaced: true }] };

describe('what a server has', () => {
  it('is found by kind', async () => {
    expect(await resources(200, list).pathOf('v1', 'Pod', 'shop')).toBe('/api/v1/namespaces/shop/pods');
    expect(await resources(200, list).pathOf('v1', 'Gateway')).toBeUndefined();
    expect(await resources(404, {}).pathOf('example.org/v1', 'Gateway')).toBeUndefined();
  });

  it.each([401, 403])('is not nothing for who may not look (%d)', async (status) => {
    await expect(resources(status, { message: 'Unauthorized' }).pathOf('v1', 'Pod')).rejects.toThrow(
      `the API server refuses (${status}) a look at v1: Unauthorized`,
    );
  });

  it.each([429, 500, 503])('is not known while the server can not tell (%d)', async (status) => {
    await expect(resources(status, {}).pathOf('v1', 'Pod')).rejects.toThrow(Unreachable);
  });
});
