import { shop, tiers } from '../../telemetry/meshes';
import { promtool } from './promtool';
import { ruleFiles } from './rule-files';
import { expectFiring, expectSaying, gateway, memory, received, requests, type Series } from './scenario';

const up: Series = { [gateway]: '1x60' };
const ofFrontend = { destination_service_namespace: 'frontend', destination_service_name: 'frontend-service' };
const budget = [{ alertname: 'ErrorBudgetBurnsFast', severity: 'critical', ...ofFrontend }];
const canaryIsWorse = [{ alertname: 'CanaryWorseThanStable', severity: 'critical', ...ofFrontend }];
const slowly = [{ alertname: 'ErrorBudgetBurnsSlowly', severity: 'warning', ...ofFrontend }];

function idle(release: string) {
  return { alertname: 'ReleaseWithoutTraffic', severity: 'warning', service: 'frontend', release };
}

describe('promtool', () => {
  it.each([
    ['three tiers', tiers],
    ['a shop of eleven services', shop()],
  ])('accepts the rules of %s', async (_, mesh) => {
    const files = ruleFiles(mesh);
    await expect(promtool(['check', 'rules', ...Object.keys(files)], files)).resolves.toBeUndefined();
  });

  it('refuses a rule that is none', async () => {
    const rules = JSON.stringify({ groups: [{ name: 'bad', rules: [{ record: 'x', expr: 'sum(' }] }] });
    await expect(promtool(['check', 'rules', 'bad.yml'], { 'bad.yml': rules })).rejects.toThrow('parse error');
  });
});

describe('of the alerts', () => {
  it('one that is expected in vain is found, and one that nobody expected', async () => {
    await expect(expectFiring(up, canaryIsWorse)).rejects.toThrow('CanaryWorseThanStable');
    await expect(expectFiring({}, [])).rejects.toThrow('GatewayDown');
  });

  it('none fires while all is well', async () => {
    const well = {
      ...up,
      [requests('frontend', 'stable')]: '0+900x60',
      [requests('frontend', 'canary')]: '0+100x60',
      [received('frontend', 'mutual_tls')]: '0+1000x60',
    };
    await expectFiring(well, []);
  });

  it('none fires without traffic, neither before the first request nor after the last', async () => {
    await expectFiring(up, []);
    const over = {
      ...up,
      [requests('frontend', 'stable')]: '900x60',
      [requests('frontend', 'canary', 503)]: '100x60',
      [received('frontend', 'none')]: '100x60',
    };
    await expectFiring(over, []);
  });

  it('a canary that fails more often fires, also while the budget of the whole service lasts', async () => {
    const failing = {
      ...up,
      [requests('frontend', 'stable')]: '0+900x60',
      [requests('frontend', 'canary')]: '0+70x60',
      [requests('frontend', 'canary', 503)]: '0+30x60',
    };
    // 30 of 1,000 requests: more than the budget, but too slow for its own alerts.
    await expectFiring(failing, canaryIsWorse);
  });

  it('a canary that answers nothing but errors fires, and so does the budget', async () => {
    const failing = {
      ...up,
      [requests('frontend', 'stable')]: '0+500x60',
      [requests('frontend', 'canary', 500)]: '0+500x60',
    };
    await expectFiring(failing, [...budget, ...slowly, ...canaryIsWorse]);
  });

  it('a canary is not judged by a handful of requests', async () => {
    const few = {
      ...up,
      [requests('frontend', 'stable')]: '0+9x60',
      [requests('frontend', 'canary', 503)]: '0+1x60',
    };
    await expectFiring(few, slowly);
  });

  it('one release that gets everything fires for the other, and nothing is compared', async () => {
    await expectFiring({ ...up, [requests('frontend', 'stable')]: '0+100x60' }, [idle('canary')]);
    await expectFiring({ ...up, [requests('frontend', 'canary')]: '0+100x60' }, [idle('stable')]);
  });

  it('a canary without requests is no matter while so few came that chance explains it', async () => {
    await expectFiring({ ...up, [requests('frontend', 'stable')]: '0+5x60' }, []);
  });

  it('a proxy that starts anew, with counters at zero, fires nothing', async () => {
    const restarted = {
      ...up,
      [requests('frontend', 'stable')]: '0+900x25 0+900x35',
      [requests('frontend', 'canary')]: '0+100x26 0+100x34',
      [received('frontend', 'mutual_tls')]: '0+1000x27 0+1000x33',
    };
    for (const time of ['25m', '27m', '30m', '40m']) {
      await expectFiring(restarted, [], time);
    }
  });

  it('errors go on counting when the counters start anew', async () => {
    const restarted = {
      ...up,
      [requests('frontend', 'stable')]: '0+900x25 0+900x35',
      [requests('frontend', 'canary', 503)]: '0+100x27 0+100x33',
    };
    await expectFiring(restarted, [...slowly, ...canaryIsWorse]);
  });

  it('plaintext fires for the service that takes it', async () => {
    const mixed = { ...up, [received('ml', 'mutual_tls')]: '0+99x60', [received('ml', 'none')]: '0+1x60' };
    const ml = { destination_service_namespace: 'ml', destination_service_name: 'ml-service' };
    await expectFiring(mixed, [{ alertname: 'MutualTlsIncomplete', severity: 'critical', ...ml }]);
  });

  it('a sidecar fires by its memory, one that has room does not', async () => {
    const mebibyte = 2 ** 20;
    const full = { ...up, [memory('ml-a')]: `${230 * mebibyte}x60`, [memory('ml-b')]: `${90 * mebibyte}x60` };
    const labels = { namespace: 'ml', app: 'ml', version: 'stable', pod: 'ml-a' };
    await expectFiring(full, [{ alertname: 'SidecarMemoryNearLimit', severity: 'warning', ...labels }]);
  });

  it('the gateway fires when no pod of it is left, or none answers', async () => {
    const down = [{ alertname: 'GatewayDown', severity: 'critical' }];
    await expectFiring({ [requests('frontend', 'stable')]: '0+1x60' }, down);
    await expectFiring({ [gateway]: '0x60' }, down);
    await expectFiring({ [gateway]: '0x60', [gateway.replace('-0', '-1')]: '1x60' }, []);
  });

  it('the text names the service and the number', async () => {
    const mixed = { ...up, [received('ml', 'mutual_tls')]: '0+90x60', [received('ml', 'none')]: '0+10x60' };
    await expectSaying(mixed, 'MutualTlsIncomplete', {
      exp_labels: {
        severity: 'critical',
        destination_service_namespace: 'ml',
        destination_service_name: 'ml-service',
      },
      exp_annotations: {
        summary: 'ml-service takes plaintext',
        description: 'Only 90% of what reached it within 5m came over mTLS.',
        runbook_url: 'docs/runbooks.md#mutualtlsincomplete',
      },
    });
  });
});
