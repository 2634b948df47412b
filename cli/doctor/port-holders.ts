import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Settings } from '../../stacks/settings';
import type { Node } from '../docker/docker';
import type { Examination } from './examination';
import { examinePort, type Holder, publishedPorts } from './ports';

/** Milliseconds that a port has to answer. */
const patience = 2000;

/** @param nodes of the cluster; nothing if Docker does not say */
export function examinePorts({ ports, cluster }: Settings, nodes: readonly Node[] | undefined): Promise<Examination[]> {
  const own = (nodes ?? []).flatMap((node) => publishedPorts(node.ports));
  return Promise.all(
    (['http', 'https'] as const).map(async (name) => {
      const port = ports[name];
      const holder: Holder = own.includes(port) ? 'this cluster' : await holderOf(port);
      return examinePort(name, port, holder, cluster.name);
    }),
  );
}

/** Whether a port of 127.0.0.1 can be listened at; where this user may not try, whether somebody answers. */
async function holderOf(port: number): Promise<Exclude<Holder, 'this cluster'>> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    server.close();
    return 'nobody';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'EADDRINUSE' ? 'somebody else' : code === 'EACCES' ? answers(port) : 'unknown';
  }
}

async function answers(port: number): Promise<'nobody' | 'somebody else' | 'unknown'> {
  const socket = connect({ host: '127.0.0.1', port, signal: AbortSignal.timeout(patience) });
  try {
    await once(socket, 'connect');
    return 'somebody else';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED' ? 'nobody' : 'unknown';
  } finally {
    socket.destroy();
  }
}
