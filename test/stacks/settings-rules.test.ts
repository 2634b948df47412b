import { readSettings } from '../../stacks/settings';
import { places } from '../input/places';

const problemsOf = (...lines: readonly string[]) =>
  readSettings({ name: 'settings.yaml', text: lines.join('\n') }).problems;

describe('a setting', () => {
  it.each([
    ['a profile that is none', 'profile: test', 'profile'],
    ['a target that is none', 'target: k3d', 'target'],
    ['a cluster name in upper case', 'cluster: { name: Lab }', 'cluster.name'],
    ['a kubeconfig path with a quote', "cluster: { kubeconfig: 'a\"b' }", 'cluster.kubeconfig'],
    [
      'a kubeconfig path with a Terraform expression',
      'cluster: { kubeconfig: "${path.root}/a" }',
      'cluster.kubeconfig',
    ],
    ['a context with a space', 'target: existing\ncluster: { context: my cluster }', 'cluster.context', 2],
    ['a port above 65535', 'ports: { http: 70000 }', 'ports.http'],
    ['the port 0', 'ports: { https: 0 }', 'ports.https'],
    ['a port that is a word', 'ports: { http: x }', 'ports.http'],
    ['a port in quotes', 'ports: { http: "80" }', 'ports.http'],
    ['no host', 'hosts: []', 'hosts'],
    ['a host without a dot', 'hosts: [localhost]', 'hosts'],
    ['a host that is no list', 'hosts: shop.localhost', 'hosts'],
    ['a redirect in quotes', 'httpsRedirect: "true"', 'httpsRedirect'],
    ['an access in quotes', 'access: "no"', 'access'],
    ['an incident that is a word', 'incident: now', 'incident'],
    ['more than every request traced', 'sampling: 101', 'sampling'],
    ['a negative share of traces', 'sampling: -1', 'sampling'],
    ['a share of traces that is no number', 'sampling: .nan', 'sampling'],
    ['no replica', 'replicas: 0', 'replicas'],
    ['half a replica', 'replicas: 1.5', 'replicas'],
    ['too many replicas', 'replicas: 51', 'replicas'],
    ['an image that moves', 'images: { ml: { canary: "app:latest" } }', 'images.ml.canary'],
    ['an image without a tag', 'images: { ml: { stable: team/app } }', 'images.ml.stable'],
    ['an image with a space', 'images: { ml: { stable: "app: v1" } }', 'images.ml.stable'],
    ['an unknown field', 'replica: 2', 'replica'],
    ['an unknown field inside', 'cluster: { names: lab }', 'cluster.names'],
    ['an unknown tier', 'images: { cache: { stable: "app:v1" } }', 'images.cache'],
    ['a mode of mutual TLS that is none', 'mtls: { ml: off }', 'mtls.ml'],
    ['a capacity that is no quantity', 'capacity: { memory: lots }', 'capacity.memory'],
    ['no step', 'promotion: { steps: [] }', 'promotion.steps'],
    ['steps that do not end with all requests', 'promotion: { steps: [5, 50] }', 'promotion.steps'],
    ['steps that go back', 'promotion: { steps: [5, 50, 20, 100] }', 'promotion.steps'],
    ['a step that is there twice', 'promotion: { steps: [5, 5, 100] }', 'promotion.steps'],
    ['a step of nothing', 'promotion: { steps: [0, 100] }', 'promotion.steps'],
    ['a step of half a percent', 'promotion: { steps: [0.5, 100] }', 'promotion.steps'],
    ['a step in quotes', 'promotion: { steps: ["5", 100] }', 'promotion.steps'],
    ['steps that are no list', 'promotion: { steps: 100 }', 'promotion.steps'],
    ['an observation without a unit', 'promotion: { observe: 120 }', 'promotion.observe'],
    ['an observation of no time', 'promotion: { observe: 0s }', 'promotion.observe'],
    ['an observation shorter than a scrape', 'promotion: { observe: 5s }', 'promotion.observe'],
    ['an observation in days', 'promotion: { observe: 1d }', 'promotion.observe'],
    ['a soak of more than a day', 'promotion: { soak: 1441m }', 'promotion.soak'],
    ['a time to hold that is a word', 'promotion: { holdFor: long }', 'promotion.holdFor'],
    ['half a request', 'promotion: { minRequests: 500.5 }', 'promotion.minRequests'],
    ['too few requests', 'promotion: { minRequests: 49 }', 'promotion.minRequests'],
    ['no error allowed at all', 'promotion: { maxErrorShare: 0 }', 'promotion.maxErrorShare'],
    ['more errors than can be doubled', 'promotion: { maxErrorShare: 51 }', 'promotion.maxErrorShare'],
    ['a share of errors that is no number', 'promotion: { maxErrorShare: .nan }', 'promotion.maxErrorShare'],
    ['a share of errors without an end', 'promotion: { maxErrorShare: .inf }', 'promotion.maxErrorShare'],
    ['certainty', 'promotion: { confidence: 100 }', 'promotion.confidence'],
    ['a confidence as a share', 'promotion: { confidence: 0.99 }', 'promotion.confidence'],
    ['a canary that has to be faster', 'promotion: { maxLatencyRatio: { p95: 0.9 } }', 'promotion.maxLatencyRatio.p95'],
    [
      'a ratio of a quantile that is not looked at',
      'promotion: { maxLatencyRatio: { p50: 2 } }',
      'promotion.maxLatencyRatio.p50',
    ],
    ['a floor of no time', 'promotion: { latencyFloor: 0ms }', 'promotion.latencyFloor'],
    ['a floor of minutes', 'promotion: { latencyFloor: 2m }', 'promotion.latencyFloor'],
    ['a Prometheus with a password', 'promotion: { prometheus: "https://me:pw@a.b" }', 'promotion.prometheus'],
    ['a Prometheus with a final slash', 'promotion: { prometheus: "http://a.b/" }', 'promotion.prometheus'],
    ['an unknown setting of the promotion', 'promotion: { pause: 2m }', 'promotion.pause'],
    ['an unknown place for the state', 'state: { backend: ftp }', 'state.backend'],
    ['a place for the state without a name', 'state: { bucket: b }', 'state.backend'],
    ['s3 without a bucket', 'state: { backend: s3, region: r }', 'state.bucket'],
    ['s3 without a region', 'state: { backend: s3, bucket: b }', 'state.region'],
    ['gcs without a bucket', 'state: { backend: gcs }', 'state.bucket'],
    ['a bucket for local state', 'state: { backend: local, bucket: b }', 'state.bucket'],
    ['a prefix with a dash', 'state: { backend: pg, prefix: a-b }', 'state.prefix'],
    ['http without an address', 'state: { backend: http }', 'state.address'],
    ['an address with a password', 'state: { backend: http, address: "https://me:pw@a.b/c" }', 'state.address'],
    ['an address with a token', 'state: { backend: http, address: "https://a.b/c?token=d" }', 'state.address'],
    ['an address with a final slash', 'state: { backend: http, address: "https://a.b/" }', 'state.address'],
    ['an address of files', 'state: { backend: http, address: "file:///a" }', 'state.address'],
  ])('is refused: %s', (_, text, path, line = 1) => {
    expect(places(problemsOf(text))).toEqual([`settings.yaml:${line} ${path}`]);
  });

  it('is told where a password belongs instead', () => {
    expect(problemsOf('state: { backend: http, address: "https://me:pw@a.b/c" }')).toMatchObject([
      { remedy: 'put credentials into TF_HTTP_USERNAME and TF_HTTP_PASSWORD' },
    ]);
  });

  it('is refused: an image whose repository is in upper case', () => {
    expect(places(problemsOf('images: { ml: { stable: "UPPER/case:1" } }'))).toEqual([
      'settings.yaml:1 images.ml.stable',
    ]);
  });

  it.each([
    ['a Terraform expression in an address', 'state: { backend: http, address: "https://a.b/${path.root}" }'],
    ['a Terraform directive in a path', 'cluster: { kubeconfig: "a%{b" }'],
    ['a backslash in a path, which Terraform takes for an escape', "cluster: { kubeconfig: 'a\\b' }"],
    ['a host that is there twice', 'hosts: [a.localhost, a.localhost]'],
  ])('is refused: %s', (_, text) => {
    expect(problemsOf(text)).toHaveLength(1);
  });
});

