import { inventoryFrom } from '../inputs';

const service = (name: string, port: number, more = ''): string => `
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop${more} }
spec: { selector: { app: web }, ports: [{ name: http, port: ${port} }] }
`;

describe('an object that is written twice', () => {
  const inventory = inventoryFrom(service('web', 80), service('web', 8080) + '---' + service('api', 90));

  it('is what its later text says', () => {
    expect(inventory.services.filter(({ name }) => name === 'web').map(({ ports }) => ports[0]?.port)).toEqual([8080]);
  });

  it('has the place of its earlier text, by which it is as old as that', () => {
    const own = inventory.services.filter(({ namespace }) => namespace === 'shop');
    expect(own.map(({ name }) => name)).toEqual(['web', 'api']);
  });

  it('is known with all its texts', () => {
    expect(inventory.repeated.map((texts) => texts.map(({ origin }) => origin.document.file.name))).toEqual([
      ['input-0.yaml', 'input-1.yaml'],
    ]);
  });
});

describe('objects whose names the API server makes up', () => {
  it('are as many as are written', () => {
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata: { generateName: web-, namespace: shop, labels: { app: web } }\n';
    const { workloads, repeated } = inventoryFrom(pod, pod);
    expect([workloads.filter(({ namespace }) => namespace === 'shop').length, repeated]).toEqual([2, []]);
  });
});
