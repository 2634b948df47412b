import { once } from 'node:events';
import type { Server } from 'node:http';

/** A server that nobody but this machine reaches, at a port of the system's choice. */
export class LoopbackServer {
  constructor(protected readonly server: Server) {}

  async start(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  get port(): number {
    const address = this.server.address();
    if (address === null || typeof address === 'string') {
      throw new Error('a server has a port once it is started');
    }
    return address.port;
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }
}
