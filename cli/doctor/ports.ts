import { type Examination, examiner, links } from './examination';

/** Who has a port of 127.0.0.1. */
export type Holder = 'nobody' | 'this cluster' | 'somebody else' | 'unknown';

const { ok, note, problem } = examiner('host');

export function examinePort(name: 'http' | 'https', port: number, holder: Holder, cluster: string): Examination {
  const title = `port ${port} of 127.0.0.1`;
  switch (holder) {
    case 'nobody':
      return ok(title, 'free');
    case 'this cluster':
      return ok(title, `held by the cluster ${cluster}`);
    case 'unknown':
      return note(title, 'could not be examined', `make sure that it is free, or set ports.${name}`, links.symptoms);
    case 'somebody else':
      return problem(title, 'taken', `stop what holds it, or set ports.${name} in the settings`, links.symptoms);
  }
}

/**
 * Ports of 127.0.0.1 that a list of containers publishes, as `docker ps` shows them:
 * `127.0.0.1:80->30080/tcp, 127.0.0.1:443->30443/tcp`.
 */
export function publishedPorts(text: string): number[] {
  return [...text.matchAll(/(?:127\.0\.0\.1|0\.0\.0\.0):(\d+)(?:-(\d+))?->/g)].flatMap(([, first, last]) => {
    const from = Number(first);
    return Array.from({ length: Number(last ?? first) - from + 1 }, (_, index) => from + index);
  });
}
