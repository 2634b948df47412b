import { connect, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { Message } from '../envoy/envoy-config';
import { type Proxy, startProxy } from '../envoy/proxy';
import type { SelfSigned } from '../../cli/self-signed';
import { Arrivals } from './arrivals';
import type { Configuration } from './configuration';
import { sandboxOf } from './sandbox';

/** A request as it reaches a proxy. */
export interface Sending {
  /** The name of the listener that takes the connection. */
  readonly listener: string;
  /** The address and port that it is for. */
  readonly destination: { readonly address: string; readonly port: number };
  /** TLS of the client. @default - none */
  readonly tls?: {
    readonly name?: string;
    readonly protocols?: readonly string[];
    readonly certificate?: SelfSigned | undefined;
  };
  readonly method: string;
  /** As it is written. */
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
}

/** What came of it. */
export interface Result {
  /** Of the answer; none where the connection was closed without one. */
  readonly status?: number;
  /** How it was sent on, if it was. */
  readonly action?: Message | undefined;
  /** The beginning of what was sent on. */
  readonly head?: string | undefined;
}

/** A real Envoy with the configuration of one proxy, in whose mesh sockets stand in the place of pods. */
export class Judge {
  private constructor(
    private readonly proxy: Proxy,
    private readonly arrivals: Arrivals,
    private readonly actions: readonly Message[],
  ) {}

  /** @param certificate by which clients know the proxy */
  static async start(configuration: Configuration, certificate: SelfSigned): Promise<Judge> {
    const arrivals = new Arrivals();
    try {
      const surroundings = { socketOf: (action: number) => arrivals.socketOf(action), certificate };
      const { bootstrap, actions } = sandboxOf(configuration, surroundings);
      await arrivals.listen(actions.length);
      return new Judge(await startProxy(bootstrap), arrivals, actions);
    } catch (error) {
      arrivals.close();
      throw error;
    }
  }

  async ask(sending: Sending): Promise<Result> {
    this.arrivals.take();
    const status = await this.status(sending);
    const arrived = this.arrivals.take();
    return {
      ...(status !== undefined && { status }),
      action: arrived === undefined ? undefined : this.actions[arrived.action],
      head: arrived?.head,
    };
  }

  private async status({ listener, destination, tls, ...request }: Sending): Promise<number | undefined> {
    const { hostname, port } = new URL(this.proxy.url(listener));
    const socket = connect(Number(port), hostname);
    socket.write(`PROXY TCP4 10.1.255.254 ${destination.address} 40000 ${destination.port}\r\n`);
    const stream = tls === undefined ? socket : encrypted(socket, tls);
    const { method, path, headers } = request;
    const lines = [`${method} ${path} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`)];
    stream.write([...lines, 'connection: close', '', ''].join('\r\n'));
    const text = await headOf(stream);
    socket.destroy();
    const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
    return status === undefined ? undefined : Number(status);
  }

  async stop(): Promise<void> {
    await this.proxy.stop();
    this.arrivals.close();
  }
}

function encrypted(socket: Socket, { name, protocols = [], certificate }: NonNullable<Sending['tls']>): TLSSocket {
  return connectTls({
    socket,
    rejectUnauthorized: false,
    ALPNProtocols: [...protocols],
    ...(name !== undefined && { servername: name }),
    ...certificate,
  });
}

/** The head of an answer, or what there is of one when the connection is closed, whoever closes it and however. */
function headOf(stream: Socket): Promise<string> {
  let text = '';
  return new Promise((resolve) => {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (text.includes('\r\n\r\n')) {
        resolve(text);
      }
    });
    stream.on('error', () => stream.destroy());
    stream.on('close', () => {
      resolve(text);
    });
  });
}
