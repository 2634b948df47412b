import { Agent as HttpAgent, validateHeaderValue } from 'node:http';
import { Agent } from 'node:https';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import { parse } from 'yaml';
import * as z from 'zod';
import { InputError } from '../../lib/input/input-error';
import type { LocatedProblem } from '../../lib/input/source';
import { fileProblem } from '../file-error';
import { readBytes } from '../read/read-bytes';

/** How an API server is reached, and as whom. Holds secrets: never to be printed. */
export interface Connection {
  readonly url: string;
  /** Keeps connections open, and ends with the process all the same. */
  readonly agent: HttpAgent;
  readonly headers: Readonly<Record<string, string>>;
}

const mend = 'mend the file, or name another in cluster.kubeconfig of the settings';

/** Which cluster is meant: a kubeconfig file and a context in it. */
export interface ClusterName {
  /** Relative to the current folder; `~/` is the home folder. */
  readonly kubeconfig: string;
  readonly context: string;
}

const listed = z
  .array(z.looseObject({ name: z.string() }))
  .nullish()
  .transform((list) => list ?? []);

const kubeconfigSchema = z.looseObject({ contexts: listed, clusters: listed, users: listed });

const contextSchema = z.looseObject({ cluster: z.string(), user: z.string().optional() });

const clusterSchema = z.looseObject({
  server: z.string(),
  'certificate-authority': z.string().optional(),
  'certificate-authority-data': z.string().optional(),
  'insecure-skip-tls-verify': z.boolean().optional(),
  'tls-server-name': z.string().optional(),
  'proxy-url': z.string().optional(),
});

const userSchema = z.looseObject({
  'client-certificate': z.string().optional(),
  'client-certificate-data': z.string().optional(),
  'client-key': z.string().optional(),
  'client-key-data': z.string().optional(),
  token: z.string().optional(),
  tokenFile: z.string().optional(),
});

type Cluster = z.output<typeof clusterSchema>;
type User = z.output<typeof userSchema>;

/**
 * Reads how to reach a cluster. Certificates, keys and tokens are read here, because starting the Kubernetes client takes
 * longer than a rollback may; every other way to log in (plugins, proxies) is left to that client.
 * @throws InputError if the file or the context is not there
 */
export async function accessTo(name: ClusterName): Promise<Connection> {
  const file = resolve(name.kubeconfig.replace(/^~(?=\/)/, homedir()));
  const entries = entriesOf(name, textOf(name, file));
  const { cluster, user } = entries;
  const isPlain =
    cluster['proxy-url'] === undefined &&
    !['exec', 'auth-provider', 'username', 'as'].some((field) => field in user) &&
    cluster.server.startsWith('https:');
  try {
    return isPlain ? plainAccess(name, entries, dirname(file)) : await accessByClient(file, name.context);
  } catch (error) {
    if (error instanceof InputError) {
      throw error;
    }
    const cause = error instanceof Error ? error.message : String(error);
    const rule = `the kubeconfig says how to reach the cluster, and who asks: ${cause}`;
    throw badKubeconfig(name, ['contexts', name.context], undefined, rule, mend);
  }
}

function textOf(name: ClusterName, file: string): string {
  try {
    return readBytes(file).toString('utf8');
  } catch (error) {
    // The message of the error would name the file once more.
    const cause = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unreadable';
    const isMissing = cause === 'ENOENT';
    const remedy =
      'kind: `lab up` makes the cluster, and the file; else name the file in cluster.kubeconfig of the settings';
    throw badKubeconfig(name, [], isMissing ? undefined : cause, 'the kubeconfig can be read', remedy);
  }
}

/** What a context names, and under which names. */
interface Entries {
  readonly clusterName: string;
  readonly cluster: Cluster;
  readonly userName: string;
  readonly user: User;
}

