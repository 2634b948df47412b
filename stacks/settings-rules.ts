import type { Problem } from '../lib/model/problem';
import { registryOf } from '../lib/kubernetes/mirrors';
import { addOns } from '../lib/platform/add-ons';
import {
  addOnCharts,
  addOnImages,
  istioCharts,
  istioHub,
  k6Image,
  kindNodeImage,
  defaultProbeImage,
} from '../lib/versions';

/** Rules between settings, on the values as found, so that they are reported beside all others. */
export function settingsRules(found: unknown): Problem[] {
  return [...clusterRules(found), ...portRules(found), ...hostRules(found), ...mirrorRules(found)];
}

function clusterRules(found: unknown): Problem[] {
  const context = at(found, 'cluster', 'context');
  const kubeconfig = at(found, 'cluster', 'kubeconfig');
  const problems: Problem[] = [];
  if (at(found, 'target') === 'existing') {
    if (context === undefined) {
      const rule = 'an existing cluster is named by its context, never guessed from the current one';
      const remedy = 'write one that `kubectl config get-contexts` lists';
      problems.push({ path: ['cluster', 'context'], value: context, rule, remedy });
    }
    return problems;
  }
  if (context !== undefined) {
    const rule = 'Kind names the context itself: `kind-` and the name of the cluster';
    problems.push({
      path: ['cluster', 'context'],
      value: context,
      rule,
      remedy: 'remove it, or set target to existing',
    });
  }
  if (typeof kubeconfig === 'string' && kubeconfig.startsWith('~')) {
    const rule = 'Kind writes its kubeconfig to a path as it stands and does not know ~';
    const remedy = 'write a relative or an absolute path';
    problems.push({ path: ['cluster', 'kubeconfig'], value: kubeconfig, rule, remedy });
  }
  return problems;
}

function portRules(found: unknown): Problem[] {
  const http = at(found, 'ports', 'http') ?? 80;
  const https = at(found, 'ports', 'https') ?? 443;
  const problems: Problem[] = [];
  if (http === https) {
    const rule = 'http and https need a port each';
    problems.push({ path: ['ports', 'https'], value: https, rule, remedy: 'choose another port for one of them' });
  }
  if (at(found, 'httpsRedirect') === true && https !== 443) {
    const rule = 'a redirect names no port, so browsers follow it to 443';
    problems.push({
      path: ['httpsRedirect'],
      value: true,
      rule,
      remedy: 'set ports.https to 443 or leave the redirect out',
    });
  }
  return problems;
}

/** Two routes for one host would be a matter of luck. */
function hostRules(found: unknown): Problem[] {
  const hosts = at(found, 'hosts');
  const isShown = at(found, 'access') !== false && at(found, 'target') !== 'existing';
  const taken = new Set<unknown>(isShown ? Object.values(addOns).map(({ host }) => host) : []);
  return (Array.isArray(hosts) ? hosts : []).flatMap((value: unknown, index) => {
    const rule = 'a host leads to one place, and the gateway shows an add-on there';
    const remedy = 'choose another host, or set access to false';
    return taken.has(value) ? [{ path: ['hosts', index], value, rule, remedy }] : [];
  });
}

/** A mirror of what nobody asks for is a typing mistake, after which the original is asked all the same. */
function mirrorRules(found: unknown): Problem[] {
  const images = ['frontend', 'backend', 'ml'].flatMap((tier) => {
    return ['stable', 'canary'].map((release) => at(found, 'images', tier, release));
  });
  const own = images.filter((image) => typeof image === 'string');
  const registries = [...platformImages, ...own].map(registryOf);
  return [
    ...unknownMirrors(
      found,
      'images',
      registries,
      'a mirror stands for a registry that an image of the lab comes from',
    ),
    ...unknownMirrors(found, 'charts', chartRepositories, 'a mirror stands for a chart repository of the lab'),
  ];
}

function unknownMirrors(found: unknown, what: 'images' | 'charts', known: readonly string[], rule: string): Problem[] {
  const mirrors = at(found, 'mirrors', what);
  const keys = typeof mirrors === 'object' && mirrors !== null && !Array.isArray(mirrors) ? Object.keys(mirrors) : [];
  const remedy = `use one of: ${[...new Set(known)].join(', ')}`;
  return keys
    .filter((key) => !known.includes(key))
    .map((key) => ({ path: ['mirrors', what, key], value: key, rule, remedy }));
}

const platformImages = [kindNodeImage, istioHub, k6Image, defaultProbeImage, ...Object.values(addOnImages)];
const chartRepositories = [istioCharts, ...Object.values(addOnCharts).map(({ repository }) => repository)];

function at(found: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    found,
  );
}
