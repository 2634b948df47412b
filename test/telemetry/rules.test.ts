import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mesh } from '../../lib/model/mesh';
import type { AlertRule } from '../../lib/telemetry/rules/rule-file';
import { rulesOf } from '../../lib/telemetry/rules/rules';
import { service, shop, single, telemetry, tiers } from './meshes';

const runbooks = readFileSync(join(__dirname, '..', '..', 'docs', 'runbooks.md'), 'utf8');

function alerts(mesh: Mesh): AlertRule[] {
  return rulesOf(telemetry(mesh)).alerting.groups.flatMap(({ rules }) => rules);
}

function idle(mesh: Mesh): string[] {
  return alerts(mesh)
    .filter(({ alert }) => alert === 'ReleaseWithoutTraffic')
    .map(({ labels }) => `${labels.service ?? ''} ${labels.release ?? ''}`);
}

describe.each([
  ['three tiers', tiers],
  ['a shop of eleven services', shop()],
])('every alert of %s', (_, mesh) => {
  it.each(alerts(mesh).map((rule) => [rule.alert, rule] as const))('%s waits, weighs and explains', (name, rule) => {
    expect(rule.for).toMatch(/^\d+[mh]$/);
    expect(['critical', 'warning']).toContain(rule.labels.severity);
    expect(rule.annotations.summary).not.toBe('');
    expect(rule.annotations.description).not.toBe('');
    expect(rule.annotations.runbook_url).toBe(`docs/runbooks.md#${name.toLowerCase()}`);
  });
});

describe('the runbooks', () => {
  const sections = [...runbooks.matchAll(/^## (\w+)$/gm)].map(([, name]) => name);

  it('have a section for every alert, and no other', () => {
    const names = new Set([...alerts(tiers), ...alerts(shop())].map(({ alert }) => alert));
    expect([...sections].sort()).toEqual([...names].sort());
  });

  it('say something in each', () => {
    const bodies = runbooks.split(/^## .*$/m).slice(1);
    expect(bodies.filter((body) => body.trim().length < 100)).toEqual([]);
  });
});

describe('the alert for a release without traffic', () => {
  it('watches every release that the lanes lead to', () => {
    expect(idle(tiers)).toEqual([
      'frontend stable',
      'frontend canary',
      'backend stable',
      'backend canary',
      'ml stable',
      'ml canary',
    ]);
  });

  it('leaves out a canary that gets nothing, and a stable release that gets nothing', () => {
    const shifted = (split: number): Mesh => {
      const splits = new Map(tiers.traffic.splits).set('frontend', split);
      return { ...tiers, traffic: { ...tiers.traffic, splits } };
    };
    expect(idle(shifted(0))).toEqual(['frontend stable', 'backend stable', 'ml stable']);
    expect(idle(shifted(100))).toEqual(['frontend canary', 'backend canary', 'ml canary']);
  });

  it('does not watch a service of which proxies see only connections', () => {
    expect(idle(shop()).filter((watched) => watched.startsWith('store'))).toEqual([]);
  });
});

describe('the other alerts', () => {
  const named = (mesh: Mesh, name: string): AlertRule[] => alerts(mesh).filter(({ alert }) => alert === name);

  it('compare canaries only where there are any', () => {
    const stableOnly: Mesh = { ...tiers, services: tiers.services.map(single), calls: [] };
    expect(named(tiers, 'CanaryWorseThanStable')).toHaveLength(1);
    expect(named(stableOnly, 'CanaryWorseThanStable')).toEqual([]);
  });

  it('measure each sidecar by its own limit', () => {
    const sidecar = { cpu: '1', memory: '1Gi', cpuLimit: '1', memoryLimit: '1000Mi' };
    const mesh: Mesh = { ...tiers, services: [...tiers.services, service('search', { sidecar })] };
    const limits = named(mesh, 'SidecarMemoryNearLimit').map(({ expr }) => expr.split(' > ')[1]);
    expect(limits).toEqual([String(Math.floor(0.8 * 256 * 2 ** 20)), String(800 * 2 ** 20)]);
  });

  it('take no offence at plaintext where it is allowed on purpose', () => {
    const permissive: Mesh = { ...tiers, mutualTls: new Map([['ml', 'permissive']]) };
    const [rule, ...others] = named(permissive, 'MutualTlsIncomplete');
    expect(others).toEqual([]);
    expect(rule?.expr).toContain('backend-service');
    expect(rule?.expr).not.toContain('ml-service');
    expect(named(tiers, 'MutualTlsIncomplete')[0]?.expr).toContain('ml-service');
  });

  it('ask no sidecar of a pod that has none', () => {
    const outside: Mesh = { ...tiers, services: [service('outside', { sidecar: 'none' })], calls: [], edges: [] };
    expect(named(outside, 'SidecarMemoryNearLimit')).toEqual([]);
    expect(named(outside, 'MutualTlsIncomplete')).toEqual([]);
  });
});
