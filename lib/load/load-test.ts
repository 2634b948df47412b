import { milliseconds, seconds } from '../model/duration';
import { CallGraph, type Mesh } from '../model/mesh';
import type { Service } from '../model/service';
import type { HeaderPin } from '../model/traffic';
import { type Entrance, type EntranceOptions, entranceOptions, type EntryRequest, entryRequest } from './entrance';
import { type LoadedService, loadedService } from './loaded-service';
import { limits, type LoadProfile } from './profile';
import { loadableEdges, reachedServices } from './reach';
import { type Thresholds, thresholdsOf } from './thresholds';

/** Everything that `script.js` has to know, as JSON beside it. */
export interface LoadTest {
  readonly profile: string;
  /** What each user asks, one after the other. */
  readonly entries: readonly EntryRequest[];
  /** One more user asks the same with each of these headers. */
  readonly pins: readonly HeaderPin[];
  readonly pauseSeconds: number;
  /** Callers before their callees. */
  readonly services: readonly LoadedService[];
  /** Services that no answer tells of: called over tcp, or by nobody that a request from outside reaches. */
  readonly unseen: readonly string[];
  /** @see https://grafana.com/docs/k6/latest/using-k6/k6-options/reference/ */
  readonly options: EntranceOptions & {
    readonly scenarios: Readonly<Record<string, Scenario>>;
    readonly thresholds: Thresholds;
  };
}

interface Scenario {
  readonly executor: 'constant-vus';
  readonly vus: number;
  readonly duration: string;
  /** The function of the script that a user runs over and over. */
  readonly exec: 'visit' | 'visitPinned';
}

export interface LoadTestProps {
  readonly mesh: Mesh;
  /** Name of the profile, for the reader. */
  readonly name: string;
  readonly profile: LoadProfile;
  readonly entrance: Entrance;
}

/** The load test of a mesh: every edge is asked, every service behind is watched. */
export function loadTestOf({ mesh, name, profile, entrance }: LoadTestProps): LoadTest {
  const graph = new CallGraph(mesh);
  const edges = loadableEdges(graph);
  const reached = reachedServices(graph);
  const services = reached.map((service) => loadedService(service, graph));
  const { pins } = mesh.traffic;
  const pauseSeconds = pauseOf(profile, reached);
  const thresholds = thresholdsOf({
    services,
    entries: edges.map((edge) => edge.service.name),
    isPinned: pins.length > 0,
    minRequests: minRequests(profile, pauseSeconds, edges.length),
  });
  return {
    profile: name,
    entries: edges.map((edge) => entryRequest(edge, entrance)),
    pins,
    pauseSeconds,
    services,
    unseen: mesh.services.filter((service) => !reached.includes(service)).map((service) => service.name),
    options: { scenarios: scenarios(profile, pins), thresholds, ...entranceOptions(entrance, edges) },
  };
}

/** The pause of the profile, or a longer one: all users together stay below half of every rate limit. */
function pauseOf({ users, pause }: LoadProfile, reached: readonly Service[]): number {
  const perSecond = reached.flatMap(({ rateLimit }) =>
    rateLimit === undefined ? [] : [rateLimit.requests / seconds(rateLimit.per)],
  );
  // Half, because pods keep their part of the limit each for itself, and nothing fills them evenly.
  return Math.max(seconds(pause), (2 * (users + 1)) / Math.min(...perSecond));
}

/** The requests that each edge gets at least, if answers take no longer than the limit of the latency. */
function minRequests({ users, duration }: LoadProfile, pauseSeconds: number, edges: number): number {
  const round = pauseSeconds * 1000 + milliseconds(limits.p95) * edges;
  return Math.max(1, Math.floor((users * milliseconds(duration)) / round));
}

function scenarios({ users, duration }: LoadProfile, pins: readonly HeaderPin[]): Record<string, Scenario> {
  const constant = { executor: 'constant-vus', duration } as const;
  return {
    users: { ...constant, vus: users, exec: 'visit' },
    ...(pins.length === 0 ? {} : { pins: { ...constant, vus: 1, exec: 'visitPinned' } }),
  };
}
