import {
  type Container,
  KubeConfigMap,
  KubeJob,
  KubeNetworkPolicy,
  KubeServiceAccount,
} from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';
import { type Duration, seconds } from '../model/duration';
import type { Platform } from '../model/platform';
import { nameLookup } from './network-isolation';
import { peer, tcp } from './network-peer';
import { restrictedContainer, restrictedPod } from './restricted-pod';

export interface LoadJobProps {
  /** Name of every object. */
  readonly name: string;
  readonly namespace: string;
  readonly image: string;
  /** The script and what it reads, by file name. */
  readonly files: { readonly 'script.js': string; readonly 'load-test.json': string };
  /** How long the script runs by itself. */
  readonly duration: Duration;
  readonly platform: Pick<Platform, 'dns' | 'gateway'>;
}

/** The user of k6's image. */
const user = 12345;
const folder = '/load';
/** To pull the image, to start, to wait for the last answers. */
const slackSeconds = 300;

/**
 * One run of k6, whose log ends with the summary: identity, what its pod may connect to (DNS and
 * the gateway, nothing else), the script, and last the Job, which starts at once. It runs once: a
 * second try would be another load test.
 */
export class LoadJob extends Construct {
  constructor(scope: Construct, id: string, props: LoadJobProps) {
    super(scope, id);
    const { name, files, platform } = props;
    const labels = { app: name };
    const metadata = { name, labels };
    new KubeServiceAccount(this, 'identity', { metadata, automountServiceAccountToken: false });
    new KubeNetworkPolicy(this, 'network', {
      metadata,
      spec: {
        podSelector: { matchLabels: labels },
        policyTypes: ['Ingress', 'Egress'],
        egress: [nameLookup(platform.dns), { to: [peer(platform.gateway)], ports: [tcp(80)] }],
      },
    });
    new KubeConfigMap(this, 'script', { metadata, data: files });
    new KubeJob(this, 'job', {
      metadata,
      spec: {
        backoffLimit: 0,
        activeDeadlineSeconds: seconds(props.duration) + slackSeconds,
        template: {
          metadata: { labels },
          spec: {
            ...restrictedPod({ name, namespace: props.namespace }, { user }),
            restartPolicy: 'Never',
            containers: [container(props)],
            volumes: [{ name: 'script', configMap: { name } }],
          },
        },
      },
    });
  }
}

function container({ name, image }: LoadJobProps): Container {
  const resources = { cpu: '250m', memory: '256Mi', memoryLimit: '512Mi' };
  const env = { K6_NO_USAGE_REPORT: 'true' };
  return {
    ...restrictedContainer({ name, image, env, resources }),
    args: ['run', '--quiet', `${folder}/script.js`],
    volumeMounts: [{ name: 'script', mountPath: folder, readOnly: true }],
  };
}
