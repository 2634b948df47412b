import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut: what becomes of a client whose server is gone, while the server stays as it is. */
export interface Relay {
  readonly port: number;
  /** Ends every connection, and refuses new ones. */
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
}

/** Opens a relay on 127.0.0.1 to a port of 127.0.0.1. */
export async function startRelay(target: number): Promise<Relay> {
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  const listen = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') {
      throw new Error('a TCP server has an address with a port');
    }
    return address.port;
  };
  const port = await listen(0);
  return {
    port,
    cut: async () => {
      if (!server.listening) {
        return;
      }
      const closed = once(server, 'close');
      server.close();
      open.forEach((socket) => socket.destroy());
      await closed;
    },
    mend: async () => {
      await listen(port);
    },
  };
}
