import { CallGraph } from '../../model/mesh';
import type { Telemetry } from '../telemetry';
import type { Board } from './board';
import { canaryBoards } from './canary';
import { overview } from './overview';
import { serviceBoard } from './service-board';

/** All dashboards of a mesh, by file name. */
export function dashboardsOf(telemetry: Telemetry): Record<string, Board> {
  const graph = new CallGraph(telemetry.mesh);
  const ofServices = telemetry.mesh.services.map(
    (service) => [`service-${service.name}.json`, serviceBoard(service, graph, telemetry)] as const,
  );
  return {
    'mesh-overview.json': overview(telemetry),
    ...canaryBoards(telemetry),
    ...Object.fromEntries(ofServices),
  };
}
