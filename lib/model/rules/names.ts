import type { Mesh } from '../mesh';
import type { Problem } from '../problem';

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names */
const dnsLabel = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Leaves room for what Kubernetes and we append: a CronJob's pods get eleven characters, policies and releases fewer. */
const longestName = 52;

/** What stacks call the parts of a namespace that belong to no service. */
const reserved = new Set(['namespace', 'mutual-tls', 'default-deny', 'deny-all']);

/** Names become DNS labels, label values and prefixes of object names, so they obey the strictest of these. */
export function names(mesh: Mesh): Problem[] {
  const services = mesh.services.flatMap(({ name, namespace, serviceName }) =>
    invalid(['services', name], { name, namespace, serviceName }),
  );
  const jobs = (mesh.jobs ?? []).flatMap(({ name, namespace }) => invalid(['jobs', name], { name, namespace }));
  return [...services, ...jobs];
}

function invalid(path: readonly string[], fields: Readonly<Record<string, string>>): Problem[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    const longest = field === 'name' ? longestName : 63;
    if (field === 'name' && reserved.has(value)) {
      const rule = 'this name belongs to an object that every namespace has';
      return [{ path: [...path, field], value, rule, remedy: 'rename it, for example to `orders`' }];
    }
    if (dnsLabel.test(value) && value.length <= longest) {
      return [];
    }
    const rule = `a ${field} is a DNS label: lower-case letters, digits and dashes, starting with a letter, at most ${longest} characters`;
    return [{ path: [...path, field], value, rule, remedy: 'rename it, for example to `orders`' }];
  });
}
