/** One part of the shop, and where it differs from most of the others. */
export interface App {
  readonly name: string;
  /** Of the pods. */
  readonly port?: number;
  /** @default - that of the pods, with the name `grpc` */
  readonly served?: { readonly name: string; readonly port: number };
  readonly portName?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** @default - 100m and 64Mi */
  readonly requests?: Amount;
  /** @default - 200m and 128Mi */
  readonly limits?: Amount;
  /** Seconds; Kubernetes gives 30 where there are none. */
  readonly grace?: number;
  /** What is special about the probes: by default they ask gRPC, readiness and liveness alike. */
  readonly probes?: readonly [readiness: object, liveness: object];
}

interface Amount {
  readonly cpu: string;
  readonly memory: string;
}

const catalog = { PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550' };
const shipping = { SHIPPING_SERVICE_ADDR: 'shippingservice:50051' };
const currency = { CURRENCY_SERVICE_ADDR: 'currencyservice:7000' };
const cart = { CART_SERVICE_ADDR: 'cartservice:7070' };
const quiet = { DISABLE_PROFILER: '1' };

export const frontend: App = {
  name: 'frontend',
  port: 8080,
  served: { name: 'http', port: 80 },
  env: {
    PORT: '8080',
    ...catalog,
    ...currency,
    ...cart,
    RECOMMENDATION_SERVICE_ADDR: 'recommendationservice:8080',
    ...shipping,
    CHECKOUT_SERVICE_ADDR: 'checkoutservice:5050',
    AD_SERVICE_ADDR: 'adservice:9555',
    SHOPPING_ASSISTANT_SERVICE_ADDR: 'shoppingassistantservice:80',
    ENABLE_PROFILER: '0',
  },
  probes: [healthProbe('readiness'), healthProbe('liveness')],
};

export const apps: readonly App[] = [
  frontend,
  {
    name: 'adservice',
    port: 9555,
    env: { PORT: '9555' },
    grace: 5,
    requests: { cpu: '200m', memory: '180Mi' },
    limits: { cpu: '300m', memory: '300Mi' },
    probes: both({ initialDelaySeconds: 20, periodSeconds: 15, grpc: { port: 9555 } }),
  },
  { name: 'currencyservice', port: 7000, portName: 'grpc', env: { PORT: '7000', ...quiet }, grace: 5 },
  {
    name: 'cartservice',
    port: 7070,
    env: { REDIS_ADDR: 'redis-cart:6379' },
    grace: 5,
    requests: { cpu: '200m', memory: '64Mi' },
    limits: { cpu: '300m', memory: '128Mi' },
    probes: [
      { initialDelaySeconds: 15, grpc: { port: 7070 } },
      { initialDelaySeconds: 15, periodSeconds: 10, grpc: { port: 7070 } },
    ],
  },
  {
    name: 'redis-cart',
    port: 6379,
    served: { name: 'tcp-redis', port: 6379 },
    requests: { cpu: '70m', memory: '200Mi' },
    limits: { cpu: '125m', memory: '256Mi' },
    probes: both({ periodSeconds: 5, tcpSocket: { port: 6379 } }),
  },
  {
    name: 'loadgenerator',
    env: { FRONTEND_ADDR: 'frontend:80', USERS: '10', RATE: '1' },
    grace: 5,
    requests: { cpu: '300m', memory: '256Mi' },
    limits: { cpu: '500m', memory: '512Mi' },
  },
  {
    name: 'recommendationservice',
    port: 8080,
    env: { PORT: '8080', ...catalog, ...quiet },
    grace: 5,
    requests: { cpu: '100m', memory: '220Mi' },
    limits: { cpu: '200m', memory: '450Mi' },
    probes: both({ periodSeconds: 5, grpc: { port: 8080 } }),
  },
  {
    name: 'checkoutservice',
    port: 5050,
    env: {
      PORT: '5050',
      ...catalog,
      ...shipping,
      PAYMENT_SERVICE_ADDR: 'paymentservice:50051',
      EMAIL_SERVICE_ADDR: 'emailservice:5000',
      ...currency,
      ...cart,
    },
  },
  {
    name: 'emailservice',
    port: 8080,
    served: { name: 'grpc', port: 5000 },
    env: { PORT: '8080', ...quiet },
    grace: 5,
    probes: both({ periodSeconds: 5, grpc: { port: 8080 } }),
  },
  { name: 'paymentservice', port: 50051, env: { PORT: '50051', ...quiet }, grace: 5 },
  {
    name: 'shippingservice',
    port: 50051,
    env: { PORT: '50051', ...quiet },
    probes: [{ periodSeconds: 5, grpc: { port: 50051 } }, { grpc: { port: 50051 } }],
  },
  { name: 'productcatalogservice', port: 3550, env: { PORT: '3550', ...quiet }, grace: 5 },
];

function both(probe: object): readonly [object, object] {
  return [probe, probe];
}

function healthProbe(name: string): object {
  const httpHeaders = [{ name: 'Cookie', value: `shop_session-id=x-${name}-probe` }];
  return { initialDelaySeconds: 10, httpGet: { path: '/_healthz', port: 8080, httpHeaders } };
}
