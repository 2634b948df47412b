import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from 'undici';
import * as z from 'zod';
import { envoy } from '../parts/envoy';
import { Program } from '../parts/program';
import type { Bootstrap, Message } from './envoy-config';

const ListenerList = z.object({
  listener_statuses: z
    .array(
      z.object({
        name: z.string(),
        local_address: z.object({ socket_address: z.object({ address: z.string(), port_value: z.number() }) }),
      }),
    )
    .default([]),
});

const ConfigDump = z.object({ configs: z.array(z.object({ cluster: z.record(z.string(), z.unknown()) })) });

/** Asks Envoy whether it would run with this, which may be no bootstrap at all. An error says why not. */
export async function validate(bootstrap: unknown): Promise<void> {
  const program = await run(bootstrap, '--mode', 'validate');
  try {
    await program.success();
  } finally {
    await program.stop();
  }
}

/** Starts an Envoy that nobody but this machine reaches. */
export async function startProxy(bootstrap: Bootstrap): Promise<Proxy> {
  const program = await run(bootstrap, '--admin-address-path', 'admin', '--file-flush-interval-msec', '100');
  const admin = (): string => `http://${readFileSync(join(program.folder, 'admin'), 'utf8')}`;
  await program.ready(async () => (await text(`${admin()}/ready`)) === 'LIVE\n');
  try {
    const list = ListenerList.parse(JSON.parse(await text(`${admin()}/listeners?format=json`)));
    const urls = list.listener_statuses.map(({ name, local_address: { socket_address: at } }) => {
      return [name, `http://${at.address}:${at.port_value}`] as const;
    });
    return new Proxy(program, admin(), new Map(urls));
  } catch (error) {
    await program.stop();
    throw error;
  }
}

async function run(bootstrap: unknown, ...options: readonly string[]): Promise<Program> {
  const file = 'bootstrap.json';
  const usual = ['--config-path', file, '--concurrency', '1', '--disable-hot-restart', '--log-level', 'warning'];
  return new Program('envoy', [await envoy(), ...usual, ...options], { files: { [file]: JSON.stringify(bootstrap) } });
}

async function text(url: string): Promise<string> {
  const { body } = await request(url);
  return body.text();
}

/** A running Envoy. */
export class Proxy {
  readonly #program: Program;
  readonly #admin: string;
  readonly #urls: ReadonlyMap<string, string>;

  constructor(program: Program, admin: string, urls: ReadonlyMap<string, string>) {
    this.#program = program;
    this.#admin = admin;
    this.#urls = urls;
  }

  /** Where the listener of an object listens. */
  url(name: string): string {
    const url = this.#urls.get(name);
    if (url === undefined) {
      throw new Error(`Envoy has no listener ${name}, but ${[...this.#urls.keys()].join(', ')}`);
    }
    return url;
  }

  /**
   * Waits until what a request set in motion is done. It is Envoy's main thread that ejects, after the answer is out, and
   * the same thread answers here, in its turn.
   */
  async settle(): Promise<void> {
    await text(`${this.#admin}/ready`);
  }

  /** A cluster as Envoy itself has it. */
  async cluster(name: string): Promise<Message> {
    const { configs } = ConfigDump.parse(JSON.parse(await text(`${this.#admin}/config_dump?resource=static_clusters`)));
    const found = configs.find(({ cluster }) => cluster['name'] === name);
    if (found === undefined) {
      throw new Error(`Envoy has no cluster ${name}`);
    }
    return found.cluster;
  }

  /** The content of a file that Envoy wrote into its folder. */
  read(file: string): string {
    return readFileSync(join(this.#program.folder, file), 'utf8');
  }

  stop(): Promise<void> {
    return this.#program.stop();
  }
}
