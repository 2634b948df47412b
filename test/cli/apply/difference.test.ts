import { differingFields } from '../../../cli/apply/difference';

const object = (metadata: object, spec: object, status = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata,
  spec,
  status,
});

describe('two states of an object', () => {
  it('do not differ in what the server keeps for itself', () => {
    const one = object({ name: 'a', resourceVersion: '1', generation: 1, managedFields: [] }, { replicas: 1 });
    expect(differingFields(one, object({ name: 'a', resourceVersion: '2' }, { replicas: 1 }, { ready: 1 }))).toEqual(
      [],
    );
  });

  it('differ in fields, each by its path', () => {
    const one = object({ name: 'a', labels: { app: 'a' } }, { http: [{ weight: 90 }, { weight: 10 }] });
    const other = object({ name: 'a', labels: { app: 'b' } }, { http: [{ weight: 90 }, { weight: 20 }] });
    expect(differingFields(one, other)).toEqual(['metadata.labels.app', 'spec.http.1.weight']);
  });

  it('differ where one has what the other has not', () => {
    expect(differingFields(object({}, { a: {}, b: null }), object({}, { b: [] }))).toEqual(['spec.a', 'spec.b']);
  });
});
