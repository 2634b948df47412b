import { connect } from 'node:net';
import { InputError } from '../../lib/input/input-error';
import type { AddressEntrance } from '../../lib/load/entrance';

/** Milliseconds in which a gateway takes a connection, or nobody is there. */
const patience = 5_000;

/**
 * Sees that somebody listens before an hour of requests is sent there.
 * @throws InputError if nobody does
 */
export async function checkListening({ address }: AddressEntrance): Promise<void> {
  const { hostname, port } = new URL(`tcp://${address}`);
  const because = await new Promise<string | undefined>((resolve) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port), timeout: patience });
    const end = (problem?: string): void => {
      socket.destroy();
      resolve(problem);
    };
    socket.on('connect', () => {
      end();
    });
    socket.on('timeout', () => {
      end(`no connection within ${patience} ms`);
    });
    socket.on('error', ({ message }) => {
      end(message);
    });
  });
  if (because !== undefined) {
    const rule = `somebody listens there (${because})`;
    const remedy = 'bring the lab up (`npm run lab -- up`), or say where its gateway is with --gateway';
    throw new InputError([{ file: 'gateway', path: [], value: address, rule, remedy }]);
  }
}
