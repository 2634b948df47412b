import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const taggedImage: CheckCases = {
  code: 'LAB061',
  mutations: {
    'a digest cut off': change('Deployment', 'spec.template.spec.containers.*.image', (old) =>
      JSON.stringify(old).includes('@') ? 'shop.example/web:v1.2.3' : undefined,
    ),
  },
  broken: {
    'one image of two without a digest': `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers:
    - { name: web, image: 'shop.example/web:v1' }
    - { name: cache, image: 'shop.example/cache@sha256:1111111111111111111111111111111111111111111111111111111111111111' }
    - { name: proxy, image: 'shop.example/proxy@sha256:1111111111111111111111111111111111111111111111111111111111111111' }
`,
  },
  clean: {
    'a digest behind each version': `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers:
    - { name: web, image: 'shop.example/web:v1@sha256:2222222222222222222222222222222222222222222222222222222222222222' }
    - { name: cache, image: 'shop.example/cache@sha256:1111111111111111111111111111111111111111111111111111111111111111' }
`,
    'one image with a digest among others': `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers:
    - { name: web, image: 'registry.example/web:v1' }
    - { name: cart, image: 'registry.example/cart:v1' }
    - { name: wait, image: 'busybox@sha256:1111111111111111111111111111111111111111111111111111111111111111' }
`,
    'no image of all with a digest': `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: 'registry.example/web:v1' }, { name: cart, image: 'registry.example/cart:v2' }] }
`,
    'a tag beside a digest': `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers:
    - name: web
      image: registry.example:5000/web:v1@sha256:1111111111111111111111111111111111111111111111111111111111111111
`,
    'a version that another check misses': `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: web }, { name: newest, image: 'web:latest' }] }
`,
  },
};
