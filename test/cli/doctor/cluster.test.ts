import { examineIstio, examineKubernetes, readKubernetesVersion } from '../../../cli/doctor/kubernetes-version';
import { istioVersion } from '../../../lib/versions';

describe('the version of Kubernetes', () => {
  it.each([
    ['v1.31.9', 'problem'],
    ['v1.32.0', 'ok'],
    ['v1.34.4-gke.100', 'ok'],
    ['v1.36.1+k3s1', 'ok'],
    ['v1.37.0', 'problem'],
    [undefined, 'note'],
    ['unknown', 'note'],
  ])('%s is: %s', (version, outcome) => {
    expect(examineKubernetes(version).outcome).toBe(outcome);
  });

  it('is what /version says', () => {
    expect(readKubernetesVersion('{"major":"1","gitVersion":"v1.34.4"}')).toBe('v1.34.4');
    expect(readKubernetesVersion('<html>')).toBeUndefined();
  });
});

describe('Istio', () => {
  const outcomes = (versions: string[], webhooks: string[]) =>
    examineIstio({ versions, webhooks }).map(({ outcome }) => outcome);

  it('is installed by the lab where there is none', () => {
    expect(outcomes([], [])).toEqual(['ok', 'ok']);
  });

  it('of the same minor version is fine', () => {
    expect(outcomes([istioVersion.replace(/\d+$/, '99')], ['istio-sidecar-injector'])).toEqual(['ok', 'ok']);
  });

  it('of another minor version may belong to somebody else', () => {
    expect(outcomes(['1.28.0'], ['istio-sidecar-injector'])).toEqual(['note', 'ok']);
  });

  it('without its webhook would leave pods without a sidecar', () => {
    expect(outcomes([istioVersion], [])).toEqual(['ok', 'problem']);
  });
});
