import { fullName, hasImage, readNodeImages } from '../../../cli/docker/node-images';

const table = [
  'REF TYPE DIGEST SIZE PLATFORMS LABELS',
  'docker.io/team/app:v1 application/vnd.docker.distribution.manifest.v2+json sha256:aaa 7.1 MiB linux/amd64 io.cri-containerd.image=managed',
  'sha256:111 application/vnd.docker.distribution.manifest.v2+json sha256:aaa 7.1 MiB linux/amd64 io.cri-containerd.image=managed',
  'sha256:222 application/vnd.docker.distribution.manifest.v2+json sha256:bbb 7.1 MiB linux/amd64 -',
  '',
].join('\n');

describe('the images in a node', () => {
  const images = readNodeImages(table);

  it('are known by name and by id', () => {
    expect([...images]).toEqual([
      ['docker.io/team/app:v1', 'sha256:aaa'],
      ['sha256:111', 'sha256:aaa'],
      ['sha256:222', 'sha256:bbb'],
    ]);
  });

  it('have an image whose tag means the same as here', () => {
    expect(hasImage(images, 'team/app:v1', 'sha256:111')).toBe(true);
  });

  it('do not have one whose tag has moved, even if they have that one under another name', () => {
    expect(hasImage(images, 'team/app:v1', 'sha256:222')).toBe(false);
    expect(hasImage(images, 'team/app:v1', 'sha256:333')).toBe(false);
  });

  it('do not have one of another name', () => {
    expect(hasImage(images, 'team/app:v2')).toBe(false);
  });
});

describe('the full name of an image', () => {
  it.each([
    ['nginx', 'docker.io/library/nginx:latest'],
    ['nginx:1.29', 'docker.io/library/nginx:1.29'],
    ['team/app:v1', 'docker.io/team/app:v1'],
    ['registry.example.com/team/app:v1', 'registry.example.com/team/app:v1'],
    ['localhost:5000/app', 'localhost:5000/app:latest'],
    ['team/app@sha256:aa', 'docker.io/team/app@sha256:aa'],
  ])('of %s is %s', (image, full) => {
    expect(fullName(image)).toBe(full);
  });
});
