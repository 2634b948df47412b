import { findings } from '../../lib/analysis/checks/run';
import { allChecks } from '../../lib/analysis/checks/table';
import { inventoryOf } from '../../lib/analysis/inventory/inventory';
import { manifestsOf } from './inputs';
import { onlineBoutique } from './upstream/online-boutique';
import { onlineBoutiqueInMesh } from './upstream/online-boutique-mesh';

function countByKind(text: string): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of manifestsOf(text)) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

/** The objects with a finding, by code. */
function found(text: string): Record<string, string[]> {
  const byCode: Record<string, string[]> = {};
  for (const { code, object } of findings(inventoryOf(manifestsOf(text)), allChecks)) {
    byCode[code] = [...new Set([...(byCode[code] ?? []), object])].sort();
  }
  return byCode;
}

describe('Online Boutique as its makers deploy it', () => {
  it('is read, every object', () => {
    expect(countByKind(onlineBoutique())).toEqual({ Deployment: 12, Service: 12, ServiceAccount: 11 });
  });

  it('has no finding', () => {
    expect(found(onlineBoutique())).toEqual({});
  });
});

describe('Online Boutique in the mesh', () => {
  it('is read, every object', () => {
    expect(countByKind(onlineBoutiqueInMesh())).toEqual({
      Deployment: 12,
      Service: 11,
      ServiceAccount: 11,
      Namespace: 1,
      Gateway: 1,
      HTTPRoute: 1,
      VirtualService: 1,
      ServiceEntry: 2,
    });
  });

  it('has no finding', () => {
    expect(found(onlineBoutiqueInMesh())).toEqual({});
  });

  it('loses its shop to a fault in the route of the Gateway API', () => {
    const faulty = onlineBoutiqueInMesh().replace('- name: istio-gateway', '- name: istio-gatway');
    expect(found(faulty)).toMatchObject({ KIA1401: ['HTTPRoute default/frontend-route'] });
  });
});
