import { once } from 'node:events';
import { createServer } from 'node:http';

/** What a proxy publishes of the requests that it sent, and nothing of what has not happened yet. */
export interface Proxy {
  readonly target: string;
  /** Counts requests to a release, all answered with one code within 10 ms. */
  readonly send: (to: Destination, requests: number, code?: number) => void;
  /** Writes a value that is no count. */
  readonly spoil: (to: Destination, text: string) => void;
  /** All that it counted is gone, or what it counted of one service. */
  readonly forget: (service?: string) => void;
  /** Publishes a number that is higher each time; once Prometheus has it, it has everything before it. */
  readonly mark: () => number;
  readonly stop: () => Promise<void>;
}

export interface Destination {
  readonly service: string;
  readonly version: string;
}

/** Stays when all else is forgotten. */
export const mark = 'proxy_mark';

export async function startProxy(): Promise<Proxy> {
  const counters = new Map<string, number | string>();
  const add = (series: string, by: number): void => {
    counters.set(series, Number(counters.get(series) ?? 0) + by);
  };
  const server = createServer((_, response) => {
    const page = [...counters].map(([series, count]) => `${series} ${count}\n`).join('');
    response.setHeader('content-type', 'text/plain; version=0.0.4').end(page);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('a TCP server has an address with a port');
  }
  return {
    target: `127.0.0.1:${address.port}`,
    send: (to, requests, code = 200) => {
      add(seriesOf('istio_requests_total', to, code), requests);
      for (const le of ['5', '10', '+Inf']) {
        add(seriesOf('istio_request_duration_milliseconds_bucket', to, code, le), le === '5' ? 0 : requests);
      }
    },
    spoil: (to, text) => counters.set(seriesOf('istio_requests_total', to, 200), text),
    forget: (service) => {
      const names = [...counters.keys()].filter((name) => name.includes(`_name="${service ?? ''}`));
      names.forEach((name) => counters.delete(name));
    },
    mark: () => {
      add(mark, 1);
      return Number(counters.get(mark));
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function seriesOf(metric: string, { service, version }: Destination, code: number, le?: string): string {
  const labels = {
    reporter: 'source',
    destination_service_namespace: service,
    destination_service_name: `${service}-service`,
    destination_version: version,
    response_code: String(code),
    ...(le !== undefined && { le }),
  };
  const written = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return `${metric}{${written.join(',')}}`;
}
