import * as z from 'zod';
import type { KubeconfigFile, Place } from './kubeconfig-file';

const listed = z
  .array(z.looseObject({ name: z.string() }))
  .nullish()
  .transform((list) => list ?? []);

const kubeconfigSchema = z.looseObject({ contexts: listed, clusters: listed, users: listed });

const contextSchema = z.looseObject({ cluster: z.string(), user: z.string().optional() });

/** An empty text says nothing, as for `kubectl`. */
const text = z
  .string()
  .optional()
  .transform((one) => (one === '' ? undefined : one));

const clusterSchema = z.looseObject({
  server: z.string(),
  'certificate-authority': text,
  'certificate-authority-data': text,
  'insecure-skip-tls-verify': z.boolean().optional(),
  'tls-server-name': text,
  'proxy-url': text,
});

const userSchema = z.preprocess(
  (user) => user ?? {},
  z.looseObject({
    'client-certificate': text,
    'client-certificate-data': text,
    'client-key': text,
    'client-key-data': text,
    token: text,
    tokenFile: text,
  }),
);

const kinds = { contexts: 'context', clusters: 'cluster', users: 'user' } as const;

/** An entry of one of the lists, by its name. */
export interface Entry<T> {
  readonly list: keyof typeof kinds;
  readonly index: number;
  readonly name: string;
  readonly value: T;
}

/** What the context names. */
export interface Entries {
  readonly cluster: Entry<z.output<typeof clusterSchema>>;
  readonly user: Entry<z.output<typeof userSchema>>;
}

/** The place of a field of an entry. */
export function placeOf({ list, index, name }: Omit<Entry<unknown>, 'value'>, ...fields: string[]): Place {
  return { shown: [list, name, ...fields], path: [list, index, kinds[list], ...fields] };
}

/** @throws InputError if the context, or what it names, is not there or no such thing */
export function entriesOf(kubeconfig: KubeconfigFile): Entries {
  const lists = checked(kubeconfig, { shown: [], path: [] }, kubeconfigSchema, kubeconfig.content);
  const { context: wanted } = kubeconfig.name;
  const entry = <T>(list: Entry<T>['list'], name: string, schema: z.ZodType<T>): Entry<T> | undefined => {
    const index = lists[list].findIndex((one) => one.name === name);
    const place = { list, index, name };
    const found = lists[list][index];
    return found && { ...place, value: checked(kubeconfig, placeOf(place), schema, found[kinds[list]]) };
  };
  const context = entry('contexts', wanted, contextSchema);
  if (context === undefined) {
    const known = lists.contexts.map((one) => one.name).join(', ') || 'none';
    const remedy = `set cluster.context in the settings to one of: ${known}; or bring the cluster up: \`lab up\``;
    throw kubeconfig.problem(listOf('contexts'), wanted, 'the kubeconfig has the context', remedy);
  }
  const { cluster: clusterName, user: userName = '' } = context.value;
  const cluster = entry('clusters', clusterName, clusterSchema);
  if (cluster === undefined) {
    throw kubeconfig.problem(placeOf(context, 'cluster'), clusterName, 'the context names a cluster of the file');
  }
  const nobody = { list: 'users', index: -1, name: userName, value: userSchema.parse({}) } as const;
  return { cluster, user: entry('users', userName, userSchema) ?? nobody };
}

function listOf(list: keyof typeof kinds): Place {
  return { shown: [list], path: [list] };
}

function checked<T>(kubeconfig: KubeconfigFile, place: Place, schema: z.ZodType<T>, value: unknown): T {
  const { data, error } = schema.safeParse(value);
  if (data !== undefined) {
    return data;
  }
  const [issue] = error?.issues ?? [];
  const further = issue?.path.map((step) => (typeof step === 'number' ? step : String(step))) ?? [];
  const field = { shown: [...place.shown, ...further.map(String)], path: [...place.path, ...further] };
  // Without the value: it may be a key.
  throw kubeconfig.problem(field, undefined, `the file is a kubeconfig: ${issue?.message ?? ''}`);
}
