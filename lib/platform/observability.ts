import { ConfigMapV1 } from '@cdktf/provider-kubernetes/lib/config-map-v1';
import type { Release } from '@cdktf/provider-helm/lib/release';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { addOnCharts, addOnImages } from '../versions';
import { type ImagePlace, mirroredPlace, mirroredRepository, type Mirrors, noMirrors } from '../kubernetes/mirrors';
import { grafanaValues, jaegerValues, kialiValues, type PrometheusRules, prometheusValues } from './add-on-values';
import { type AddOn, addOns, type AddOnUrls, observabilityNamespace } from './add-ons';
import { configMapParts } from './config-map-parts';
import { GeneratedSecret } from './generated-secret';
import { helmChart } from './helm-chart';
import type { ChartValues } from './chart-values';

const adminSecret = 'grafana-admin';
const signingSecret = { name: 'kiali-signing-key', key: 'key' } as const;

export interface ObservabilityProps {
  /** Dashboards of Grafana: texts by file name. */
  readonly dashboards: Readonly<Record<string, string>>;
  readonly rules: PrometheusRules;
  /** Where a browser finds each add-on. */
  readonly urls: AddOnUrls;
  /** @default - none */
  readonly mirrors?: Mirrors;
  /** The namespace of the add-ons. */
  readonly after: readonly ITerraformDependable[];
}

/** Prometheus, Grafana, Jaeger and Kiali; the last starts when the ones it asks are there. */
export class Observability extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { dashboards, rules, urls, after, mirrors = noMirrors }: ObservabilityProps,
  ) {
    super(scope, id);
    const admin = new GeneratedSecret(this, 'grafana-admin', {
      name: adminSecret,
      namespace: observabilityNamespace,
      data: { user: 'admin' },
      generatedKey: 'password',
      after,
    });
    const boards = this.dashboards(dashboards, after);
    const signing = new GeneratedSecret(this, 'kiali-signing', {
      name: signingSecret.name,
      namespace: observabilityNamespace,
      generatedKey: signingSecret.key,
      after,
    });
    const install = this.installer(mirrors);
    const prometheus = install(addOns.prometheus, (image) => prometheusValues(rules, image), after);
    const jaeger = install(addOns.jaeger, jaegerValues, after);
    const dashboardNames = [...boards.keys()];
    const grafana = install(
      addOns.grafana,
      (image) => grafanaValues({ adminSecret, dashboards: dashboardNames, url: urls.grafana, image }),
      [...after, admin.secret, ...boards.values()],
    );
    const signingKey = `secret:${signingSecret.name}:${signingSecret.key}`;
    const asked = [signing.secret, prometheus, jaeger, grafana];
    install(addOns.kiali, (image) => kialiValues(signingKey, urls, image), asked);
  }

  /** Installs add-ons, each from the mirrors of its chart and its image. */
  private installer(mirrors: Mirrors) {
    return (
      { name }: AddOn,
      values: (image?: ImagePlace) => ChartValues,
      after: readonly ITerraformDependable[],
    ): Release => {
      const { repository, chart, version } = addOnCharts[name];
      return helmChart(this, name, {
        repository: mirroredRepository(repository, mirrors),
        chart,
        version,
        releaseName: name,
        namespace: observabilityNamespace,
        values: values(mirroredPlace(addOnImages[name], mirrors)),
        after,
      });
    };
  }

  /** The ConfigMaps that hold them, by name: one, unless there are too many. */
  private dashboards(
    files: ObservabilityProps['dashboards'],
    after: readonly ITerraformDependable[],
  ): ReadonlyMap<string, ConfigMapV1> {
    return new Map(
      configMapParts(files).map((data, index) => {
        const number = index === 0 ? '' : `-${index + 1}`;
        const metadata = { name: `mesh-dashboards${number}`, namespace: observabilityNamespace };
        const configMap = new ConfigMapV1(this, `dashboards${number}`, { metadata, data, dependsOn: [...after] });
        return [metadata.name, configMap];
      }),
    );
  }
}
