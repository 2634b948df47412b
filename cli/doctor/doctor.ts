import { readFileSync } from 'node:fs';
import { dockerInfo, localImage, imagesIn, type Node, nodesOf } from '../docker/docker';
import { hasImage, type NodeImages } from '../docker/node-images';
import { mirroredImage } from '../../lib/kubernetes/mirrors';
import { kindNodeImage } from '../../lib/versions';
import { imagesOf } from '../docker/images';
import type { Lab } from '../read/read-lab';
import { ask } from '../process/run';
import type { Settings } from '../../stacks/settings';
import { type DockerInfo, examineDocker, readDockerInfo } from './docker-info';
import { examineCluster } from './cluster';
import { type Examination, examiner, links } from './examination';
import { examineImage } from './images';
import { examineInotify } from './inotify';
import { examinePorts } from './port-holders';
import { examineTerraform, readTerraformVersion } from './terraform-version';

/** Milliseconds that Terraform has to say its version. */
const patience = 10_000;

/** The binary that Terraform's stages run, as CDKTF knows it. */
export function terraformBinary(env: NodeJS.ProcessEnv): string {
  return env['TERRAFORM_BINARY_NAME'] || 'terraform';
}

/**
 * Everything that `lab up` needs, looked at at once. Nothing is changed, nothing is pulled, and nothing waits longer than a
 * few seconds.
 */
export async function examine({ settings, mesh }: Lab, env: NodeJS.ProcessEnv): Promise<Examination[]> {
  const [docker, terraform, cluster] = await Promise.all([
    settings.target === 'kind' ? findDocker(settings) : undefined,
    findTerraform(settings, env),
    examineCluster(settings),
  ]);
  const host = docker === undefined ? [] : [...(await examinePorts(settings, docker.nodes)), examineInotify(inotify())];
  return [
    ...(docker?.examinations ?? []),
    terraform,
    ...host,
    ...cluster.examinations,
    ...examineStranger(settings, docker, cluster.isConnected),
    ...(await examineImages(imagesOf(mesh), settings, docker, cluster.images)),
  ];
}

/** What Docker says; what depends on it is unknown where it says nothing. */
interface FoundDocker {
  readonly examinations: readonly Examination[];
  /** @default - Docker does not say */
  readonly nodes?: readonly Node[];
}

async function findDocker({ cluster, mirrors }: Settings): Promise<FoundDocker> {
  const said = await dockerInfo();
  const info: DockerInfo | { readonly failure: string } = 'failure' in said ? said : readDockerInfo(said.text);
  if ('failure' in info && typeof info.failure === 'string') {
    const remedy = 'start Docker, and let this user reach it (group docker), or set DOCKER_HOST';
    return { examinations: [examiner('docker').problem('Docker answers', info.failure, remedy, links.needs)] };
  }
  const nodes = await nodesOf(cluster.name).catch(() => undefined);
  return {
    examinations: examineDocker(info, mirroredImage(kindNodeImage, mirrors)),
    ...(nodes === undefined ? {} : { nodes }),
  };
}

/** A cluster that this checkout did not make, or whose kubeconfig it has lost, is in the way of making one. */
function examineStranger({ cluster }: Settings, docker: FoundDocker | undefined, isConnected: boolean): Examination[] {
  const { note } = examiner('cluster');
  const found = 'its nodes are there, and the kubeconfig does not lead to it';
  const remedy =
    '`lab up` if Terraform made it from here; else `kind export kubeconfig`, `lab down`, or another cluster.name';
  return (docker?.nodes ?? []).length === 0 || isConnected
    ? []
    : [note(`the Kind cluster ${cluster.name}`, found, remedy, links.symptoms)];
}

async function findTerraform({ state }: Settings, env: NodeJS.ProcessEnv): Promise<Examination> {
  const binary = terraformBinary(env);
  const said = await ask(binary, ['version', '-json'], patience);
  if ('failure' in said) {
    const remedy = 'install Terraform or OpenTofu, or name one by TERRAFORM_BINARY_NAME';
    return examiner('terraform').problem('Terraform or OpenTofu', `${binary}: ${said.failure}`, remedy, links.needs);
  }
  return examineTerraform(readTerraformVersion(said.text), binary, state.backend);
}

function inotify() {
  const read = (name: string): string | undefined => {
    try {
      return readFileSync(`/proc/sys/fs/inotify/${name}`, 'utf8');
    } catch {
      return undefined;
    }
  };
  return { max_user_instances: read('max_user_instances'), max_user_watches: read('max_user_watches') };
}

async function examineImages(
  images: readonly string[],
  { target }: Settings,
  docker: FoundDocker | undefined,
  inCluster: ReadonlySet<string>,
): Promise<Examination[]> {
  const nodes = (docker?.nodes ?? []).filter(({ isRunning }) => isRunning);
  const found = await Promise.all(nodes.map(({ name }) => imagesIn(name).catch((): NodeImages => new Map())));
  return Promise.all(
    images.map(async (image) => {
      const id = docker?.nodes === undefined ? undefined : await localImage(image);
      const isInNodes = found.length > 0 ? found.every((one) => hasImage(one, image, id)) : inCluster.has(image);
      return examineImage({ image, isLocal: id !== undefined, isInNodes }, target);
    }),
  );
}
