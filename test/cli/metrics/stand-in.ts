import type { RequestListener, ServerResponse } from 'node:http';

/** A time that all answers are of, and a scrape of the gateway's pod at each quarter of a minute before it. */
export const now = 1_800_000_000;

export type Answering = (query: string, response: ServerResponse, asked: URLSearchParams) => void;

export function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export function succeed(response: ServerResponse, data: unknown, more: object = {}): void {
  json(response, { status: 'success', data, ...more });
}

const times = Array.from({ length: 30 }, (_, index) => now - 15 * (29 - index));
const matrix = (metric: object, valueOf: (index: number) => number): object => ({
  metric: { job: 'pods', instance: 'gateway-0:15020', ...metric },
  values: times.map((time, index) => [time, String(valueOf(index))]),
});

/** What a Prometheus answers of a frontend whose canary is well. A stand-in, for faults that a real one can't be made to show. */
export const well: Answering = (query, response) => {
  const gatewayPod = { namespace: 'istio-ingress', istio: 'ingressgateway', pod: 'gateway-0' };
  if (query === 'time()') {
    succeed(response, { resultType: 'scalar', result: [now, String(now)] });
  } else if (query.startsWith('up{')) {
    succeed(response, { resultType: 'matrix', result: [matrix(gatewayPod, () => 1)] });
  } else if (query.startsWith('istio_requests_total{')) {
    const result = ['canary', 'stable'].map((version) =>
      matrix({ destination_version: version, response_code: '200' }, (index) => 100 * index),
    );
    succeed(response, { resultType: 'matrix', result });
  } else {
    const result = ['canary', 'stable'].map((version) => ({
      metric: { destination_version: version },
      value: [now, '20'],
    }));
    succeed(response, { resultType: 'vector', result });
  }
};

/** Serves `/api/v1/query` alone, as Prometheus does. */
export function prometheus(answering: Answering): RequestListener {
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/api/v1/query') {
      answering(searchParams.get('query') ?? '', response, searchParams);
    } else {
      response.writeHead(404).end();
    }
  };
}
