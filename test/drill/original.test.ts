import { isAsBefore, isOurs, originalsIn, restored, textOf } from '../../lib/drill/original';

const subject = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web' };
const owners = [{ manager: 'mesh-lab', operation: 'Apply', fieldsV1: { 'f:spec': {} } }];
const content = (replicas: number, metadata: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop', uid: 'a', resourceVersion: '1', managedFields: owners, ...metadata },
  spec: { replicas },
  status: { replicas },
});

describe('an original', () => {
  it('survives as text', () => {
    const originals = [{ subject, content: content(2), broken: content(0) }, { subject }];
    expect(originalsIn(textOf(originals))).toEqual(originals);
  });

  it('is put back for the object as it is now, with its values and its owners', () => {
    const now = content(0, { resourceVersion: '7', managedFields: [{ manager: 'mesh-lab-drill' }] });
    expect(restored(content(2), now)).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: 'shop', uid: 'a', resourceVersion: '7', managedFields: owners },
      spec: { replicas: 2 },
    });
  });

  it('that is gone is made again without what only a server writes', () => {
    expect(restored(content(2))['metadata']).toEqual({ name: 'web', namespace: 'shop', managedFields: owners });
  });
});

describe('an object', () => {
  it('is as before whatever a server counts', () => {
    const counted = { resourceVersion: '9', generation: 3, annotations: { 'deployment.kubernetes.io/revision': '3' } };
    expect(isAsBefore(content(2), { ...content(2, counted), status: {} })).toBe(true);
  });

  it('is not as before with another value, nor with another owner', () => {
    expect(isAsBefore(content(2), content(3))).toBe(false);
    expect(isAsBefore(content(2), content(2, { managedFields: [{ manager: 'mesh-lab-drill' }] }))).toBe(false);
  });

  it('is ours to undo as it was and as the drill left it, and not as anybody else left it', () => {
    const original = { subject, content: content(2), broken: content(0) };
    expect([content(2), content(0), content(5), undefined].map((now) => isOurs(original, now))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('that the drill removed is ours while nobody has made it again', () => {
    const original = { subject, content: content(2) };
    expect(isOurs(original, undefined)).toBe(true);
    expect(isOurs(original, content(1))).toBe(false);
  });
});
