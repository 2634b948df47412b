import { createServer } from 'node:http';
import { once } from 'node:events';

/** By how much each counter grows from scrape to scrape; 0 is a counter that stands still. */
export type Growth = Readonly<Record<string, number>>;

interface Exporter {
  readonly target: string;
  /** How often it was scraped since it started, or started anew. */
  readonly scrapes: () => number;
  /** What a proxy does that starts anew: all counters are at zero again. */
  readonly restart: () => void;
  readonly stop: () => Promise<void>;
}

/** Counters that stand still are not at zero: they counted once. */
const once100 = 100;

/**
 * What proxies would publish, all growing at the same pace: then every share and every quantile is known exactly, at any
 * time and whatever the pace of the scrapes.
 */
export async function startExporter(growth: Growth, gauges: Growth): Promise<Exporter> {
  let scrapes = 0;
  const page = (): string =>
    [
      ...Object.entries(growth).map(([series, step]) => `${series} ${step === 0 ? once100 : step * scrapes}`),
      ...Object.entries(gauges).map(([series, value]) => `${series} ${value}`),
      '',
    ].join('\n');
  const server = createServer((_, response) => {
    scrapes += 1;
    response.setHeader('content-type', 'text/plain; version=0.0.4').end(page());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('a TCP server has an address with a port');
  }
  return {
    target: `127.0.0.1:${address.port}`,
    scrapes: () => scrapes,
    restart: () => (scrapes = 0),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