function entriesOf(name: ClusterName, text: string): Entries {
  const { contexts, clusters, users } = checked(name, [], kubeconfigSchema, parseYaml(name, text) ?? {});
  const context = contexts.find((one) => one.name === name.context);
  if (context === undefined) {
    const known = contexts.map((one) => one.name).join(', ') || 'none';
    const remedy = `set cluster.context in the settings to one of: ${known}; or bring the cluster up: \`lab up\``;
    throw badKubeconfig(name, ['contexts'], name.context, 'the kubeconfig has the context', remedy);
  }
  const wanted = checked(name, ['contexts', name.context], contextSchema, context['context']);
  const cluster = clusters.find((one) => one.name === wanted.cluster);
  if (cluster === undefined) {
    throw badKubeconfig(name, ['clusters'], wanted.cluster, 'the context names a cluster of the file', mend);
  }
  const user = users.find((one) => one.name === wanted.user);
  const userName = wanted.user ?? '';
  return {
    clusterName: wanted.cluster,
    cluster: checked(name, ['clusters', wanted.cluster], clusterSchema, cluster['cluster']),
    userName,
    user: checked(name, ['users', userName], userSchema, user?.['user'] ?? {}),
  };
}

function fileNamed(name: ClusterName, path: readonly string[], file: string): Buffer {
  try {
    return readBytes(file);
  } catch (error) {
    const problem = fileProblem(error);
    throw problem === undefined ? error : badKubeconfig(name, path, file, problem.rule, problem.remedy);
  }
}

function checked<T>(name: ClusterName, path: readonly string[], schema: z.ZodType<T>, value: unknown): T {
  const { data, error } = schema.safeParse(value);
  if (data !== undefined) {
    return data;
  }
  const [issue] = error?.issues ?? [];
  const place = [...path, ...(issue?.path.map(String) ?? [])];
  // Without the value: it may be a key.
  throw badKubeconfig(name, place, undefined, `the file is a kubeconfig: ${issue?.message ?? ''}`, mend);
}

function parseYaml(name: ClusterName, text: string): unknown {
  try {
    return parse(text);
  } catch {
    // What the parser says quotes the text, which holds keys.
    throw badKubeconfig(name, [], undefined, 'the kubeconfig is YAML', mend);
  }
}

/** @param folder of the kubeconfig: files that it names are relative to it */
function plainAccess(name: ClusterName, entries: Entries, folder: string): Connection {
  const { clusterName, cluster, userName, user } = entries;
  const read = (path: readonly string[], file: string | undefined): Buffer | undefined =>
    file === undefined ? undefined : fileNamed(name, path, resolve(folder, file));
  const ofUser = (field: 'client-certificate' | 'client-key' | 'tokenFile') =>
    read(['users', userName, field], user[field]);
  const bytes = (data: string | undefined) => (data === undefined ? undefined : Buffer.from(data, 'base64'));
  const token = user.token ?? ofUser('tokenFile')?.toString('utf8').trim();
  const ca = ['clusters', clusterName, 'certificate-authority'];
  const tls = {
    ca: bytes(cluster['certificate-authority-data']) ?? read(ca, cluster['certificate-authority']),
    cert: bytes(user['client-certificate-data']) ?? ofUser('client-certificate'),
    key: bytes(user['client-key-data']) ?? ofUser('client-key'),
  };
  // What is no certificate, no key, no address and no token is found here, and not with the first request.
  createSecureContext(tls);
  const url = new URL(cluster.server).href;
  if (token !== undefined) {
    validateHeaderValue('authorization', token);
  }
  const agent = new Agent({
    ...tls,
    keepAlive: true,
    servername: cluster['tls-server-name'],
    rejectUnauthorized: cluster['insecure-skip-tls-verify'] !== true,
  });
  return { url, agent, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } };
}

async function accessByClient(file: string, context: string): Promise<Connection> {
  const { KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  config.loadFromFile(file);
  config.setCurrentContext(context);
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

function badKubeconfig(
  { kubeconfig }: ClusterName,
  path: LocatedProblem['path'],
  value: string | undefined,
  rule: string,
  remedy: string,
): InputError {
  return new InputError([{ file: kubeconfig, path, value, rule, remedy }]);
}
