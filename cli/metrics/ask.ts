import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import type { Fault } from '../../lib/canary/measurement';
import type { PrometheusSource } from './source';

const patience = 5000;

/** Bytes of one answer: more than the counters of any service take, and less than memory has room for. */
const mostBytes = 64 * 2 ** 20;

export interface Page {
  readonly status: number;
  readonly body: string;
}

/** Gets a path of a Prometheus. Never throws, and never takes longer than the source allows. */
export async function ask(
  source: PrometheusSource,
  path: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Page | Fault> {
  try {
    return await get(source, `${path}?${new URLSearchParams(parameters).toString()}`);
  } catch (error) {
    // An address or a host that is none.
    return { kind: 'unreachable', because: error instanceof Error ? error.message : String(error) };
  }
}

async function get({ url, host, timeout = patience }: PrometheusSource, path: string): Promise<Page | Fault> {
  const address = new URL(`${url}${path}`);
  if (!/^https?:$/.test(address.protocol)) {
    throw new Error(`${address.protocol} is neither http: nor https:`);
  }
  const isSecure = address.protocol === 'https:';
  const options: RequestOptions = {
    ...placeOf(address, host),
    path: `${address.pathname}${address.search}`,
    agent: false,
    signal: AbortSignal.timeout(timeout),
  };
  return new Promise((resolve) => {
    const fail = (error: Error): void => {
      const isLate = error.name === 'AbortError' || error.name === 'TimeoutError';
      resolve(isLate ? { kind: 'timeout', after: timeout } : { kind: 'unreachable', because: error.message });
    };
    const request = isSecure ? httpsRequest(options) : httpRequest(options);
    request.on('error', fail);
    request.on('response', (response) => {
      read(response).then(resolve, fail);
    });
    request.end();
  });
}

/**
 * Hosts of `.localhost` are this machine, whether the resolver knows it or not; its certificate is the lab's own, and
 * nothing is sent that could be stolen.
 */
function placeOf({ hostname, host: authority, port, protocol }: URL, host = authority): RequestOptions {
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
  const name = bare(new URL(`http://${host}`).hostname);
  return {
    host: isLocal ? '127.0.0.1' : bare(hostname),
    port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
    headers: { host },
    ...(protocol === 'https:' && { servername: isIP(name) === 0 ? name : '', rejectUnauthorized: !isLocal }),
  };
}

/** An IPv6 address without its brackets. */
function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

async function read(response: IncomingMessage): Promise<Page | Fault> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    bytes += part.length;
    if (bytes > mostBytes) {
      return { kind: 'malformed', because: `an answer of more than ${mostBytes / 2 ** 20} MiB` };
    }
    chunks.push(part);
  }
  return { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') };
}
