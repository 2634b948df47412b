import type { Mesh } from '../../lib/model/mesh';
import { releasesOf } from '../../lib/model/service';
import { dashboardsOf } from '../../lib/telemetry/dashboards/dashboards';
import { backend, service, shop, telemetry, tiers } from './meshes';
import { type Panel, panelsIn } from './panels';
import { parse, valuesOf } from './promql';

function boards(mesh: Mesh): Map<string, Panel[]> {
  return new Map(Object.entries(dashboardsOf(telemetry(mesh))).map(([file, board]) => [file, panelsIn(board)]));
}

function asked(panels: readonly Panel[] | undefined, label: string): string[] {
  const matchers = (panels ?? []).flatMap(({ targets }) => targets.flatMap(({ expr }) => parse(expr).matchers));
  return valuesOf(matchers, label);
}

describe.each([
  ['three tiers', tiers],
  ['a shop of eleven services', shop()],
])('the dashboards of %s', (_, mesh) => {
  const all = boards(mesh);

  it('are an overview, one for the canary, and one for each service', () => {
    const ofServices = mesh.services.map(({ name }) => `service-${name}.json`);
    expect([...all.keys()]).toEqual(['mesh-overview.json', 'canary.json', ...ofServices]);
  });

  it('begin with the success rate by version', () => {
    expect(all.get('mesh-overview.json')?.[0]?.title).toBe('Request success rate by version');
  });

  it('say on every panel what it shows, in which unit, and from where', () => {
    const silent = [...all].flatMap(([file, panels]) =>
      panels
        .filter(({ title, description, fieldConfig, targets }) => {
          const texts = [
            title,
            description,
            fieldConfig.defaults.unit,
            ...targets.map((target) => target.legendFormat),
          ];
          return texts.some((text) => text.trim() === '') || targets.length === 0;
        })
        .map(({ title }) => `${file}: ${title}`),
    );
    expect(silent).toEqual([]);
    const sources = new Set([...all.values()].flat().map(({ datasource }) => datasource.uid));
    expect([...sources]).toEqual(['prometheus']);
  });

  it('show every service and every release', () => {
    const overview = all.get('mesh-overview.json');
    expect(asked(overview, 'destination_service_name').sort()).toEqual(
      mesh.services.map(({ serviceName }) => serviceName).sort(),
    );
    const missing = mesh.services.filter((each) => {
      const shown = asked(all.get(`service-${each.name}.json`), 'destination_version');
      return releasesOf(each).some(({ name }) => !shown.includes(name));
    });
    expect(missing).toEqual([]);
  });

  it('have panels that can be told apart, and lines too', () => {
    for (const panels of all.values()) {
      expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
      expect(panels.filter(({ targets }) => new Set(targets.map(({ refId }) => refId)).size < targets.length)).toEqual(
        [],
      );
    }
  });

  it('are the same every time', () => {
    expect(JSON.stringify(dashboardsOf(telemetry(mesh)))).toBe(JSON.stringify(dashboardsOf(telemetry(mesh))));
  });

  it('link to Jaeger and Kiali behind the gateway, in sight', () => {
    for (const dashboard of Object.values(dashboardsOf(telemetry(mesh)))) {
      const links = (dashboard.links ?? []).map(({ title, url, placement }) => [title, url, placement]);
      expect(links).toEqual([
        ['Dashboards', undefined, undefined],
        ['Jaeger', 'http://jaeger.localhost', undefined],
        ['Kiali', 'http://kiali.localhost', undefined],
      ]);
    }
  });
});

describe('the dashboards', () => {
  it('get one more with one more service', () => {
    const grown: Mesh = { ...tiers, services: [...tiers.services, service('search')] };
    const added = [...boards(grown).keys()].filter((file) => !boards(tiers).has(file));
    expect(added).toEqual(['service-search.json']);
  });

  it('show what a service sends, to its callees alone', () => {
    const outgoing = boards(tiers)
      .get('service-backend.json')
      ?.filter(({ title }) => title.startsWith('Outgoing'));
    expect(asked(outgoing, 'source_app')).toEqual([backend.name]);
    expect(asked(outgoing, 'destination_service_name')).toEqual(['ml-service']);
  });

  it('show connections where proxies see no requests, and no sidecar where there is none', () => {
    const titles = boards(shop())
      .get('service-store.json')
      ?.map(({ title }) => title);
    expect(titles).toContain('TCP connections by version');
    expect(titles).not.toContain('Request rate by version');
    expect(titles).not.toContain('Sidecar memory');
  });

  it('show the split of the lanes as the one that is wanted', () => {
    const wanted = boards(tiers)
      .get('canary.json')
      ?.filter(({ title }) => title.endsWith('share of the canary'))
      .map(({ targets }) => targets[0]?.expr);
    expect(wanted).toEqual(['vector(0.1)', 'vector(0.1)', 'vector(0.1)']);
  });

  it('show no more than fifty services on one board for the canary, and every one on some', () => {
    const services = Array.from({ length: 51 }, (_, index) => service(`service-${index}`));
    const many = boards({ ...tiers, services, calls: [], edges: [] });
    const shown = ['canary.json', 'canary-2.json'].map((file) =>
      asked(many.get(file), 'destination_service_name').sort(),
    );
    expect(shown.map(({ length }) => length)).toEqual([50, 1]);
    expect(new Set(shown.flat()).size).toBe(51);
  });

  it('leave a name to Grafana that is too long for it', () => {
    const long = service('a-service-whose-name-is-long-but-still-allowed');
    const dashboard = dashboardsOf(telemetry({ ...tiers, services: [long] }))[`service-${long.name}.json`];
    expect(dashboard).toBeDefined();
    expect(dashboard?.uid).toBeUndefined();
  });
});
