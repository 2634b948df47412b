import type { Identity } from '../identity';
import type { Mesh } from '../mesh';
import type { Problem } from '../problem';
import { hostRule, isHost } from './edges';
import { isPort, portRule } from './ports';

/** Calls out of the cluster come from the mesh and go to a named host. */
export function externalCalls(mesh: Mesh): Problem[] {
  const known = new Set<Identity>([...mesh.services, ...(mesh.jobs ?? [])]);
  return (mesh.externalCalls ?? []).flatMap(({ caller, to }) => {
    const at = (field: string): string[] => ['externalCalls', `${caller.name} -> ${to.host}`, field];
    const problems: Problem[] = [];
    if (!known.has(caller)) {
      const rule = 'the caller is a service or a job of the mesh';
      problems.push({
        path: at('caller'),
        value: caller.name,
        rule,
        remedy: `add ${caller.name} to the services or jobs`,
      });
    }
    if (!isHost(to.host) || to.host.endsWith('.local') || to.host.endsWith('.svc')) {
      const rule = `${hostRule}; names inside the cluster are calls, not external ones`;
      problems.push({ path: at('host'), value: to.host, rule, remedy: 'write it like `api.example.com`' });
    }
    if (!isPort(to.port)) {
      problems.push({ path: at('port'), value: to.port, rule: portRule, remedy: 'write 443 for tls' });
    }
    return problems;
  });
}
