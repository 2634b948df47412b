import { JsonPatch } from 'cdk8s';
import {
  type DeploymentSpec,
  IntOrString,
  KubeDeployment,
  type KubeDeploymentProps,
  KubePodDisruptionBudget,
} from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';
import { seconds } from '../model/duration';
import { releaseLabels } from '../model/labels';
import type { Release, Service, Shutdown } from '../model/service';
import { podSpec } from './pod-spec';

export interface ReleaseWorkloadProps {
  readonly service: Service;
  readonly release: Release;
  /** Environment of the process, complete. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * One release of one service: its Deployment and the budget that keeps node maintenance from
 * taking it down. Service account and Service belong to the service and are made elsewhere.
 */
export class ReleaseWorkload extends Construct {
  constructor(scope: Construct, id: string, props: ReleaseWorkloadProps) {
    super(scope, id);
    const { service, release } = props;
    const labels = releaseLabels(service, release);
    const metadata = { name: `${service.name}-${release.name}`, labels };

    new DrainingDeployment(this, 'deployment', { metadata, spec: deploymentSpec(props, labels) }, service.shutdown);

    new KubePodDisruptionBudget(this, 'disruption-budget', {
      metadata,
      spec: { maxUnavailable: IntOrString.fromNumber(1), selector: { matchLabels: labels } },
    });
  }
}

function deploymentSpec(props: ReleaseWorkloadProps, labels: Record<string, string>): DeploymentSpec {
  return {
    replicas: props.release.replicas,
    selector: { matchLabels: labels },
    // A new pod is ready before an old one goes: a rollout never lowers the capacity.
    strategy: {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: IntOrString.fromNumber(1), maxUnavailable: IntOrString.fromNumber(0) },
    },
    template: { metadata: { labels }, spec: podSpec(props) },
  };
}

/**
 * A Deployment whose container keeps serving until every proxy has learned that its pod is going.
 * The kubelet does the waiting, so the image needs no shell. Patched into the finished manifest,
 * because the bindings are older than this action and drop it.
 * @see https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-implementations
 */
class DrainingDeployment extends KubeDeployment {
  constructor(
    scope: Construct,
    id: string,
    props: KubeDeploymentProps,
    private readonly shutdown: Shutdown,
  ) {
    super(scope, id, props);
  }

  override toJson(): unknown {
    const hook = { preStop: { sleep: { seconds: seconds(this.shutdown.drain) } } };
    return JsonPatch.apply(super.toJson(), JsonPatch.add('/spec/template/spec/containers/0/lifecycle', hook));
  }
}
