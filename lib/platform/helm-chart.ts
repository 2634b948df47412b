import { Release } from '@cdktf/provider-helm/lib/release';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { ChartVersion } from '../versions';
import type { ChartValues } from './chart-values';

/** Long enough to pull images over a slow line; a release that hangs still ends. */
const timeoutSeconds = 600;

export interface HelmChartProps extends ChartVersion {
  readonly releaseName: string;
  readonly namespace: string;
  readonly values: ChartValues;
  /** What must be up before: Helm starts only then. */
  readonly after: readonly ITerraformDependable[];
}

/**
 * One Helm release that Terraform waits for. A failed release stays (`atomic: false`), so that
 * its pods can be looked at.
 */
export function helmChart(scope: Construct, id: string, props: HelmChartProps): Release {
  return new Release(scope, id, {
    name: props.releaseName,
    namespace: props.namespace,
    repository: props.repository,
    chart: props.chart,
    version: props.version,
    values: [JSON.stringify(props.values)],
    wait: true,
    atomic: false,
    timeout: timeoutSeconds,
    dependsOn: [...props.after],
  });
}
