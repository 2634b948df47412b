import fc from 'fast-check';
import { routingTable } from '../../../lib/analysis/access/routing-table';
import { findings } from '../../../lib/analysis/checks/run';
import { allChecks } from '../../../lib/analysis/checks/table';
import { inventoryOf, type Inventory } from '../../../lib/analysis/inventory/inventory';
import { rendered } from '../../support/render';
import { threeTiers } from '../../support/three-tiers';
import { faultless } from '../faultless';
import { inventoryFrom } from '../inputs';
import { disagreements } from './disagreements';
import { smallMesh } from './random-mesh';
import { written } from './written';

const drawn = { seed: 20_261_126, numRuns: 200 };

describe('route, its table, authz and the checks have one verdict on every call', () => {
  it('of meshes at random', () => {
    fc.assert(
      fc.property(smallMesh, (mesh) => {
        expect(disagreements(inventoryFrom(written(mesh)))).toEqual([]);
      }),
      drawn,
    );
  });

  it.each([...faultless(rendered(threeTiers()))])('of %s', (_, manifests) => {
    expect(disagreements(inventoryOf(manifests))).toEqual([]);
  });
});

/** What is said of calls whatever routes are written in. */
const ofCalls = /^(LAB01[29]|LAB02[0-4]|LAB05[5-8]|LAB06[67]|KIA020[67])$/;
const checksOfCalls = allChecks.filter(({ code }) => ofCalls.test(code));

describe('a VirtualService and the HTTPRoute of the same meaning', () => {
  const ways = (inventory: Inventory): readonly object[] =>
    routingTable(inventory).map(({ client, request, outcome: { branches, timeout, retries, direct, failure } }) => ({
      call: `${client.workload.name} -> ${request.host} ${[...request.headers].join(' ')}`,
      to: branches.map(({ host, port, share, transport, failure: broken }) => ({
        host,
        port,
        share,
        transport,
        broken,
      })),
      timeout,
      retries,
      status: direct?.status,
      fails: failure !== undefined,
    }));
  const said = (inventory: Inventory): readonly string[] =>
    findings(inventory, checksOfCalls)
      // Lines of other objects differ with the length of the routes before them, and routes with their kind.
      .map(({ code, object, message }) => `${code} ${object.split(' ')[1] ?? ''}: ${message}`)
      .map((text) => text.replace(/:\d+\)/g, ')').replace(/\b(?:VirtualService|HTTPRoute) /g, 'route '))
      .sort();

  it('lead every request the same way, and have the same said of it', () => {
    fc.assert(
      fc.property(smallMesh, (mesh) => {
        const [istio, gatewayApi] = [inventoryFrom(written(mesh)), inventoryFrom(written(mesh, 'HTTPRoute'))];
        expect(ways(gatewayApi)).toEqual(ways(istio));
        expect(said(gatewayApi)).toEqual(said(istio));
      }),
      drawn,
    );
  });
});
