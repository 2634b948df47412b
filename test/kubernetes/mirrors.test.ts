import { mirroredImage, mirroredRepository, noMirrors } from '../../lib/kubernetes/mirrors';

const mirrors = {
  images: {
    'docker.io': 'registry.example.com/dockerhub',
    'ghcr.io': 'ghcr.example.com:5000',
    'old.example:80': 'new',
  },
  charts: { 'https://charts.example/a': 'oci://registry.example.com/charts' },
};

describe('the mirror of an image', () => {
  it.each([
    ['team/app:v1', 'registry.example.com/dockerhub/team/app:v1'],
    ['app:v1', 'registry.example.com/dockerhub/library/app:v1'],
    ['docker.io/istio', 'registry.example.com/dockerhub/istio'],
    ['docker.io/team/app:v1', 'registry.example.com/dockerhub/team/app:v1'],
    ['index.docker.io/team/app:v1', 'registry.example.com/dockerhub/team/app:v1'],
    ['kindest/node:v1@sha256:ab', 'registry.example.com/dockerhub/kindest/node:v1@sha256:ab'],
    ['ghcr.io/team/deep/app:v1', 'ghcr.example.com:5000/team/deep/app:v1'],
    ['old.example:80/app:v1', 'new/app:v1'],
  ])('of %s is %s', (image, expected) => {
    expect(mirroredImage(image, mirrors)).toBe(expected);
  });

  it.each(['quay.io/team/app:v1', 'localhost/app:v1', 'old.example/app:v1', 'constructor.io/app:v1'])(
    'of %s is itself, because its registry has none',
    (image) => {
      expect(mirroredImage(image, mirrors)).toBe(image);
    },
  );

  it('is itself without mirrors, also where Docker would read more into it', () => {
    expect(['app:v1', 'team/app:v1'].map((image) => mirroredImage(image, noMirrors))).toEqual([
      'app:v1',
      'team/app:v1',
    ]);
  });
});

describe('the mirror of a chart repository', () => {
  it('is what stands for its whole address', () => {
    const of = ['https://charts.example/a', 'https://charts.example/a/b'].map((one) =>
      mirroredRepository(one, mirrors),
    );
    expect(of).toEqual(['oci://registry.example.com/charts', 'https://charts.example/a/b']);
  });
});
