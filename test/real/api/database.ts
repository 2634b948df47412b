import { request } from 'undici';
import { etcd } from '../parts/etcd';
import { freePort } from '../parts/port';
import { Program } from '../parts/program';

interface Database {
  readonly program: Program;
  readonly url: string;
}

/** Starts an etcd that nobody but this machine reaches, and that forgets everything when it stops. */
export async function startDatabase(): Promise<Database> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const peers = 'http://127.0.0.1:0';
  const program = new Program('etcd', [
    await etcd(),
    '--data-dir=data',
    `--listen-client-urls=${url}`,
    `--advertise-client-urls=${url}`,
    `--listen-peer-urls=${peers}`,
    `--initial-advertise-peer-urls=${peers}`,
    `--initial-cluster=default=${peers}`,
    '--unsafe-no-fsync',
  ]);
  await program.ready(async () => {
    const { statusCode, body } = await request(`${url}/health`);
    await body.dump();
    return statusCode === 200;
  });
  return { program, url };
}
