import type { Mesh } from '../../lib/model/mesh';
import type { Split } from '../../lib/model/traffic';
import { expectedShares } from '../../lib/telemetry/expected-shares';
import { backend, frontend, ml, single, tiers } from './meshes';

function shares(splits: Record<string, Split>, mesh: Mesh = tiers): string[] {
  const expected = expectedShares({ ...mesh, traffic: { pins: [], splits: new Map(Object.entries(splits)) } });
  return mesh.services.map((service) => `${expected(service, 'stable')}/${expected(service, 'canary')}`);
}

describe('the shares that releases should get', () => {
  it('are those of the entry on the whole lane', () => {
    expect(shares({ frontend: 25, backend: 'follow', ml: 'follow' })).toEqual(['75/25', '75/25', '75/25']);
  });

  it('start anew where a tier splits for itself', () => {
    expect(shares({ frontend: 25, backend: 50, ml: 'follow' })).toEqual(['75/25', '50/50', '50/50']);
  });

  it('leave everything to the stable release where nothing is said', () => {
    expect(shares({ frontend: 25 })).toEqual(['75/25', '100/0', '100/0']);
  });

  it('promise each release the least that any caller gives it', () => {
    const mesh: Mesh = { ...tiers, calls: [...tiers.calls, { caller: frontend, callee: ml }] };
    expect(shares({ frontend: 20, backend: 60, ml: 'follow' }, mesh)).toEqual(['80/20', '40/60', '40/20']);
  });

  it('promise the canary nothing where a job calls too, which is no canary', () => {
    const job = { name: 'load', namespace: 'load' };
    const mesh: Mesh = { ...tiers, calls: [...tiers.calls, { caller: job, callee: backend }] };
    expect(shares({ frontend: 20, backend: 'follow', ml: 'follow' }, mesh)).toEqual(['80/20', '80/0', '80/0']);
  });

  it('are all the stable release has, where it is the only one', () => {
    const alone = single(frontend);
    expect(shares({}, { ...tiers, services: [alone], calls: [], edges: [] })).toEqual(['100/0']);
  });
});
