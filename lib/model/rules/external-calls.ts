import { groupBy } from '../group-by';
import type { Identity } from '../identity';
import { type Mesh, membersOf } from '../mesh';
import type { Problem } from '../problem';
import { hostRule, isHost } from './edges';
import { isPort, portRule } from './ports';

const longestHost = 200;

/** Calls out of the cluster come from the mesh and go to a named host. */
export function externalCalls(mesh: Mesh): Problem[] {
  const known = new Set<Identity>(membersOf(mesh));
  return [
    ...oneProtocolEach(mesh),
    ...(mesh.externalCalls ?? []).flatMap(({ caller, to }) => {
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
      if (to.host.length > longestHost) {
        const rule = `a host has at most ${longestHost} characters: an object is named after it`;
        problems.push({ path: at('host'), value: to.host, rule, remedy: 'use a shorter name of the same host' });
      }
      if (!isPort(to.port)) {
        problems.push({ path: at('port'), value: to.port, rule: portRule, remedy: 'write 443 for tls' });
      }
      return problems;
    }),
  ];
}

function oneProtocolEach({ externalCalls: all = [] }: Mesh): Problem[] {
  const protocols = groupBy(all, ({ to }) => `${to.host}:${to.port}`);
  return [...protocols]
    .filter(([, calls]) => new Set(calls.map(({ to }) => to.protocol)).size > 1)
    .map(([place]) => ({
      path: ['externalCalls', place],
      value: place,
      rule: 'a port of a host outside speaks one protocol',
      remedy: 'use the same protocol in every call to it',
    }));
}