describe('two settings together', () => {
  it.each([
    ['an existing cluster without its context', ['target: existing'], 'settings.yaml:1 cluster.context'],
    ['a context of our own for Kind', ['cluster:', '  context: other'], 'settings.yaml:2 cluster.context'],
    ['a home folder for Kind', ['cluster:', '  kubeconfig: ~/lab'], 'settings.yaml:2 cluster.kubeconfig'],
    ['one port for http and https', ['ports:', '  http: 443'], 'settings.yaml:1 ports.https'],
    [
      'a host of the frontend at which the gateway shows an add-on',
      ['hosts:', '- shop.localhost', '- grafana.localhost'],
      'settings.yaml:3 hosts.1',
    ],
    ['a redirect to another port', ['ports: { https: 8443 }', 'httpsRedirect: true'], 'settings.yaml:2 httpsRedirect'],
  ])('are refused: %s', (_, lines, place) => {
    expect(places(problemsOf(...lines))).toEqual([place]);
  });

  it.each([
    [
      'a context and a home folder for an existing cluster',
      'target: existing\ncluster: { context: c, kubeconfig: ~/c }',
    ],
    ['a redirect to 443', 'httpsRedirect: true'],
    ['the host of an add-on that the gateway does not show', 'hosts: [grafana.localhost]\naccess: false'],
    [
      'the same on an existing cluster, whose gateway shows none',
      'hosts: [grafana.localhost]\ntarget: existing\ncluster: { context: c }',
    ],
    ['other ports without a redirect', 'ports: { http: 8080, https: 8443 }'],
    ['swapped ports', 'ports: { http: 443, https: 80 }'],
  ])('are accepted: %s', (_, text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it('are checked although another setting is wrong', () => {
    expect(places(problemsOf('replicas: 0', 'target: existing', 'ports: { http: 80, https: 80 }'))).toEqual([
      'settings.yaml:1 replicas',
      'settings.yaml:1 cluster.context',
      'settings.yaml:3 ports.https',
    ]);
  });
});
