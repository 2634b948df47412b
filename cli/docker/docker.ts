import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ask, run, type Said } from '../process/run';
import { type NodeImages, readNodeImages } from './node-images';

/** Milliseconds that Docker has for an answer. */
const patience = 10_000;

/** The label that Kind puts on the containers of a cluster. */
const clusterLabel = 'io.x-k8s.kind.cluster';

/** What Docker says of itself, as JSON. */
export function dockerInfo(): Promise<Said> {
  return ask('docker', ['info', '--format', '{{json .}}'], patience);
}

/** One node of a Kind cluster. */
export interface Node {
  /** Name of its container. */
  readonly name: string;
  readonly isRunning: boolean;
  /** The ports it publishes, as Docker writes them. */
  readonly ports: string;
}

/** The nodes of a Kind cluster, running or not; none if there is no such cluster. @throws Error if Docker does not say */
export async function nodesOf(cluster: string): Promise<Node[]> {
  const format = '{{.Names}}\t{{.State}}\t{{.Ports}}';
  const filter = `label=${clusterLabel}=${cluster}`;
  const said = await ask('docker', ['ps', '--all', '--filter', filter, '--format', format], patience);
  if ('failure' in said) {
    throw new Error(`Docker does not say which nodes there are: ${said.failure}`);
  }
  const lines = said.text.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [name = '', state = '', ports = ''] = line.split('\t');
    return { name, isRunning: state === 'running', ports };
  });
}

/** The id of an image in the local Docker; nothing if it has none of that name. */
export async function localImage(image: string): Promise<string | undefined> {
  const said = await ask('docker', ['image', 'inspect', '--format', '{{.Id}}', image], patience);
  return 'text' in said ? said.text.trim() : undefined;
}

/** The images in a node. @throws Error if it does not say */
export async function imagesIn(node: string): Promise<NodeImages> {
  const said = await ask('docker', ['exec', node, 'ctr', '-n', 'k8s.io', 'images', 'ls'], patience);
  if ('failure' in said) {
    throw new Error(`the node ${node} does not say which images it has: ${said.failure}`);
  }
  return readNodeImages(said.text);
}

/** Puts an image of the local Docker into a node. @throws Error if that does not work */
export async function copyImage(image: string, node: string, stop: AbortSignal): Promise<void> {
  const save = spawn('docker', ['save', image], { stdio: ['ignore', 'pipe', 'pipe'], signal: stop });
  const load = spawn('docker', ['exec', '-i', node, 'ctr', '-n', 'k8s.io', 'images', 'import', '-'], {
    stdio: ['pipe', 'ignore', 'pipe'],
    signal: stop,
  });
  const ends = [ending(save), ending(load)];
  // A reader that ends early is told about by its own end.
  load.stdin.on('error', () => undefined);
  save.stdout.pipe(load.stdin);
  const [saved, loaded] = await Promise.all(ends);
  const failure = saved ?? loaded;
  if (failure !== undefined) {
    throw new Error(`${image} could not be put into ${node}: ${failure}`);
  }
}

/** Removes nodes, whatever state they are in. */
export async function removeNodes(nodes: readonly Node[]): Promise<void> {
  const names = nodes.map(({ name }) => name);
  const { status, stderr, failure } = await run('docker', ['rm', '--force', '--volumes', ...names], 60_000);
  if (status !== 0) {
    throw new Error(`Docker could not remove ${names.join(', ')}: ${failure ?? stderr.trim()}`);
  }
}

/** Starts nodes that stand still, as after a restart of the machine. */
export async function startNodes(nodes: readonly Node[]): Promise<void> {
  const names = nodes.map(({ name }) => name);
  const said = names.length === 0 ? { text: '' } : await ask('docker', ['start', ...names], 60_000);
  if ('failure' in said) {
    throw new Error(`Docker could not start ${names.join(', ')}: ${said.failure}`);
  }
}

/** Why a program did not end well; nothing if it did. */
async function ending(child: ReturnType<typeof spawn>): Promise<string | undefined> {
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint = (complaint + text).slice(-2000)));
  try {
    await once(child, 'close');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return child.exitCode === 0 ? undefined : complaint.trim() || `it ended with ${child.exitCode ?? 'a signal'}`;
}
