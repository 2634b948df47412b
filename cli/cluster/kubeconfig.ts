import type { KubeConfig } from '@kubernetes/client-node';
import { Agent as HttpAgent, validateHeaderValue } from 'node:http';
import { Agent } from 'node:https';
import { createSecureContext } from 'node:tls';
import { isNativeError } from 'node:util/types';
import * as z from 'zod';
import { InputError } from '../../lib/input/input-error';
import { type Credentials, credentialsOf } from './kubeconfig-credentials';
import { type Entries, entriesOf, placeOf } from './kubeconfig-entries';
import { type ClusterName, KubeconfigFile } from './kubeconfig-file';

/** How an API server is reached, and as whom. Holds secrets: never to be printed. */
export interface Connection {
  readonly url: string;
  /** Keeps connections open, and ends with the process all the same. */
  readonly agent: HttpAgent;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Reads how to reach a cluster. Certificates, keys and tokens are read here, because starting the Kubernetes client takes
 * longer than a rollback may; every other way to log in (plugins, proxies) is left to that client.
 * @throws InputError if the file, the context, or a file that it names is not there
 */
export async function accessTo(name: ClusterName): Promise<Connection> {
  const kubeconfig = new KubeconfigFile(name);
  const entries = entriesOf(kubeconfig);
  const credentials = credentialsOf(kubeconfig, entries);
  try {
    return isPlain(entries)
      ? plainAccess(entries, credentials)
      : await accessByClient(await clientConfigOf(kubeconfig, credentials));
  } catch (error) {
    throw refusal(kubeconfig, entries, error);
  }
}

/**
 * The same for what only the Kubernetes client can do, which is loaded here.
 * @throws InputError if the file, the context, or a file that it names is not there
 */
export async function clientConfig(name: ClusterName): Promise<KubeConfig> {
  const kubeconfig = new KubeconfigFile(name);
  return await clientConfigOf(kubeconfig, credentialsOf(kubeconfig, entriesOf(kubeconfig)));
}

function isPlain({ cluster, user }: Entries): boolean {
  return (
    cluster.value['proxy-url'] === undefined &&
    !['exec', 'auth-provider', 'username', 'as'].some((field) => field in user.value) &&
    cluster.value.server.startsWith('https:')
  );
}

function refusal(kubeconfig: KubeconfigFile, { user }: Entries, error: unknown): InputError {
  if (error instanceof InputError) {
    return error;
  }
  const { code = '', path, syscall = '' }: NodeJS.ErrnoException = isNativeError(error) ? error : new Error();
  if (syscall.startsWith('spawn')) {
    const rule = `there is such a program, and this user may run it (${code})`;
    return kubeconfig.problem(
      placeOf(user, 'exec', 'command'),
      path,
      rule,
      'install the plugin, or name it by its path',
    );
  }
  const cause = isNativeError(error) ? error.message : String(error);
  const rule = `the kubeconfig says how to reach the cluster, and who asks: ${cause}`;
  const { context } = kubeconfig.name;
  return kubeconfig.problem({ shown: ['contexts', context], path: ['contexts'] }, undefined, rule);
}

function plainAccess({ cluster }: Entries, { token, ...tls }: Credentials): Connection {
  // What is no certificate, no key, no address and no token is found here, and not with the first request.
  createSecureContext(tls);
  const url = new URL(cluster.value.server).href;
  if (token !== undefined) {
    validateHeaderValue('authorization', token);
  }
  const agent = new Agent({
    ...tls,
    keepAlive: true,
    servername: cluster.value['tls-server-name'],
    rejectUnauthorized: cluster.value['insecure-skip-tls-verify'] !== true,
  });
  return { url, agent, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } };
}

async function clientConfigOf(kubeconfig: KubeconfigFile, { token }: Credentials): Promise<KubeConfig> {
  const { KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig.file);
  config.setCurrentContext(kubeconfig.name.context);
  const user = config.getCurrentUser();
  if (user !== null && token !== undefined) {
    // The client knows no tokenFile.
    config.users = config.users.map((one) => (one === user ? { ...one, token } : one));
  }
  return config;
}

async function accessByClient(config: KubeConfig): Promise<Connection> {
  const options = {};
  await config.applyToHTTPSOptions(options);
  const { headers, agent, auth } = clientOptions.parse(options);
  const basic = auth === undefined ? {} : { authorization: `Basic ${Buffer.from(auth).toString('base64')}` };
  return { url: config.getCurrentCluster()?.server ?? '', agent, headers: { ...basic, ...headers } };
}

const clientOptions = z.object({
  agent: z.instanceof(HttpAgent),
  auth: z.string().optional(),
  headers: z.record(z.string(), z.string()).default({}),
});
