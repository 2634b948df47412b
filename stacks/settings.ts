import * as z from 'zod';
import { readDocument } from '../lib/input/document';
import { field, oneOf, text, yesOrNo } from '../lib/input/field';
import type { Reading, SourceFile } from '../lib/input/source';
import { isQuantity, quantityRule } from '../lib/kubernetes/quantity';
import type { Problem } from '../lib/model/problem';
import { hostRule, isHost } from '../lib/model/rules/edges';
import { imageRule, isImage } from '../lib/model/rules/images';
import { isPort, portRule } from '../lib/model/rules/ports';
import { type PlatformSize, profiles } from '../lib/platform/profile';
import { promotionSchema } from './promotion-settings';
import { settingsRules } from './settings-rules';

const defaultImage = 'nicholasjackson/fake-service:v0.26.2';

const image = field(isImage, { rule: imageRule, remedy: 'write it like `team/app:v1.2.3` or `team/app@sha256:...`' });
const port = field(isPort, { rule: portRule, remedy: 'choose a free port of this machine, for example 8080' });
const hosts = field(
  (value): value is readonly [string, ...string[]] =>
    Array.isArray(value) && value.length > 0 && value.every(isHost) && new Set(value).size === value.length,
  { rule: `at least one host, each once; ${hostRule}`, remedy: 'write it like `[frontend.local, frontend.localhost]`' },
);
const percent = field((value): value is number => typeof value === 'number' && value >= 0 && value <= 100, {
  rule: 'a share in percent, from 0 to 100',
  remedy: 'write a number such as 5, or `incident: true` for all of them',
});
const replicas = field(
  (value): value is number => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 50,
  {
    rule: 'a whole number from 1 to 50',
    remedy: 'write 2, so that one pod can go without loss',
  },
);
const nodes = field((value): value is number => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 100, {
  rule: 'a whole number from 1 to 100',
  remedy: 'write how many nodes take pods: 2, so that one can be drained',
});
const clusterName = text(/^[a-z0-9][a-z0-9.-]{0,48}$/, {
  rule: 'lower-case letters, digits, dots and dashes: Kind names containers after it',
  remedy: 'write it like `mesh-lab`',
});
const path = text(/^[^\0\n"$%\\]+$/, {
  rule: 'a path without quotes, backslashes, dollar and percent signs, which Terraform reads; a relative one starts at the folder of cdktf.json',
  remedy: 'write it like `~/.kube/config`',
});
const word = text(/^[A-Za-z0-9_./@:-]+$/, {
  rule: 'a name of letters, digits, dots, dashes, underscores, slashes, colons and @',
  remedy: 'copy the name as your provider shows it',
});
const bucket = word.describe('Name of the bucket, which exists.');
const region = word.describe('Region of the bucket.');
const prefix = text(/^[a-z][a-z0-9_]*$/, {
  rule: 'lower-case letters, digits and underscores: it is part of bucket keys and of schema names',
  remedy: 'write it like `mesh_lab`',
})
  .default('mesh_lab')
  .describe('Prefix of the keys, or of the schema, that the stacks get.');
const address = text(/^https?:\/\/[^\s@?#$%\\{}]+[^\s@?#$%\\{}/]$/, {
  rule: 'an http or https address without user, password, query and final slash: nothing secret belongs into this file',
  remedy: 'put credentials into TF_HTTP_USERNAME and TF_HTTP_PASSWORD',
}).describe('Address below which each stack has its state.');

const mutualTls = oneOf('strict', 'permissive')
  .default('strict')
  .describe(
    '`permissive` also takes plaintext, so that no caller is refused for its identity: a step on the way into the mesh.',
  );

const quantity = field((value): value is string | number => isQuantity(String(value)), {
  rule: quantityRule,
  remedy: 'write it like 4 or 500m for cores, and like 8Gi for memory',
}).transform(String);

const imageMirror = text(/^[a-zA-Z0-9][a-zA-Z0-9.-]*(:\d{1,5})?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/, {
  rule: 'the host of a registry, with port and path if it has them, without scheme and final slash',
  remedy: 'write it like `registry.example.com/dockerhub`',
});
const chartMirror = text(/^(https?|oci):\/\/[^\s@?#$%\\{}"]+[^\s@?#$%\\{}"/]$/, {
  rule: 'an address of https, http or oci, without user, password, query and final slash',
  remedy: 'write it like `https://charts.example.com/istio`, and log in with `helm registry login`',
});

const tierImages = z
  .strictObject({
    stable: image.default(defaultImage).describe('Image of the stable release.'),
    canary: image.default(defaultImage).describe('Image of the canary release.'),
  })
  .prefault({});

/**
 * What a user of this lab can set in `settings.yaml`. Descriptions and defaults are the settings
 * table of the README, which a test compares.
 */
