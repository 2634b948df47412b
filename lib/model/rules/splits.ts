import type { Mesh } from '../mesh';
import type { Problem } from '../problem';
import type { Service } from '../service';
import type { Split } from '../traffic';

/** Whether a value, typed or read from a file, is a split. */
export function isSplit(value: unknown): value is Split {
  return value === 'follow' || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100);
}

/** Every split is well-formed and belongs to a service that can be split. */
export function splits(mesh: Mesh): Problem[] {
  const called = new Set(mesh.calls.map((call) => call.callee));
  return splitProblems(mesh.traffic.splits, mesh.services, called);
}

/**
 * The same rule on values nobody has typed yet, so that a file with several mistakes is reported whole.
 * @param entries service name and split, as found
 * @param services the services of the mesh
 * @param called the services that have a caller inside the mesh
 */
export function splitProblems(
  entries: Iterable<readonly [string, unknown]>,
  services: readonly Service[],
  called: ReadonlySet<Service>,
): Problem[] {
  const byName = new Map(services.map((service) => [service.name, service]));
  const withCanary = services.filter((service) => service.canary !== undefined).map((service) => service.name);
  return [...entries].flatMap(([name, value]) => {
    const path = ['splits', name];
    const service = byName.get(name);
    const problems: Problem[] = [];
    if (service === undefined) {
      const rule = 'a split belongs to a service of the mesh';
      problems.push({ path, value: name, rule, remedy: `use one of: ${withCanary.join(', ')}` });
    } else if (service.canary === undefined) {
      const rule = 'only a service with a canary release can be split';
      problems.push({ path, value: name, rule, remedy: `remove the line, or declare a canary of ${name}` });
    } else if (value === 'follow' && !called.has(service)) {
      const rule = '`follow` takes the lane of a caller inside the mesh, and this service has none';
      problems.push({ path, value, rule, remedy: 'write the share of the canary in whole percent' });
    }
    if (!isSplit(value)) {
      const rule = "a split is the canary's share in whole percent, 0 to 100, or the word `follow`";
      problems.push({ path, value, rule, remedy: 'write a whole number such as 10, without quotes or percent sign' });
    }
    return problems;
  });
}
