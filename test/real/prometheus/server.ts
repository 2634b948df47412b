import { request } from 'undici';
import * as z from 'zod';
import type { Mesh } from '../../../lib/model/mesh';
import { freePort } from '../parts/port';
import { Program } from '../parts/program';
import { prometheusProgram } from '../parts/prometheus';
import { ruleFiles } from './rule-files';

export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Prometheus {
  readonly url: string;
  /** @throws what Prometheus says against the query */
  readonly query: (expr: string) => Promise<Sample[]>;
  readonly stop: () => Promise<void>;
}

const Answer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('error'), error: z.string() }),
  z.object({
    status: z.literal('success'),
    data: z.object({
      result: z.array(z.object({ metric: z.record(z.string(), z.string()), value: z.tuple([z.number(), z.string()]) })),
    }),
  }),
]);

/**
 * Starts a Prometheus that nobody but this machine reaches, with the rules of a mesh. It scrapes one target, often, as the
 * lab's scrapes a pod of the gateway: with the labels of the pod, which give way to those that the series have themselves.
 */
export async function startPrometheus(mesh: Mesh, target: string): Promise<Prometheus> {
  const address = `127.0.0.1:${await freePort()}`;
  const rules = ruleFiles(mesh);
  const labels = { namespace: 'istio-ingress', istio: 'ingressgateway', pod: 'gateway-0' };
  const config = {
    global: { scrape_interval: '200ms', scrape_timeout: '200ms', evaluation_interval: '500ms' },
    rule_files: Object.keys(rules),
    scrape_configs: [{ job_name: 'pods', honor_labels: true, static_configs: [{ targets: [target], labels }] }],
  };
  const program = new Program(
    'prometheus',
    [
      prometheusProgram('prometheus'),
      '--config.file=prometheus.yml',
      '--storage.tsdb.path=data',
      `--web.listen-address=${address}`,
    ],
    { files: { ...rules, 'prometheus.yml': JSON.stringify(config) } },
  );
  await program.ready(async () => {
    const { statusCode, body } = await request(`http://${address}/-/ready`);
    await body.dump();
    return statusCode === 200;
  });
  return { url: `http://${address}`, query: (expr) => ask(address, expr), stop: () => program.stop() };
}

async function ask(address: string, expr: string): Promise<Sample[]> {
  const { body } = await request(`http://${address}/api/v1/query`, { query: { query: expr } });
  const answer = Answer.parse(await body.json());
  if (answer.status === 'error') {
    throw new Error(`${answer.error}: ${expr}`);
  }
  return answer.data.result.map(({ metric, value: [, value] }) => ({ labels: metric, value: Number(value) }));
}
