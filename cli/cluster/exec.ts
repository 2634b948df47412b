import { Writable } from 'node:stream';
import type { Settings } from '../../stacks/settings';
import { clusterNameOf } from './cluster';
import { ClusterError } from './cluster-error';
import { clientConfig } from './kubeconfig';

/** A container of a pod. */
export interface ContainerName {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

/** How a command in a container ended. */
export interface Output {
  readonly stdout: string;
  readonly stderr: string;
  /** Whether it ended with 0. */
  readonly isFine: boolean;
}

/** Runs commands in containers. */
export interface Executor {
  /**
   * @param timeout milliseconds until it is given up
   * @throws ClusterError if it can't be run, or is given up
   */
  run(where: ContainerName, command: readonly string[], timeout: number): Promise<Output>;
}

/** An executor for the cluster that the settings name. What speaks WebSocket is loaded here, and only here. */
export async function executorFor(settings: Settings): Promise<Executor> {
  const config = await clientConfig(clusterNameOf(settings));
  const { Exec } = await import('@kubernetes/client-node');
  const exec = new Exec(config);
  return {
    run: ({ namespace, pod, container }, command, timeout) =>
      new Promise((resolve, reject) => {
        const out = new Collected();
        const err = new Collected();
        const fail = (cause: string): void => {
          clearTimeout(timer);
          const remedy = 'is the pod running, and may your user create pods/exec?';
          reject(new ClusterError(`no command can be run in ${namespace}/${pod} (${container}): ${cause}`, remedy));
        };
        const timer = setTimeout(() => {
          fail(`no end within ${timeout / 1000} s`);
        }, timeout);
        exec
          .exec(namespace, pod, container, [...command], out, err, null, false, ({ status }) => {
            clearTimeout(timer);
            resolve({ stdout: out.text, stderr: err.text, isFine: status === 'Success' });
          })
          .catch((error: unknown) => {
            fail(messageOf(error));
          });
      }),
  };
}

/** A WebSocket fails with an event, not with an error. */
function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

/** Keeps what is written to it. */
class Collected extends Writable {
  private readonly chunks: Buffer[] = [];

  get text(): string {
    return Buffer.concat(this.chunks).toString('utf8');
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.chunks.push(Buffer.from(chunk));
    done();
  }
}
