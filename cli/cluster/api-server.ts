import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { ClusterError } from './cluster-error';
import type { Connection } from './kubeconfig';

/** What the server answered. */
export interface ApiResponse {
  readonly status: number;
  /** The texts of its warnings. */
  readonly warnings: readonly string[];
  readonly text: string;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Body {
  /** Media type. */
  readonly type: string;
  readonly text: string;
}

/** Milliseconds that one request may take. */
const patience = 15_000;

/** An authenticated connection to one API server. */
export class ApiServer {
  /** How far the server's clock is ahead of ours, in milliseconds. */
  private ahead = 0;

  constructor(private readonly access: Connection) {}

  /**
   * The time by the server's clock, in milliseconds since 1970, exact to about a second: two machines that share a cluster
   * share this clock. Ours until the server has answered once.
   */
  now(): number {
    return Date.now() + this.ahead;
  }

  /**
   * Sends one request.
   * @param path with the query
   * @throws ClusterError if there is no answer
   */
  send(method: Method, path: string, body?: Body): Promise<ApiResponse> {
    const { url, agent, headers } = this.access;
    const request = url.startsWith('https:') ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const sent = request(
        `${url.replace(/\/$/, '')}${path}`,
        {
          method,
          agent,
          signal: AbortSignal.timeout(patience),
          headers: {
            accept: 'application/json',
            ...headers,
            ...(body === undefined
              ? {}
              : { 'content-type': body.type, 'content-length': Buffer.byteLength(body.text) }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', (error) => {
            reject(unreachable(url, error));
          });
          response.on('end', () => {
            const warnings = warningsIn(response.headers.warning);
            this.setClock(response.headers.date);
            resolve({ status: response.statusCode ?? 0, warnings, text: Buffer.concat(chunks).toString('utf8') });
          });
        },
      );
      sent.on('error', (error) => {
        reject(unreachable(url, error));
      });
      sent.end(body?.text);
    });
  }

  /** The server tells whole seconds, so what looks like a smaller difference is none. */
  private setClock(date: string | undefined): void {
    const ahead = date === undefined ? NaN : Date.parse(date) - Date.now();
    if (Math.abs(ahead - this.ahead) > 2_000) {
      this.ahead = ahead;
    }
  }

  /** Ends the open connections. */
  close(): void {
    this.access.agent.destroy();
  }
}

/** No answer came, so nobody knows whether a write was accepted. */
export class Unreachable extends ClusterError {}

function unreachable(url: string, error: Error & { readonly code?: string }): ClusterError {
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME/.test(error.code ?? '')) {
    const remedy = 'name the kubeconfig of this very cluster: cluster.kubeconfig and cluster.context in the settings';
    return new ClusterError(`the certificate of the API server at ${url} is not trusted: ${error.message}`, remedy);
  }
  const isLate = ['AbortError', 'TimeoutError'].includes(error.name);
  const cause = isLate ? `no answer within ${patience / 1000} s` : error.message;
  return new Unreachable(
    `the API server at ${url} does not answer: ${cause}`,
    'is the cluster up? `lab status`, `lab up`',
  );
}

/** The texts of `299 - "text"` headers, which is how an API server warns. */
function warningsIn(header: string | string[] = []): string[] {
  return [header].flat().flatMap((value) => {
    return [...value.matchAll(/\b299 \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text.replace(/\\(.)/g, '$1'));
  });
}
