import type { FieldPath } from '../../../manifest/manifest';
import type { HttpRoute, VirtualService } from '../../../views/virtual-service';
import type { SchemaRule } from './rule';

interface Fault {
  readonly path: FieldPath;
  readonly message: string;
}

/** Every VirtualService has routes, and each route does exactly one thing. */
export const routeAction: SchemaRule = function* find({ virtualServices }) {
  for (const route of virtualServices) {
    for (const fault of faultsOf(route)) {
      yield { manifest: route.manifest, ...fault, remedy: 'give each route one of route, redirect, directResponse' };
    }
  }
};

function* faultsOf({ spec }: VirtualService): Generator<Fault> {
  const { http, tcp, tls } = spec;
  if (http.length + tcp.length + tls.length === 0) {
    yield { path: ['spec'], message: 'there is neither http nor tcp nor tls, so no request has a way' };
  }
  for (const [index, rule] of http.entries()) {
    const message = faultOfHttp(rule);
    if (message !== undefined) {
      yield { path: ['spec', 'http', index], message };
    }
  }
  for (const [protocol, rules] of Object.entries({ tcp, tls })) {
    for (const [index, { route }] of rules.entries()) {
      if (route.length === 0) {
        yield { path: ['spec', protocol, index], message: 'the route has no destination' };
      }
    }
  }
  for (const [index, { match }] of tls.entries()) {
    if (match.length === 0 || match.some(({ sniHosts }) => sniHosts.length === 0)) {
      yield { path: ['spec', 'tls', index], message: 'a TLS route has to match sniHosts in each match' };
    }
  }
}

function faultOfHttp({ route, redirect, directResponse, delegate, fault, rewrite }: HttpRoute): string | undefined {
  const actions = Object.entries({ redirect, directResponse, delegate }).filter(([, action]) => action !== undefined);
  const names = [...(route.length > 0 ? ['route'] : []), ...actions.map(([name]) => name)];
  if (names.length === 0) {
    return 'the route has neither route nor redirect nor directResponse nor delegate, so its requests get 404';
  }
  if (names.length > 1) {
    return `the route has ${names.join(' and ')}, of which it may have one`;
  }
  const beside = fault === undefined ? (rewrite === undefined ? undefined : 'rewrite') : 'fault';
  const answers = redirect !== undefined || directResponse !== undefined;
  return answers && beside !== undefined ? `${beside} can't stand beside ${names.join()}` : undefined;
}
