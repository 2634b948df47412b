import { createServer, type IncomingHttpHeaders } from 'node:http';
import { LoopbackServer } from './loopback-server';

/** The status that request number n, counted from 1, is answered with; nothing leaves it without an answer. */
export type Answers = (request: number) => number | undefined | Promise<number>;

/** The same in the words of gRPC, because the retries that Istio adds by itself listen to those and not to a plain 503. */
const unavailable = { 'grpc-status': '14' };

/** A process that stands for a pod: answers as it is told, and counts. */
export class Upstream extends LoopbackServer {
  /** How many requests came. */
  requests = 0;
  /** How many connections they came by. */
  connections = 0;
  /** The headers of the latest request. */
  headers: IncomingHttpHeaders = {};

  constructor(answers: Answers) {
    super(
      createServer((request, response) => {
        this.requests += 1;
        this.headers = request.headers;
        void Promise.resolve(answers(this.requests)).then((status) => {
          if (status !== undefined) {
            response.writeHead(status, status === 503 ? unavailable : {}).end();
          }
        });
      }),
    );
    this.server.on('connection', () => (this.connections += 1));
  }
}
