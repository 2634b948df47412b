import { change, leaveOut, replace, type Target } from './edit';
import { configurationEdges } from './extract/configuration';
import { egressEdges } from './extract/egress';
import { inventoryOf } from './extract/inventory';
import { routedEdges } from './extract/routes';

describe('Sidecars', () => {
  const sidecar: Target = { kind: 'Sidecar', namespace: 'backend', name: 'backend' };
  const ml = 'ml/ml-service.ml.svc.cluster.local';

  it.each([
    ['without a host', replace(`- ${ml}\n`, ''), ['backend -> ml:5001'], []],
    [
      'of a host in another namespace',
      replace(ml, ml.replace('ml/', 'web/')),
      ['backend -> ml:5001'],
      [`backend -> unknown host ${ml.replace('ml/', 'web/')}:0`],
    ],
    [
      'of a host that nobody has',
      replace('ml-service', 'ml'),
      ['backend -> ml:5001'],
      ['backend -> unknown host ml/ml.ml.svc.cluster.local:0'],
    ],
    [
      'that are left out let a proxy know everything',
      leaveOut,
      ['backend -> collector:*', 'backend -> ml:5001'],
      ['backend -> everything:*'],
    ],
  ])('%s', (_, edit, lost, gained) => {
    expect(change(egressEdges, sidecar, edit)).toEqual({ lost, gained });
  });
});

describe('the environment', () => {
  const canary: Target = { kind: 'Deployment', namespace: 'backend', name: 'backend-canary' };
  const url = 'http://ml-service.ml.svc.cluster.local:5001';
  const stable = ['backend (backend-stable) -> ml (ml-canary):5001', 'backend (backend-stable) -> ml (ml-stable):5001'];

  it.each([
    ['of one release alone', replace(url, 'none'), stable],
    [
      'with a host that nobody has',
      replace(url, 'http://ml.ml.svc.cluster.local'),
      ['backend (backend-canary) -> nobody at http://ml.ml.svc.cluster.local:*', ...stable],
    ],
    [
      'with a port that the Service does not have',
      replace(':5001', ':80'),
      [`backend (backend-canary) -> nobody at ${url.replace('5001', '80')}:*`, ...stable],
    ],
  ])('%s', (_, edit, gained) => {
    expect(change(configurationEdges, canary, edit)).toEqual({ lost: ['backend -> ml:5001'], gained });
  });

  it.each(['ml-service.ml:5001', 'grpc://ml-service.ml.svc:5001/path', 'ml-service.ml.svc.cluster.local:5001,'])(
    'says the same in other words: %s',
    (text) => {
      expect(change(configurationEdges, canary, replace(url, text))).toEqual({ lost: [], gained: [] });
    },
  );
});

describe('routes', () => {
  const route: Target = { kind: 'VirtualService', namespace: 'backend', name: 'backend-vs' };
  const call = 'frontend -> backend:8080';

  it.each([
    ['to another port', replace(/number: 8080/g, 'number: 80'), [call], ['frontend -> backend:0']],
    [
      'to a release that no rule names',
      replace(/subset: (stable|canary)/g, 'subset: blue'),
      [call],
      ['frontend -> nobody in blue:8080'],
    ],
    ['for callers in another namespace alone do not count', replace('- frontend', '- shop'), [], []],
  ])('%s', (_, edit, lost, gained) => {
    expect(change(routedEdges, route, edit)).toEqual({ lost, gained });
  });
});

describe('a kind of object that may open an edge', () => {
  it('is refused if nobody reads it here', () => {
    const daemon = 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata: { name: agent, namespace: ml }\n';
    expect(() => inventoryOf([daemon])).toThrow('DaemonSet ml/agent: this kind may open an edge');
  });
});
