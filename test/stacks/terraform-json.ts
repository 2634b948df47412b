import * as z from 'zod';
import type { Written } from './rendered';
import { renderTerraform } from './rendered-stacks';

const Resources = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())));

const Stack = z.object({
  provider: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  resource: Resources,
  output: z.record(z.string(), z.unknown()).optional(),
  terraform: z.object({
    backend: z.record(z.string(), z.record(z.string(), z.unknown())),
    required_version: z.string(),
    required_providers: z.record(z.string(), z.object({ source: z.string(), version: z.string() })),
  }),
});

export type Stack = z.output<typeof Stack>;

const Release = z.object({
  name: z.string(),
  namespace: z.string(),
  chart: z.string(),
  version: z.string(),
  repository: z.string(),
  values: z.tuple([z.string()]),
  depends_on: z.array(z.string()).default([]),
});

/** One Helm release: where Terraform knows it, what it installs with which values, and after what. */
export interface HelmRelease extends Omit<z.output<typeof Release>, 'values'> {
  readonly address: string;
  readonly values: unknown;
}

/** The stacks that a user's settings render to, by name. */
export function stacksOf(written: Written = {}): ReadonlyMap<string, Stack> {
  return new Map([...renderTerraform(written)].map(([name, text]) => [name, Stack.parse(JSON.parse(text))]));
}

export function stackOf(name: string, written: Written = {}): Stack {
  const stack = stacksOf(written).get(name);
  if (stack === undefined) {
    throw new Error(`there is no stack ${name}`);
  }
  return stack;
}

/** The Helm releases of a stack by name. */
export function releasesOf({ resource }: Stack): ReadonlyMap<string, HelmRelease> {
  const releases = Object.entries(resource['helm_release'] ?? {}).map(([id, content]) => {
    const { values, ...release } = Release.parse(content);
    const parsed: unknown = JSON.parse(values[0]);
    return { ...release, address: `helm_release.${id}`, values: parsed };
  });
  return new Map(releases.map((release) => [release.name, release]));
}

/** The values of one release. */
export function valuesOf(release: string, stack: Stack): unknown {
  return releasesOf(stack).get(release)?.values;
}
