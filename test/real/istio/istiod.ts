import { request } from 'undici';
import type { Endpoint } from '../api/connection';
import { kubeconfig } from '../operate/kubeconfig';
import { pilotDiscovery } from '../parts/pilot-discovery';
import { freePort } from '../parts/port';
import { Program } from '../parts/program';

/** A running istiod. */
export interface Istiod {
  /** Where proxies subscribe, without TLS. */
  readonly discovery: string;
  /** Where it says what it knows. */
  readonly debug: string;
  stop(): Promise<void>;
}

/** Starts an istiod on 127.0.0.1 that reads a cluster, and neither signs certificates nor changes pods. */
export async function startIstiod({ url, ca, token }: Endpoint): Promise<Istiod> {
  const [discovery, debug, monitoring] = [await freePort(), await freePort(), await freePort()];
  const command = [
    await pilotDiscovery(),
    'discovery',
    '--kubeconfig=kubeconfig.json',
    `--grpcAddr=127.0.0.1:${discovery}`,
    `--httpAddr=127.0.0.1:${debug}`,
    `--monitoringAddr=127.0.0.1:${monitoring}`,
    '--httpsAddr=',
    '--secureGRPCAddr=',
    '--ctrlz_port=0',
    '--log_output_level=default:warn',
  ];
  const program = new Program('istiod', command, {
    files: { 'kubeconfig.json': JSON.stringify(kubeconfig(url, ca, token)) },
    env: { ...process.env, ...settings },
  });
  await program.ready(async () => {
    const { statusCode, body } = await request(`http://127.0.0.1:${debug}/ready`);
    await body.dump();
    return statusCode === 200;
  });
  return {
    discovery: `http://127.0.0.1:${discovery}`,
    debug: `http://127.0.0.1:${debug}`,
    stop: () => program.stop(),
  };
}

const settings = {
  POD_NAME: 'istiod',
  POD_NAMESPACE: 'istio-system',
  CLUSTER_ID: 'Kubernetes',
  PILOT_CERT_PROVIDER: 'none',
  ENABLE_CA_SERVER: 'false',
  INJECTION_WEBHOOK_CONFIG_NAME: '',
  VALIDATION_WEBHOOK_CONFIG_NAME: '',
  PILOT_ENABLE_CONFIG_DISTRIBUTION_TRACKING: 'false',
  // Proxies that subscribe here show no certificate.
  PILOT_ENABLE_XDS_IDENTITY_CHECK: 'false',
  PILOT_DEBOUNCE_AFTER: '20ms',
};
