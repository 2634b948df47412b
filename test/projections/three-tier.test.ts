import { accessEdges, platformOf } from './agreement';
import { authorizationEdges } from './extract/authorization';
import { configurationEdges } from './extract/configuration';
import { egressEdges } from './extract/egress';
import { inventoryOf } from './extract/inventory';
import { networkEdges } from './extract/network';
import { routedEdges } from './extract/routes';
import { rendered } from '../support/render';
import { threeTiers } from '../support/three-tiers';

const inventory = inventoryOf(rendered(threeTiers()));
const tiers = ['backend', 'frontend', 'ml'];

describe('the call graph of the three tiers', () => {
  const calls = ['backend -> ml:5001', 'frontend -> backend:8080'];

  it('is what the AuthorizationPolicies allow, and the gateway to the frontend', () => {
    expect(authorizationEdges(inventory)).toEqual([...calls, 'gateway -> frontend:3000']);
  });

  it('is what the NetworkPolicies let through on both sides, and what the platform needs of every pod', () => {
    expect(networkEdges(inventory)).toEqual(
      [...calls, ...tiers.flatMap(platformOf), ...accessEdges, 'gateway -> frontend:3000'].sort(),
    );
  });

  it('is what the proxies know by their Sidecars, and the trace collector', () => {
    const collector = tiers.map((tier) => `${tier} -> collector:*`);
    expect(egressEdges(inventory)).toEqual([...calls, ...collector].sort());
  });

  it('is what the environment of the processes says', () => {
    expect(configurationEdges(inventory)).toEqual(calls);
  });

  it('is where the routes of these addresses end', () => {
    expect(routedEdges(inventory)).toEqual(calls);
  });
});
