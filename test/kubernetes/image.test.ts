import { imageVersion } from '../../lib/kubernetes/image';

describe('the version an image reference names', () => {
  it.each([
    ['team/app:v1', { tag: 'v1' }],
    ['localhost:5000/team/app', {}],
    ['localhost:5000/team/app:v1@sha256:12', { tag: 'v1', digest: 'sha256:12' }],
    ['app@sha256:12', { digest: 'sha256:12' }],
  ])('of %s', (image, version) => {
    expect(imageVersion(image)).toEqual(version);
  });
});
