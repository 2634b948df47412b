import type { App } from 'cdk8s';
import { type ManifestFile, manifestFiles } from '../../lib/output/manifest-files';
import { removalFile } from '../../lib/output/removal-file';
import { showsAddOns } from '../../stacks/add-on-urls';
import { kubernetesApp } from '../../stacks/kubernetes-app';
import { readSettings, samplingOf, type Settings } from '../../stacks/settings';
import { threeTierMesh } from '../../stacks/three-tier';
import { readTraffic } from '../../stacks/traffic';

/** What a user writes, as YAML. */
export interface Written {
  /** @default - every setting at its default */
  readonly settings?: string;
  /** @default - a pin, one share at the entry, and lanes behind it */
  readonly traffic?: string;
}

const usualTraffic = `
pins: [{ header: x-canary, value: 'true' }]
splits: { frontend: 10, backend: follow, ml: follow }
`;

/** Settings and mesh of what a user writes. */
export function labOf({ settings: settingsText = '', traffic: trafficText = usualTraffic }: Written) {
  const settings = valueOf(readSettings({ name: 'settings.yaml', text: settingsText }));
  const services = threeTierMesh(settings, { pins: [], splits: new Map() });
  const traffic = valueOf(readTraffic({ name: 'traffic.yaml', text: trafficText }, services));
  return { settings, mesh: threeTierMesh(settings, traffic) };
}

function valueOf<T>({ value, problems }: { readonly value?: T; readonly problems: readonly unknown[] }): T {
  if (value === undefined) {
    throw new Error(`a test renders from bad input: ${JSON.stringify(problems)}`);
  }
  return value;
}

/** The YAML files of the lab. */
export function renderYaml(written: Written = {}): ManifestFile[] {
  return manifestFiles(appOf(written));
}

/** What removes them. */
export function renderRemoval(written: Written = {}): ManifestFile {
  return removalFile(appOf(written));
}

function appOf(written: Written): App {
  const { settings, mesh } = labOf(written);
  const { httpsRedirect, addOns }: Settings = settings;
  const sampling = addOns ? samplingOf(settings) : undefined;
  const access = showsAddOns(settings);
  return kubernetesApp({ mesh, httpsRedirect, sampling, access });
}