export const settingsSchema = z.strictObject({
  profile: oneOf('production', 'demo')
    .default('production')
    .describe('`production` or `demo`: how the platform is sized and how much it traces.'),
  target: oneOf('kind', 'existing')
    .default('kind')
    .describe('`kind` makes a cluster, `existing` uses one you have and gives the gateway a LoadBalancer.'),
  cluster: z
    .strictObject({
      name: clusterName.default('mesh-lab').describe('Name of the Kind cluster.'),
      kubeconfig: path
        .default('kubeconfig')
        .describe('Kubeconfig file: written for `kind`, read for `existing`. Relative to the checkout.'),
      context: word
        .optional()
        .describe('Context in the kubeconfig. Required for `existing`; for `kind` it is `kind-` and the name.'),
    })
    .prefault({}),
  ports: z
    .strictObject({
      http: port.default(80).describe('Port of 127.0.0.1 for http (`kind` only).'),
      https: port.default(443).describe('Port of 127.0.0.1 for https (`kind` only).'),
    })
    .prefault({}),
  hosts: hosts
    .default(['frontend.local', 'frontend.localhost'])
    .describe('Hosts of the frontend; the certificate is for them.'),
  httpsRedirect: yesOrNo().default(false).describe('Whether http answers with a redirect to https.'),
  access: yesOrNo()
    .default(true)
    .describe(
      'Whether the gateway serves Grafana, Prometheus, Jaeger and Kiali as `<name>.localhost` on 127.0.0.1 (`kind` only).',
    ),
  addOns: yesOrNo()
    .default(true)
    .describe(
      'Whether Prometheus, Grafana, Jaeger and Kiali are installed. Without them nothing is traced, and a promotion needs `promotion.prometheus`.',
    ),
  sampling: percent
    .optional()
    .describe("Share of requests that leave a trace, in percent; without it the profile's: 5 or 100."),
  incident: yesOrNo()
    .default(false)
    .describe('Whether every request leaves a trace, whatever `sampling` and `profile` say.'),
  replicas: replicas.default(2).describe('Pods of each release of each tier.'),
  mtls: z.strictObject({ frontend: mutualTls, backend: mutualTls, ml: mutualTls }).prefault({}),
  capacity: z
    .strictObject({
      cpu: quantity.default('4').describe('Cores of all nodes that take pods, together.'),
      memory: quantity.default('8Gi').describe('Memory of the same nodes.'),
      nodes: nodes
        .default(2)
        .describe('How many nodes that is: `kind` makes so many workers, and agents of the platform run on each.'),
    })
    .prefault({}),
  images: z.strictObject({ frontend: tierImages, backend: tierImages, ml: tierImages }).prefault({}),
  mirrors: z
    .strictObject({
      images: z
        .record(z.string(), imageMirror)
        .default({})
        .describe('What stands in the place of a registry, by its host: `docker.io: registry.example.com/dockerhub`.'),
      charts: z
        .record(z.string(), chartMirror)
        .default({})
        .describe('What stands in the place of a chart repository, by its address: `https:` or `oci:`.'),
    })
    .prefault({}),
  promotion: promotionSchema,
  state: z
    .discriminatedUnion('backend', [
      z.strictObject({ backend: z.literal('local') }),
      z.strictObject({ backend: z.literal('s3'), bucket, region, prefix }),
      z.strictObject({ backend: z.literal('gcs'), bucket, prefix }),
      z.strictObject({ backend: z.literal('pg'), prefix }),
      z.strictObject({ backend: z.literal('http'), address }),
    ])
    .default({ backend: 'local' })
    .describe('Where Terraform keeps its state: backend `local` (folder `state/`), `s3`, `gcs`, `pg` or `http`.'),
});

/** Every setting, with its default filled in. */
export type Settings = z.output<typeof settingsSchema>;

/** Every setting at its default. */
export const defaultSettings: Settings = settingsSchema.parse({});

/** Reads `settings.yaml`; an empty file means every default. */
export function readSettings(source: SourceFile): Reading<Settings> {
  return readDocument<Settings>(source, settingsSchema, (found): Problem[] => settingsRules(found));
}

/** The cluster's context in the kubeconfig; Kind names its own. */
export function contextOf({ cluster }: Settings): string {
  return cluster.context ?? `kind-${cluster.name}`;
}

/** The share of requests that leave a trace, in percent: all of them in an incident. */
export function samplingOf({ incident, sampling, profile }: Settings): number {
  return incident ? 100 : (sampling ?? profiles[profile].sampling);
}

/** How much of the platform there is. */
export function platformSizeOf({ capacity: { nodes }, addOns }: Settings): PlatformSize {
  return { nodes, addOns };
}
