import { findings } from '../../lib/analysis/checks/run';
import { allChecks } from '../../lib/analysis/checks/table';
import { inventoryOf } from '../../lib/analysis/inventory/inventory';
import { manifestsOf } from './inputs';
import { onlineBoutique } from './upstream/online-boutique';
import { onlineBoutiqueInMesh } from './upstream/online-boutique-mesh';

/** By code, what is true of the shop as its makers deploy it: where, and why it is no false alarm. */
type Expected = Readonly<Record<string, { readonly objects: readonly string[]; readonly because: string }>>;

const inAnyCase: Expected = {
  LAB061: {
    objects: [
      'adservice',
      'cartservice',
      'checkoutservice',
      'currencyservice',
      'emailservice',
      'frontend',
      'loadgenerator',
      'paymentservice',
      'productcatalogservice',
      'recommendationservice',
      'redis-cart',
      'shippingservice',
    ].map((name) => `Deployment default/${name}`),
    because: 'its images have tags, and no digests',
  },
};

const outsideTheMesh: Expected = { ...inAnyCase };

const inTheMesh: Expected = { ...inAnyCase };

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

function objectsOf(expected: Expected): Record<string, string[]> {
  return Object.fromEntries(Object.entries(expected).map(([code, { objects }]) => [code, [...objects].sort()]));
}

describe('Online Boutique as its makers deploy it', () => {
  it('is read, every object', () => {
    expect(countByKind(onlineBoutique())).toEqual({ Deployment: 12, Service: 12, ServiceAccount: 11 });
  });

  it('has the findings that are true of it, and no other', () => {
    expect(found(onlineBoutique())).toEqual(objectsOf(outsideTheMesh));
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

  it('has the findings that are true of it, and no other', () => {
    expect(found(onlineBoutiqueInMesh())).toEqual(objectsOf(inTheMesh));
  });

  it('loses its shop to a fault in the route of the Gateway API', () => {
    const faulty = onlineBoutiqueInMesh().replace('- name: istio-gateway', '- name: istio-gatway');
    expect(found(faulty)).toMatchObject({ KIA1401: ['HTTPRoute default/frontend-route'] });
  });
});
