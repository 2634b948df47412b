import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { request } from 'undici';
import { backendProgram, modelOf, python, site } from '../../../apps/local/built';
import { folderOf, type Release, type Tier } from '../../../apps/tiers';
import { freePort } from '../parts/port';
import { Program } from '../parts/program';

export interface ApplicationProps {
  /** @default stable */
  readonly release?: Release;
  /** Further environment, by tier. @default - none */
  readonly env?: Partial<Readonly<Record<Tier, Readonly<Record<string, string>>>>>;
  /** What the tiers call in the place of the next one, by caller. @default - the next tier itself */
  readonly callees?: Partial<Readonly<Record<Tier, string>>>;
}

/** The three tiers of one release, as processes on loopback. */
export class Application {
  readonly #programs = new Map<Tier, Program>();
  readonly #urls = new Map<Tier, string>();

  /** Callees before their callers; nothing stays if one does not start. */
  static async start(props: ApplicationProps = {}): Promise<Application> {
    const application = new Application(props);
    try {
      await application.#run('ml', [python, '-B', join(folderOf('ml'), 'main.py')]);
      await application.#run('backend', [backendProgram], 'ml');
      await application.#run('frontend', [process.execPath, join(site, 'start.mjs')], 'backend');
      return application;
    } catch (error) {
      await application.stop();
      throw error;
    }
  }

  private constructor(private readonly props: ApplicationProps) {}

  /** Address of a tier, without a path. */
  url(tier: Tier = 'frontend'): string {
    return this.#urls.get(tier) ?? 'http://127.0.0.1:9';
  }

  /** Ends one tier, as Kubernetes does. @returns its exit code */
  async end(tier: Tier): Promise<number | null | undefined> {
    const program = this.#programs.get(tier);
    await program?.stop();
    return program?.ended();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#programs.values()].map((program) => program.stop()));
  }

  async #run(tier: Tier, command: readonly string[], callee?: Tier): Promise<void> {
    const { release = 'stable', env = {}, callees = {} } = this.props;
    const address = `127.0.0.1:${await freePort()}`;
    const program = new Program(`3rvision-${tier}`, command, {
      env: {
        ...process.env,
        NAME: `${tier}-${release}`,
        LISTEN_ADDR: address,
        MODEL: modelOf(release),
        ...(callee && { UPSTREAM_URIS: callees[tier] ?? this.url(callee) }),
        ...env[tier],
      },
    });
    this.#programs.set(tier, program);
    this.#urls.set(tier, `http://${address}`);
    await program.ready(async () => (await request(`http://${address}/ready`)).statusCode === 200);
  }
}

/** A PNG of a digit, as people draw it. */
export function drawn(digit: number): Buffer {
  const script = 'import sys; from strokes import drawn; sys.stdout.buffer.write(drawn(int(sys.argv[1])))';
  const env = { ...process.env, PYTHONPATH: join(folderOf('ml'), 'tests') };
  const { status, stdout, stderr } = spawnSync(python, ['-B', '-c', script, String(digit)], { env });
  if (status !== 0) {
    throw new Error(stderr.toString());
  }
  return stdout;
}

/** The body of a form with an image, and the headers that say so. */
export function form(image: Buffer) {
  const boundary = '3rvision';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="image"; filename="drawn.png"\r\n\r\n`;
  return {
    body: Buffer.concat([Buffer.from(head), image, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
