import { type Hop, hopsOf } from '../../../lib/analysis/calls/hops';
import { rule, tiers } from '../cases/tiers';
import { inventoryFrom } from '../inputs';

/** `caller -> callee x tries`, and the rules on the way by their places. */
function shown(text: string): string[] {
  const show = ({ caller, to, tries, rules }: Hop): string =>
    `${caller?.name ?? 'gateway'} -> ${to.name} x${tries} [${rules.map(({ path }) => path.at(-1)).join()}]`;
  return hopsOf(inventoryFrom(text)).map(show);
}

describe('the hops of requests', () => {
  it('start at gateways and follow the addresses in the environment', () => {
    const text = tiers(
      { name: 'front', calls: 'http://middle/api,back:80', gateways: 'edge', http: rule('front', 'timeout: 2s') },
      { name: 'middle', calls: 'http://user@back.tiers.svc:80' },
      { name: 'back' },
    );
    expect(shown(text)).toEqual([
      'gateway -> front x1 [0]',
      'front -> middle x1 []',
      'front -> back x1 []',
      'middle -> back x1 []',
    ]);
  });

  it('take no lone word, no other port and no address of their own for a call', () => {
    const text = tiers({ name: 'front', calls: 'back, back:8080, http://front' }, { name: 'back' });
    expect(shown(text)).toEqual([]);
  });

  it('stop at ports of which nobody can read the requests', () => {
    expect(shown(tiers({ name: 'front', calls: 'back:80' }, { name: 'back', protocol: 'tcp' }))).toEqual([]);
  });

  it('meet the rules for their caller, up to the first that always fits', () => {
    const http = [
      rule('back', 'retries: { attempts: 9 }', 'match: [{ sourceLabels: { app: other } }],'),
      rule('back', 'retries: { attempts: 1 }', 'match: [{ headers: { x-canary: { exact: "true" } } }],'),
      rule('back', 'retries: { attempts: 2 }', 'match: [{ sourceLabels: { app: front } }],'),
      rule('back', 'retries: { attempts: 9 }'),
    ].join(', ');
    expect(shown(tiers({ name: 'front', calls: 'http://back' }, { name: 'back', http }))).toEqual([
      'front -> back x3 [1,2]',
    ]);
  });

  it('lead where the rules lead', () => {
    const text = tiers(
      { name: 'front', calls: 'http://old' },
      { name: 'old', http: rule('new', 'timeout: 2s') },
      { name: 'new' },
    );
    expect(shown(text)).toEqual(['front -> new x1 [0]']);
  });

  it('lead where the rules of a delegate lead', () => {
    const delegate = `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: inner, namespace: tiers }
spec: { http: [${rule('new', 'retries: { attempts: 3 }')}] }`;
    const text = tiers(
      { name: 'front', calls: 'http://old' },
      { name: 'old', http: '{ delegate: { name: inner } }' },
      { name: 'new' },
    );
    expect(shown(`${text}\n${delegate}`)).toEqual(['front -> new x4 [0]']);
  });

  it('meet no rule of a host that a Sidecar keeps out of sight', () => {
    const text = tiers(
      { name: 'front', calls: 'http://back' },
      { name: 'back', http: rule('back', 'retries: { attempts: 3 }') },
    );
    const scope = `---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: tiers }
spec: { egress: [{ hosts: [istio-system/*] }] }`;
    expect(shown(`${text}\n${scope}`)).toEqual(['front -> back x1 []']);
  });

  it('meet no rule and are made once where there is no sidecar', () => {
    const text = tiers(
      { name: 'front', calls: 'http://back' },
      { name: 'back', http: rule('back', 'retries: { attempts: 2 }') },
    );
    expect(shown(text.replace('enabled', 'disabled'))).toEqual(['front -> back x1 []']);
  });
});
