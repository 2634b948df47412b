import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

const image = 'spec.template.spec.containers.*.image';

export const movingImage: CheckCases = {
  code: 'LAB060',
  mutations: {
    'an image without a version': change('Deployment', image, 'shop.example/web'),
    'the newest image': change('Deployment', image, 'shop.example/web:latest'),
    'a registry with a port, and no version': change('Deployment', image, 'localhost:5000/shop/web'),
    'an init container without a version': change('Deployment', 'spec.template.spec.initContainers', [
      { name: 'prepare', image: 'busybox' },
    ]),
    'a job without a version': change('CronJob', 'spec.jobTemplate.spec.template.spec.containers.*.image', 'k6'),
  },
  broken: {
    'the newest image': `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: 'shop.example/web:latest' }] }
`,
    'an image without a version': `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: 'shop.example/web' }] }
`,
  },
  clean: {
    'a version': `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: 'shop.example/web:v1' }] }
`,
    'what a builder puts an image in the place of': `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: 'ko://shop.example/cmd/web' }] }
`,
    'versions of all forms, and the image of a gateway, which the injector chooses': `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers:
    - { name: tag, image: 'localhost:5000/web:v1' }
    - { name: digest, image: 'web@sha256:1111111111111111111111111111111111111111111111111111111111111111' }
    - { name: newest, image: 'web:latest@sha256:1111111111111111111111111111111111111111111111111111111111111111' }
    - { name: istio-proxy, image: auto }
    - { name: none }
`,
  },
};
