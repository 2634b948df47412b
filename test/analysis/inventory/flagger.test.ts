import { isAssumed } from '../../../lib/analysis/inventory/assumed';
import { promoted } from '../cases/promoted';
import { inventoryFrom } from '../inputs';

const inventory = inventoryFrom(promoted('items:9090', 'items-canary'));

/** The pods behind a Service, and the port of theirs that it leads to. */
function behind(name: string): readonly string[] {
  const service = inventory.serviceOf(`${name}.stock.svc.cluster.local`);
  return service === undefined ? [] : inventory.workloadsBehind(service).map((one) => `${one.kind} ${one.name}`);
}

describe('a Canary of Flagger', () => {
  it.each([
    ['items', 'Deployment items-primary'],
    ['items-primary', 'Deployment items-primary'],
    ['items-canary', 'Deployment items'],
  ])('has a Service %s before %s', (name, pods) => {
    expect(behind(name)).toEqual([pods]);
  });

  it('gives the Services the port that it says', () => {
    const [port] = inventory.serviceOf('items.stock.svc.cluster.local')?.ports ?? [];
    expect(port).toMatchObject({ name: 'http', port: 9090, targetPort: 'http', appProtocol: 'http' });
  });

  it('promotes pods like those of its target, told apart by the label that their selector has', () => {
    const [primary] = inventory.pods.selected({ name: 'items-primary' }, 'stock');
    expect(primary).toMatchObject({ replicas: 2, labels: { name: 'items-primary', tier: 'back' } });
    expect(primary?.containers.map(({ ports }) => ports)).toEqual([[{ name: 'http', containerPort: 8080 }]]);
    expect(primary && isAssumed(primary.manifest)).toBe(true);
  });

  it('calls the Services by the name that it has for them, and tells pods by `app` if it sees none', () => {
    const { services } = inventoryFrom(`
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: items, namespace: stock }
spec: { targetRef: { kind: Deployment, name: things }, service: { name: goods, port: 80 } }
`);
    const own = services.filter(({ namespace }) => namespace === 'stock');
    expect(own.map(({ name, selector }) => [name, selector])).toEqual([
      ['goods', { app: 'things-primary' }],
      ['goods-primary', { app: 'things-primary' }],
      ['goods-canary', { app: 'things' }],
    ]);
  });

  it('leaves a Service alone that the files have', () => {
    const { services } = inventoryFrom(
      promoted('items:9090', 'items-canary'),
      `
apiVersion: v1
kind: Service
metadata: { name: items, namespace: stock }
spec: { selector: { name: items }, ports: [{ name: tcp, port: 1 }] }
`,
    );
    const own = services.filter(({ namespace, name }) => namespace === 'stock' && name === 'items');
    expect(own.map(({ ports }) => ports.map(({ port }) => port))).toEqual([[1]]);
  });
});
