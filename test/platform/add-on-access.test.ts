import { addOnServices } from '../../lib/platform/add-on-access';

describe('the add-ons', () => {
  const services = addOnServices([{ namespace: 'shop' }, { namespace: 'edge', labels: { istio: 'door' } }]);
  const callersOf = (name: string) => services.find((service) => service.name.includes(name))?.callers ?? [];

  it('take spans from every proxy, at the port of the collector', () => {
    expect(callersOf('jaeger')).toEqual(
      expect.arrayContaining([
        { from: { namespace: 'shop' }, ports: [9411] },
        { from: { namespace: 'edge', labels: { istio: 'door' } }, ports: [9411] },
      ]),
    );
  });

  it('are asked by proxies for nothing else', () => {
    const asked = services.filter(({ callers }) => callers.some(({ from }) => from.namespace === 'shop'));
    expect(asked.map(({ name }) => name)).toEqual(['jaeger']);
  });

  it('let nobody from outside stop or change Prometheus, which can be told to by a request', () => {
    const offers = services.flatMap(({ name, offer }) => (offer === undefined ? [] : [{ name, offer }]));
    expect(offers.map(({ name }) => name)).toEqual(['prometheus']);
    const paths = offers.flatMap(({ offer: { read, query } }) => [...read, ...query]);
    expect(paths).toContain('/api/v1/query');
    expect(paths.filter((path) => /quit|reload|admin|^\/?\*$|^\/-\/\*/.test(path))).toEqual([]);
  });
});
