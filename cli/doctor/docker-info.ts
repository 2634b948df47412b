import * as z from 'zod';
import { formatMemory } from '../../lib/kubernetes/quantity';
import { type Examination, examiner, links } from './examination';

const gibibyte = 1024 ** 3;

/** Three nodes with Istio and the three tiers take 2.9 GiB while nothing happens; the add-ons and the kernel come on top. */
const memoryNeeds = { least: 4 * gibibyte, comfortable: 7.5 * gibibyte } as const;

/** The first version of Kubernetes whose nodes do not run on cgroup v1. */
const withoutCgroupV1 = 35;

const dockerInfo = z.looseObject({
  ServerVersion: z.string().optional(),
  MemTotal: z.number().optional(),
  CgroupVersion: z.string().optional(),
  ServerErrors: z.array(z.string()).nullish(),
});

export type DockerInfo = z.output<typeof dockerInfo>;

/** What `docker info --format '{{json .}}'` says; it ends well even where no server answers, and says so inside. */
export function readDockerInfo(text: string): DockerInfo | { readonly failure: string } {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return { failure: 'what it says is not JSON' };
  }
  const { data } = dockerInfo.safeParse(found);
  const [error] = data?.ServerErrors ?? [];
  if (error !== undefined) {
    return { failure: error };
  }
  return data?.ServerVersion ? data : { failure: 'it does not say which version it is' };
}

const { ok, note, problem } = examiner('docker');

/** Docker as it is, against what the nodes of a cluster need. */
export function examineDocker(info: DockerInfo, nodeImage: string): Examination[] {
  return [ok('Docker answers', info.ServerVersion ?? ''), examineMemory(info), examineCgroup(info, nodeImage)];
}

function examineMemory({ MemTotal: memory }: DockerInfo): Examination {
  const title = 'memory of Docker';
  const more = 'give Docker 8 GiB: its settings on a desktop, more memory for the machine elsewhere';
  if (memory === undefined) {
    return note(title, 'Docker does not say', 'make sure that it has 8 GiB', links.needs);
  }
  const found = formatMemory(memory);
  if (memory < memoryNeeds.least) {
    return problem(title, `${found}: too little for three nodes`, more, links.needs);
  }
  return memory < memoryNeeds.comfortable
    ? note(title, `${found}: enough to start with, not for load`, more, links.needs)
    : ok(title, found);
}

/** @param nodeImage `kindest/node:v1.34.3@sha256:...` */
function examineCgroup({ CgroupVersion: cgroup }: DockerInfo, nodeImage: string): Examination {
  const title = 'cgroup version for the node image';
  const [, version = '', minor = ''] = /:v(1\.(\d+)[^@]*)/.exec(nodeImage) ?? [];
  const needsTwo = Number(minor) >= withoutCgroupV1;
  if (cgroup === undefined) {
    return note(title, 'Docker does not say', 'on a host with cgroup v1 use Kubernetes 1.34 or older', links.needs);
  }
  const found = `v${cgroup}, Kubernetes ${version}`;
  const remedy = 'start the host with cgroup v2, or use a node image of Kubernetes 1.34 (lib/versions.ts)';
  return needsTwo && cgroup === '1' ? problem(title, found, remedy, links.symptoms) : ok(title, found);
}
