import type { Call } from '../../lib/model/call';
import { check } from '../../lib/model/check';
import type { Mesh } from '../../lib/model/mesh';
import { declaredIn, projectionsOf } from './agreement';
import { differences } from './differences';
import { rendered, renderedFiles } from '../support/render';
import { threeTiers } from '../support/three-tiers';

const mesh = threeTiers();
const [frontend, , ml] = mesh.services;

/** The three tiers, of which the frontend now calls the model as well. */
function withCall(rest: Partial<Call>): Mesh {
  return { ...mesh, calls: [...mesh.calls, { caller: frontend, callee: ml, ...rest }] };
}

const environment = ['canary', 'stable'].map(
  (release) =>
    `Deployment frontend/frontend-${release}: spec.template.spec.containers[frontend].env[UPSTREAM_URIS].value`,
);
const policies = [
  'AuthorizationPolicy ml/ml-callers: spec.rules',
  'DestinationRule ml/ml-dr: spec.exportTo',
  'NetworkPolicy frontend/frontend: spec.egress',
  'NetworkPolicy ml/ml: spec.ingress',
  'Sidecar frontend/frontend: spec.egress',
  'VirtualService ml/ml-vs: spec.exportTo',
];

describe('a call that is added to the three tiers', () => {
  const more = withCall({ timeout: '5s' });

  it('is a good one', () => {
    expect(check(more)).toEqual([]);
  });

  it('changes what projects the calls of its caller and the callers of its callee, and nothing else', () => {
    expect(differences(rendered(mesh), rendered(more))).toEqual([...environment, ...policies].sort());
  });

  it('is in every projection', () => {
    expect(declaredIn(more).configuration).toContain('frontend -> ml:5001');
    expect(projectionsOf(more)).toEqual(declaredIn(more));
  });

  it('leaves every file in its place', () => {
    const names = (of: Mesh) => renderedFiles(of).map(({ name }) => name);
    expect(names(more)).toEqual(names(mesh));
  });

  it('with a timeout of its own changes the rules of the route as well', () => {
    const rules = ['lane-canary', 'pin-x-canary', 'split'].flatMap((rule) =>
      ['', '-for-backend', '-for-frontend'].map((suffix) => `VirtualService ml/ml-vs: spec.http[${rule}${suffix}]`),
    );
    const other = withCall({ timeout: '3s' });
    expect(differences(rendered(mesh), rendered(other))).toEqual([...environment, ...policies, ...rules].sort());
  });
});

describe('a call that is removed from the three tiers', () => {
  it('takes what only its callee needed with it', () => {
    const calls = mesh.calls.filter(({ callee }) => callee !== ml);
    const splits = new Map([...mesh.traffic.splits].filter(([name]) => name !== 'ml'));
    const fewer = { ...mesh, calls, traffic: { ...mesh.traffic, splits } };
    expect(check(fewer)).toEqual([]);
    expect(differences(rendered(mesh), rendered(fewer))).toEqual([
      'AuthorizationPolicy ml/ml-callers',
      'Deployment backend/backend-canary: spec.template.spec.containers[backend].env[UPSTREAM_URIS]',
      'Deployment backend/backend-stable: spec.template.spec.containers[backend].env[UPSTREAM_URIS]',
      'DestinationRule ml/ml-dr',
      'NetworkPolicy backend/backend: spec.egress',
      'NetworkPolicy ml/ml: spec.ingress',
      'Sidecar backend/backend: spec.egress',
      'VirtualService ml/ml-vs',
    ]);
  });
});
