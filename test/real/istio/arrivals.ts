import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const answer = 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n';
const handshake = 0x16;

/** What arrived. */
export interface Arrival {
  readonly action: number;
  /** The beginning of it. */
  readonly head: string;
}

/** Stands in the place of all pods: a socket for each action of a proxy, which notes what arrives. */
export class Arrivals {
  readonly #folder = mkdtempSync(join(tmpdir(), 'mesh-lab-arrivals-'));
  readonly #servers: Server[] = [];
  #seen: Arrival[] = [];

  socketOf(action: number): string {
    return join(this.#folder, `${action}.sock`);
  }

  async listen(actions: number): Promise<void> {
    for (let action = 0; action < actions; action += 1) {
      const server = createServer((socket) => {
        socket.on('error', () => socket.destroy());
        socket.once('data', (data) => {
          this.#seen.push({ action, head: data.toString('latin1') });
          if (data[0] === handshake) {
            socket.destroy();
          } else {
            socket.end(answer);
          }
        });
      });
      this.#servers.push(server.listen(this.socketOf(action)));
      await once(server, 'listening');
    }
  }

  /** What arrived first since the last time, if anything did. */
  take(): Arrival | undefined {
    const [first] = this.#seen;
    this.#seen = [];
    return first;
  }

  close(): void {
    this.#servers.forEach((server) => server.close());
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
