import { type Call, portOf } from '../../lib/model/call';
import type { Identity } from '../../lib/model/identity';
import type { Job } from '../../lib/model/job';
import type { Mesh } from '../../lib/model/mesh';
import type { CallAddress, Process } from '../../lib/model/process';
import type { Service } from '../../lib/model/service';

/** The same mesh, whose processes are told the address of each call like this. */
export function told(mesh: Mesh, address: (call: Call) => CallAddress): Mesh {
  const informed = <T extends Process>(process: T, caller: Identity): T => {
    const own = mesh.calls.filter((call) => call.caller === caller);
    const addresses = own.map((call) => [`${call.callee.name}:${portOf(call).number}`, address(call)] as const);
    return addresses.length === 0 ? process : { ...process, addresses: Object.fromEntries(addresses) };
  };
  const services = new Map<Identity, Service>(
    mesh.services.map((service) => {
      const { stable, canary } = service;
      const canaryToo = canary === undefined ? {} : { canary: informed(canary, service) };
      return [service, { ...service, stable: informed(stable, service), ...canaryToo }];
    }),
  );
  const jobs = new Map<Identity, Job>((mesh.jobs ?? []).map((job) => [job, informed(job, job)]));
  const service = (old: Service): Service => services.get(old) ?? old;
  const caller = (old: Identity): Identity => services.get(old) ?? jobs.get(old) ?? old;
  return {
    ...mesh,
    services: mesh.services.map(service),
    jobs: [...jobs.values()],
    calls: mesh.calls.map((call) => ({ ...call, caller: caller(call.caller), callee: service(call.callee) })),
    edges: mesh.edges.map((edge) => ({ ...edge, service: service(edge.service) })),
    externalCalls: (mesh.externalCalls ?? []).map((call) => ({ ...call, caller: caller(call.caller) })),
  };
}
