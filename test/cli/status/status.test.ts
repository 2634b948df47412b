import { mutualTlsIn } from '../../../cli/status/live';
import { measuredReleases } from '../../../cli/status/measured';
import { isComplete, isFine, type Status } from '../../../cli/status/status';
import { statusJson } from '../../../cli/status/json';
import { statusText } from '../../../cli/status/table';
import { healthy, quiet, services } from './sample';

/** The lab with something about its first service. */
function withFirst(change: object): Status {
  return {
    ...quiet,
    live: { state: 'known', value: services.map((_, index) => (index === 0 ? { ...healthy, ...change } : healthy)) },
  };
}

const differing = { object: 'Service ml/ml', effect: 'changed', fields: ['spec.ports'], conflicts: [] } as const;

describe('the status of a lab', () => {
  it('is fine if files and cluster agree, and every release has a ready pod', () => {
    expect(isFine(quiet)).toBe(true);
  });

  it.each<[string, Status]>([
    ['a canary has no ready pod', withFirst({ ready: { stable: 2, canary: 0 } })],
    ['a stable release has no ready pod', withFirst({ ready: { stable: 0, canary: 2 } })],
    ['the cluster splits in another way', withFirst({ split: 25 })],
    ['the cluster does not answer', { ...quiet, live: { state: 'unknown', because: 'refused' } }],
    ['nobody can tell what differs', { ...quiet, drift: { state: 'unknown', because: 'nothing is rendered' } }],
    [
      'an object differs',
      { ...quiet, drift: { state: 'known', value: { summary: '1 changed', objects: [differing] } } },
    ],
  ])('is not fine if %s', (_, status) => {
    expect(isFine(status)).toBe(false);
  });

  it('is complete once nothing is on its way', () => {
    expect(isComplete(quiet)).toBe(true);
    expect(isComplete({ ...quiet, drift: { state: 'awaited' } })).toBe(false);
  });
});

describe('the table of a status', () => {
  const row = (status: Status, release: string) =>
    (
      statusText(status)
        .split('\n')
        .find((line) => line.includes(` ${release} `)) ?? ''
    )
      .split('│')
      .map((cell) => cell.trim())
      .slice(1, -1);

  it('shows each release with what is wanted, live and measured', () => {
    const [first] = services;
    const measured = new Map([
      [`${first?.name ?? ''} canary`, { requests: 20, share: 9.96, success: 99.5, p95: 48.2 }],
    ]);
    const status: Status = {
      ...withFirst({ split: 10 }),
      wanted: new Map([['frontend', 20]]),
      measured: { state: 'known', value: measured },
    };
    expect(row(status, 'stable')).toEqual(['frontend', 'stable', '2/2', '80 %', '90 %', '-', '-', '-']);
    expect(row(status, 'canary')).toEqual(['', 'canary', '2/2', '20 %', '10 %', '10 %', '99.5 %', '48 ms']);
    expect(statusText(status)).toContain('frontend: mTLS STRICT\n');
    expect(
      Math.max(
        ...statusText(status)
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
  });

  it('shows what is on its way, and what nobody can tell', () => {
    const status: Status = { ...quiet, live: { state: 'awaited' }, measured: { state: 'unknown', because: 'timeout' } };
    expect(row(status, 'canary').slice(2, 6)).toEqual(['...', '0 %', '...', '-']);
    expect(statusText(status)).toContain('not measured: timeout');
  });

  it('names the lane where a canary has no share of its own, and a route that says nothing', () => {
    expect(row(withFirst({ split: 'follow' }), 'canary')[4]).toBe('follow');
    expect(row(withFirst({ split: undefined }), 'canary')[4]).toBe('unreadable');
  });

  it('names each object that differs', () => {
    const status: Status = {
      ...quiet,
      drift: { state: 'known', value: { summary: '1 changed', objects: [differing] } },
    };
    expect(statusText(status)).toContain('drift: 1 changed\n  Service ml/ml: changed: spec.ports');
  });
});

describe('the status for programs', () => {
  it('says what is not known, and leaves it out', () => {
    const json = statusJson({ ...quiet, measured: { state: 'unknown', because: 'refused' } });
    expect(json).toMatchObject({ isFine: true, unknown: [{ part: 'measured', because: 'refused' }] });
  });
});

describe('what was measured of releases', () => {
  const [service] = services;
  const series = (release: string, value: string) => ({
    labels: {
      destination_service_name: service?.serviceName ?? '',
      destination_service_namespace: service?.namespace ?? '',
      destination_version: release,
    },
    points: [{ at: 0, value }],
  });

  it('is their share of all requests, their success and their latency', () => {
    const requests = [series('stable', '75'), series('canary', '25')];
    const found = measuredReleases(services, {
      requests,
      success: [series('canary', '0.98')],
      p95: [series('canary', '40')],
    });
    expect(found.get('frontend canary')).toEqual({ requests: 25, share: 25, success: 98, p95: 40 });
    expect(found.get('frontend stable')).toEqual({ requests: 75, share: 75 });
  });

  it('is no share and no success where nobody asked: nothing is not 100 %', () => {
    expect(measuredReleases(services, { requests: [], success: [], p95: [] }).get('ml canary')).toEqual({
      requests: 0,
    });
  });

  it('is no number that Prometheus calls NaN or infinite', () => {
    const found = measuredReleases(services, {
      requests: [series('canary', '5')],
      success: [series('canary', 'NaN')],
      p95: [series('canary', '+Inf')],
    });
    expect(found.get('frontend canary')).toEqual({ requests: 5, share: 100 });
  });
});

describe('mutual TLS in a namespace', () => {
  const policy = (namespace: string, mode: string, rest = {}) => ({
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    metadata: { name: 'default', namespace },
    spec: { mtls: { mode }, ...rest },
  });

  it.each([
    ['what its own policy says', [policy('shop', 'PERMISSIVE'), policy('istio-system', 'STRICT')], 'PERMISSIVE'],
    ['what the policy of the mesh says', [policy('istio-system', 'STRICT')], 'STRICT'],
    [
      'that of the mesh, if its own leaves it open',
      [policy('shop', 'UNSET'), policy('istio-system', 'STRICT')],
      'STRICT',
    ],
    ['not what a policy for some pods says', [policy('shop', 'STRICT', { selector: {} })], 'PERMISSIVE'],
    ['to take plaintext as well, if nothing is said', [], 'PERMISSIVE'],
  ])('is %s', (_, policies, mode) => {
    expect(mutualTlsIn(policies, 'shop')).toBe(mode);
  });
});
