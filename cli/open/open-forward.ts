import type { Settings } from '../../stacks/settings';
import { connect } from '../cluster/cluster';
import { forward } from '../cluster/port-forward';
import type { PlaceForward } from './places';
import { untilStopped } from '../process/stop';
import { printError } from '../print';

/**
 * Forwards a port of 127.0.0.1 to a pod until Ctrl-C.
 * @throws ClusterError if no such pod is ready, or the port is taken
 */
export async function forwardUntilStopped(settings: Settings, { localPort, ...wanted }: PlaceForward): Promise<void> {
  const cluster = await connect(settings);
  const { port, close } = await forward(cluster, settings, wanted, localPort);
  printError(`Forwarding port ${port} of 127.0.0.1 to context ${cluster.name} until Ctrl-C`);
  await untilStopped(
    (stop) =>
      new Promise<void>((resolve) => {
        stop.addEventListener('abort', () => {
          resolve();
        });
      }),
    () => undefined,
  );
  close();
  cluster.server.close();
}
