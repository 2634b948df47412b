import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** The status that a URL was answered with, or why there was no answer. */
export type ProbeResult = { readonly status: number } | { readonly failure: string };

/**
 * Asks 127.0.0.1 for a URL, whatever its host resolves to, and waits for the status alone. The certificate is not
 * checked: it is the lab's own, and nothing is sent that could be stolen.
 * @param timeout milliseconds for the whole of it
 */
export function probe(url: string, timeout: number): Promise<ProbeResult> {
  const { protocol, hostname, host, port } = new URL(url);
  const isSecure = protocol === 'https:';
  const options = {
    host: '127.0.0.1',
    port: port === '' ? (isSecure ? 443 : 80) : Number(port),
    headers: { host },
    agent: false,
    signal: AbortSignal.timeout(timeout),
  };
  return new Promise((resolve) => {
    const request = isSecure
      ? httpsRequest({ ...options, servername: hostname, rejectUnauthorized: false })
      : httpRequest(options);
    request.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0 });
      response.destroy();
    });
    request.on('error', (error) => {
      const isLate = error.name === 'AbortError' || error.name === 'TimeoutError';
      resolve({ failure: isLate ? `no answer within ${timeout} ms` : error.message });
    });
    request.end();
  });
}
