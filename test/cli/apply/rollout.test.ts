import { rolloutOf } from '../../../cli/apply/rollout';
import { unreadyText } from '../../../cli/apply/unready';

const named = (kind: string, name: string, rest: object) => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace: 'shop' },
  ...rest,
});

const deployment = (generation: number, status: object) => ({
  ...named('Deployment', 'cart', { spec: { replicas: 2 }, status }),
  metadata: { name: 'cart', namespace: 'shop', generation },
});

describe('a rollout', () => {
  const done = { observedGeneration: 3, replicas: 2, updatedReplicas: 2, availableReplicas: 2 };

  it('is done when all pods are new and available', () => {
    expect(rolloutOf(deployment(3, done))).toEqual({ isDone: true, available: 2, wanted: 2 });
  });

  it.each([
    ['nobody has seen the newest change', { ...done, observedGeneration: 2 }],
    ['a pod is still of the old template', { ...done, replicas: 3 }],
    ['available pods are of the old template', { ...done, updatedReplicas: 1 }],
    ['a pod is not available', { ...done, availableReplicas: 1 }],
    ['nothing is known yet', {}],
  ])('is not done while %s', (_, status) => {
    expect(rolloutOf(deployment(3, status)).isDone).toBe(false);
  });
});

describe('a Deployment that does not get ready', () => {
  const unready = deployment(1, { observedGeneration: 1, replicas: 2, updatedReplicas: 2, availableReplicas: 1 });
  const status = (state: object) => ({ status: { containerStatuses: [{ name: 'cart', ready: false, state }] } });
  const event = (name: string, time: string, message: string) =>
    named('Event', message, {
      type: 'Warning',
      reason: 'Odd',
      message,
      lastTimestamp: time,
      involvedObject: { kind: 'Pod', name },
    });

  it('is told with the reason of each pod', () => {
    const pods = [
      named('Pod', 'cart-1', status({ waiting: { reason: 'CrashLoopBackOff' } })),
      named('Pod', 'cart-2', status({ terminated: { exitCode: 137, reason: 'OOMKilled' } })),
      named('Pod', 'cart-3', status({ running: {} })),
      named('Pod', 'cart-4', {
        status: { conditions: [{ type: 'PodScheduled', status: 'False', message: '0/3 nodes' }] },
      }),
      named('Pod', 'cart-5', { status: { conditions: [{ type: 'Ready', status: 'True' }] } }),
    ];
    expect(unreadyText(unready, pods, []).split('\n')).toEqual([
      'Deployment shop/cart: 1 of 2 pods available',
      '  pod cart-1: cart: CrashLoopBackOff',
      '  pod cart-2: cart: ended with 137: OOMKilled',
      '  pod cart-3: cart: runs and is not ready: its readiness probe fails',
      '  pod cart-4: 0/3 nodes',
    ]);
  });

  it('is told with its newest events first, and not with those of others', () => {
    const events = [
      event('cart-7d9f54c8b6-x2xkq', '2026-01-01T00:00:01Z', 'older'),
      event('cart-7d9f54c8b6', '2026-01-01T00:00:02Z', 'newer'),
      event('cart-db-0', '2026-01-01T00:00:03Z', 'of a neighbour whose name begins alike'),
      event('shop', '2026-01-01T00:00:04Z', 'of somebody else'),
    ];
    const lines = unreadyText(unready, [], events).split('\n').slice(1);
    expect(lines).toEqual([
      '  it has no pods',
      '  event: Warning Odd of Pod cart-7d9f54c8b6: newer',
      '  event: Warning Odd of Pod cart-7d9f54c8b6-x2xkq: older',
    ]);
  });
});
