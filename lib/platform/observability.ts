import { ConfigMapV1 } from '@cdktf/provider-kubernetes/lib/config-map-v1';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { addOnCharts } from '../versions';
import { grafanaValues, jaegerValues, kialiValues, type PrometheusRules, prometheusValues } from './add-on-values';
import { type AddOn, addOns, observabilityNamespace } from './add-ons';
import { GeneratedSecret } from './generated-secret';
import { helmChart } from './helm-chart';
import type { ChartValues } from './chart-values';

const adminSecret = 'grafana-admin';
const dashboardsName = 'mesh-dashboards';
const signingSecret = { name: 'kiali-signing-key', key: 'key' } as const;

export interface ObservabilityProps {
  /** Dashboards of Grafana: texts by file name. */
  readonly dashboards: Readonly<Record<string, string>>;
  readonly rules: PrometheusRules;
  /** The namespace of the add-ons. */
  readonly after: readonly ITerraformDependable[];
}

/** Prometheus, Grafana, Jaeger and Kiali; the last starts when the ones it asks are there. */
export class Observability extends Construct {
  constructor(scope: Construct, id: string, { dashboards, rules, after }: ObservabilityProps) {
    super(scope, id);
    const admin = new GeneratedSecret(this, 'grafana-admin', {
      name: adminSecret,
      namespace: observabilityNamespace,
      data: { user: 'admin' },
      generatedKey: 'password',
      after,
    });
    const boards = new ConfigMapV1(this, 'dashboards', {
      metadata: { name: dashboardsName, namespace: observabilityNamespace },
      data: { ...dashboards },
      dependsOn: [...after],
    });
    const signing = new GeneratedSecret(this, 'kiali-signing', {
      name: signingSecret.name,
      namespace: observabilityNamespace,
      generatedKey: signingSecret.key,
      after,
    });
    const install = (addOn: AddOn, values: ChartValues, dependencies: readonly ITerraformDependable[]) =>
      helmChart(this, addOn.name, {
        ...addOnCharts[addOn.name],
        releaseName: addOn.name,
        namespace: observabilityNamespace,
        values,
        after: dependencies,
      });
    const prometheus = install(addOns.prometheus, prometheusValues(rules), after);
    const jaeger = install(addOns.jaeger, jaegerValues(), after);
    const grafana = install(addOns.grafana, grafanaValues(adminSecret, dashboardsName), [
      ...after,
      admin.secret,
      boards,
    ]);
    const signingKey = `secret:${signingSecret.name}:${signingSecret.key}`;
    install(addOns.kiali, kialiValues(signingKey), [signing.secret, prometheus, jaeger, grafana]);
  }
}
