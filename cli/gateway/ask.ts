import { type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { TLSSocket } from 'node:tls';

/** Where a gateway takes requests from outside. */
export interface GatewayAddress {
  /** Name or IP address. */
  readonly address: string;
  readonly http: number;
  readonly https: number;
}

/** A request from outside. */
export interface OutsideRequest {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  /** @default / */
  readonly path?: string;
  /** @default GET */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back: an answer, or why there is none. */
export interface OutsideAnswer {
  readonly status?: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The first part of it. */
  readonly body: string;
  readonly failure?: string;
}

/** More of a body is not kept. */
const mostCharacters = 100_000;

/**
 * Asks a gateway, whatever the host resolves to. The authority of a certificate is not checked, because it may be the
 * lab's own; its dates are.
 * @param timeout milliseconds for the whole of it
 */
export function ask(gateway: GatewayAddress, request: OutsideRequest, timeout: number): Promise<OutsideAnswer> {
  const { scheme, host, path = '/', method = 'GET', headers = {} } = request;
  const options: RequestOptions = {
    host: gateway.address,
    port: gateway[scheme],
    path,
    method,
    headers: { host, ...headers },
    agent: false,
    signal: AbortSignal.timeout(timeout),
  };
  return new Promise((resolve) => {
    const fail = (error: Error): void => {
      const isLate = error.name === 'AbortError' || error.name === 'TimeoutError';
      resolve({ headers: {}, body: '', failure: isLate ? `no answer within ${timeout} ms` : error.message });
    };
    const sent =
      scheme === 'http'
        ? httpRequest(options)
        : httpsRequest({ ...options, servername: host, rejectUnauthorized: false });
    sent.on('response', (response) => {
      const expired = scheme === 'https' && isExpired(response);
      readBody(
        response,
        (body) => {
          const { statusCode = 0 } = response;
          resolve(
            expired
              ? { headers: {}, body: '', failure: 'certificate has expired' }
              : { status: statusCode, headers: response.headers, body },
          );
        },
        fail,
      );
    });
    sent.on('error', fail);
    sent.end();
  });
}

function readBody(response: IncomingMessage, done: (body: string) => void, fail: (error: Error) => void): void {
  let body = '';
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    body = (body + chunk).slice(0, mostCharacters);
  });
  response.on('error', fail);
  response.on('end', () => {
    done(body);
  });
}

function isExpired({ socket }: IncomingMessage): boolean {
  return socket instanceof TLSSocket && Date.parse(socket.getPeerCertificate().valid_to) < Date.now();
}
