import { Agent, request } from 'undici';

export interface Endpoint {
  readonly url: string;
  /** The certificate the server is trusted by, in PEM. */
  readonly ca: string;
  readonly token: string;
}

export interface Answer {
  readonly status: number;
  readonly warnings: readonly string[];
  readonly text: string;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** An authenticated HTTPS connection to one API server. */
export class Connection {
  readonly #endpoint: Endpoint;
  readonly #agent: Agent;

  constructor(endpoint: Endpoint) {
    this.#endpoint = endpoint;
    this.#agent = new Agent({ connect: { ca: endpoint.ca } });
  }

  async send(method: Method, path: string, body?: { readonly type: string; readonly text: string }): Promise<Answer> {
    const answer = await request(`${this.#endpoint.url}${path}`, {
      method,
      dispatcher: this.#agent,
      headers: {
        authorization: `Bearer ${this.#endpoint.token}`,
        accept: 'application/json',
        ...(body && { 'content-type': body.type }),
      },
      body: body?.text ?? null,
    });
    const { statusCode: status, headers } = answer;
    return { status, warnings: warningsIn(headers.warning), text: await answer.body.text() };
  }

  close(): Promise<void> {
    return this.#agent.close();
  }
}

/** The texts of `299 - "text"` headers, which is how an API server warns. */
function warningsIn(header: string | string[] = []): string[] {
  return [header].flat().flatMap((value) => {
    return [...value.matchAll(/\b299 \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text.replace(/\\(.)/g, '$1'));
  });
}
