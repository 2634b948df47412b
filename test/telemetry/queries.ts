import type { Mesh } from '../../lib/model/mesh';
import { dashboardsOf } from '../../lib/telemetry/dashboards/dashboards';
import { gateQueries, isCanaried, measurementQueries } from '../../lib/telemetry/promql/gate';
import { rulesOf } from '../../lib/telemetry/rules/rules';
import { telemetry } from './meshes';
import { panelsIn } from './panels';

/** Every query of a mesh, by the place it stands in. */
export function queriesOf(mesh: Mesh): { readonly place: string; readonly expr: string }[] {
  const boards = Object.entries(dashboardsOf(telemetry(mesh))).flatMap(([file, board]) =>
    panelsIn(board).flatMap(({ title, targets }) => targets.map(({ expr }) => ({ place: `${file}: ${title}`, expr }))),
  );
  const { recording, alerting } = rulesOf(telemetry(mesh));
  const recorded = recording.groups.flatMap(({ rules }) => rules.map(({ record, expr }) => ({ place: record, expr })));
  const alerts = alerting.groups.flatMap(({ rules }) => rules.map(({ alert, expr }) => ({ place: alert, expr })));
  const gates = mesh.services.filter(isCanaried).flatMap((service) => {
    const { requests, scrapes, ...latencies } = measurementQueries(service, ['istio-ingress', service.namespace], 120);
    // What is asked for sample by sample is counted here, so that every query answers with numbers.
    const counted = { requests: `count_over_time(${requests})`, scrapes: `count_over_time(${scrapes})` };
    const queries: Record<string, string> = { ...gateQueries(service, '2m'), ...counted, ...latencies };
    return Object.entries(queries).map(([name, expr]) => ({ place: `gate of ${service.name}: ${name}`, expr }));
  });
  return [...boards, ...recorded, ...alerts, ...gates];
}
