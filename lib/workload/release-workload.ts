import { JsonPatch } from 'cdk8s';
import {
  type DeploymentSpec,
  IntOrString,
  KubeDeployment,
  type KubeDeploymentProps,
  KubePodDisruptionBudget,
  type ObjectMeta,
} from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';
import { seconds } from '../model/duration';
import { releaseLabels } from '../model/labels';
import { deploymentName, type Service, type Shutdown } from '../model/service';
import { shutdownOf } from '../model/service-defaults';
import { podSpec, type PodSpecProps } from './pod-spec';

/**
 * One release of one service: its Deployment and the budget that keeps node maintenance from
 * taking it down. Service account and Service belong to the service and are made elsewhere.
 */
export class ReleaseWorkload extends Construct {
  constructor(scope: Construct, id: string, props: PodSpecProps) {
    super(scope, id);
    const { service, release } = props;
    const labels = releaseLabels(service, release);
    const metadata = { name: deploymentName(service, release), labels };

    const deployment = { metadata, spec: deploymentSpec(props, labels) };
    new DrainingDeployment(this, 'deployment', deployment, shutdownOf(service));

    new KubePodDisruptionBudget(this, 'disruption-budget', {
      metadata,
      spec: { maxUnavailable: IntOrString.fromNumber(1), selector: { matchLabels: labels } },
    });
  }
}

function deploymentSpec(props: PodSpecProps, labels: Record<string, string>): DeploymentSpec {
  return {
    replicas: props.release.replicas,
    selector: { matchLabels: labels },
    // A new pod is ready before an old one goes: a rollout never lowers the capacity.
    strategy: {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: IntOrString.fromNumber(1), maxUnavailable: IntOrString.fromNumber(0) },
    },
    template: { metadata: sidecarMetadata(props.service, labels), spec: podSpec(props) },
  };
}

/**
 * How a pod tells the injector what it wants of its sidecar. One of the four annotations would
 * drop all of the mesh's own values, so they come together. The opt-out is a label: the webhook
 * selects by labels.
 * @see https://istio.io/latest/docs/reference/config/annotations/#SidecarProxyCPU
 */
function sidecarMetadata({ sidecar }: Service, labels: Record<string, string>): ObjectMeta {
  if (sidecar === undefined) {
    return { labels };
  }
  if (sidecar === 'none') {
    return { labels: { ...labels, 'sidecar.istio.io/inject': 'false' } };
  }
  const annotations = {
    'sidecar.istio.io/proxyCPU': sidecar.cpu,
    'sidecar.istio.io/proxyMemory': sidecar.memory,
    'sidecar.istio.io/proxyCPULimit': sidecar.cpuLimit,
    'sidecar.istio.io/proxyMemoryLimit': sidecar.memoryLimit,
  };
  return { labels, annotations };
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
