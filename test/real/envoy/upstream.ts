import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

/** The status that request number n, counted from 1, is answered with; nothing leaves it without an answer. */
export type Answers = (request: number) => number | undefined | Promise<number>;

/** The same in the words of gRPC, because the retries that Istio adds by itself listen to those and not to a plain 503. */
const unavailable = { 'grpc-status': '14' };

/** A process that stands for a pod: answers as it is told, and counts. */
export class Upstream {
  /** How many requests came. */
  requests = 0;
  /** How many connections they came by. */
  connections = 0;
  readonly #server: Server;

  constructor(answers: Answers) {
    this.#server = createServer((_, response) => {
      this.requests += 1;
      void Promise.resolve(answers(this.requests)).then((status) => {
        if (status !== undefined) {
          response.writeHead(status, status === 503 ? unavailable : {}).end();
        }
      });
    });
    this.#server.on('connection', () => (this.connections += 1));
  }

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') {
      throw new Error('an upstream has a port once it is started');
    }
    return address.port;
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}
