import { edges, isHost } from '../../../lib/model/rules/edges';
import { sampleMesh, sampleService, shop, stock } from '../../support/sample';

describe('edges', () => {
  it('finds an edge to a service outside the mesh', () => {
    const service = sampleService('stranger');
    expect(edges(sampleMesh({ edges: [{ service, hosts: ['a.localhost'] }] }))).toMatchObject([
      { path: ['edges', 'stranger'], rule: 'an edge leads to a service of the mesh' },
    ]);
  });

  it('finds an edge to a service that speaks TCP, which carries no host', () => {
    const service = sampleService('store', { ports: [{ number: 6379, protocol: 'tcp' }] });
    expect(edges(sampleMesh({ services: [service], edges: [{ service, hosts: ['a.localhost'] }] }))).toMatchObject([
      { path: ['edges', 'store'], value: 'tcp' },
    ]);
  });

  it('finds a host that is no full name', () => {
    expect(edges(sampleMesh({ edges: [{ service: shop, hosts: ['shop', 'shop.localhost'] }] }))).toMatchObject([
      { path: ['edges', 'shop', 'hosts'], value: 'shop' },
    ]);
  });

  it('finds a host that leads to two services', () => {
    const both = [shop, stock].map((service) => ({ service, hosts: ['shop.localhost'] as const }));
    expect(edges(sampleMesh({ edges: both }))).toMatchObject([
      { path: ['edges', 'stock', 'hosts'], value: 'shop.localhost' },
    ]);
  });

  it('does not find a service with several hosts', () => {
    expect(edges(sampleMesh({ edges: [{ service: shop, hosts: ['shop.localhost', 'shop.example.org'] }] }))).toEqual(
      [],
    );
  });

  it('finds a service with two edges, of which only the last is rendered', () => {
    const twice = [
      { service: shop, hosts: ['a.localhost'] as const },
      { service: shop, hosts: ['b.localhost'] as const },
    ];
    expect(edges(sampleMesh({ edges: twice }))).toMatchObject([{ path: ['edges', 'shop'] }]);
  });
});

describe('a host', () => {
  it.each(['a.b', 'frontend.localhost', '3d.example.org', 'a-b.example.org', `${'a'.repeat(63)}.example.org`])(
    'can be %s',
    (host) => {
      expect(isHost(host)).toBe(true);
    },
  );

  it.each([
    '',
    'localhost',
    'Shop.localhost',
    '*.localhost',
    '-a.localhost',
    'a-.localhost',
    'a..b',
    'a.b.',
    'a b.c',
    'a.b:80',
    'http://a.b',
    'a_b.c',
    `${'a'.repeat(64)}.example.org`,
    `${'a.'.repeat(127)}example`,
    7,
    null,
    undefined,
  ])('can not be %p', (host) => {
    expect(isHost(host)).toBe(false);
  });
});
