import { change } from '../change';
import type { Drill } from '../drill';
import { edited, editedItems, itemsIn } from '../edit';
import { releaseName } from '../../verify/release-name';
import { pinned, plain } from '../requests';
import { networkPolicyOf } from '../scene';

/** A name of a port that says the wrong protocol. */
export const wrongPortName: Drill = {
  name: 'wrong-port-name',
  breaks: 'A port of a Service is called tcp, so that no rule of HTTP applies to it: neither pins nor lanes.',
  prediction: { by: 'check', codes: ['LAB066'] },
  changes: ({ callee }) => [
    change(callee.service.manifest, (content) =>
      editedItems(content, ['spec', 'ports'], (port) => {
        const rest = Object.entries(port).filter(([key]) => key !== 'appProtocol');
        return { ...Object.fromEntries(rest), name: 'tcp-web' };
      }),
    ),
  ],
  symptom: (scene) =>
    pinned(
      scene,
      40,
      { kind: 'release', release: releaseName(scene.callee.stable) },
      'requests that ask for canaries leave their lane: a canary’s call is answered by stable',
    ),
  fix: 'call the port http, or say `appProtocol: http`',
};

/** What a caller's proxy is not told of is not there. */
export const calleeOutOfScope: Drill = {
  name: 'callee-out-of-scope',
  breaks: 'With REGISTRY_ONLY, the Sidecar of a caller does not list the service that it calls.',
  prediction: { by: 'check', codes: ['LAB024'] },
  changes: ({ inventory, entry, callee }) => {
    const scope = inventory.sidecarOf(entry.canary)?.manifest;
    return scope === undefined
      ? []
      : [
          change(scope, (content) =>
            editedItems(content, ['spec', 'egress'], (egress) =>
              edited(egress, ['hosts'], (hosts) => {
                const all = Array.isArray(hosts) ? hosts.map(String) : [];
                const others = all.filter((host) => !host.endsWith(callee.service.host));
                return others.length > 0 ? others : ['./*'];
              }),
            ),
          ),
        ];
  },
  symptom: (scene) =>
    plain(
      scene,
      10,
      { kind: 'status', statuses: [500, 502, 503] },
      'every request fails at its second hop: the caller’s proxy closes the connection',
    ),
  fix: 'add the host to `egress.hosts` of the Sidecar; a declared call renders it',
};

/** Who may not ask for names reaches nobody. */
export const noDns: Drill = {
  name: 'network-policy-without-dns',
  breaks: 'The NetworkPolicy of a caller forgets DNS.',
  prediction: { by: 'check', codes: ['LAB087'] },
  changes: (scene) => {
    const policy = networkPolicyOf(scene, scene.entry);
    return policy === undefined
      ? []
      : [
          change(policy, (content) =>
            editedItems(content, ['spec', 'egress'], (rule) =>
              itemsIn(rule['ports']).some(({ port }) => port === 53) ? undefined : rule,
            ),
          ),
        ];
  },
  symptom: (scene) =>
    plain(
      scene,
      3,
      { kind: 'outage', statuses: [500, 503, 504] },
      'requests wait, and fail: the callee’s name is not found',
    ),
  fix: 'let pods ask kube-system at port 53, by UDP and TCP',
};

/** A port is changed on one side. */
export const wrongNetworkPort: Drill = {
  name: 'network-policy-wrong-port',
  breaks: 'The NetworkPolicy of a service lets callers in at a port that is not the service’s.',
  prediction: { by: 'check', codes: ['LAB019'] },
  changes: (scene) => {
    const { service, canary } = scene.callee;
    const policy = networkPolicyOf(scene, scene.callee);
    const own = canary.containers.flatMap(({ ports }) => ports).map(({ containerPort }) => containerPort);
    return policy === undefined || service.ports.length === 0
      ? []
      : [
          change(policy, (content) =>
            editedItems(content, ['spec', 'ingress'], (rule) =>
              edited(rule, ['ports'], (ports) =>
                itemsIn(ports).map((port) =>
                  typeof port['port'] === 'number' && own.includes(port['port'])
                    ? { ...port, port: port['port'] + 1 }
                    : port,
                ),
              ),
            ),
          ),
        ];
  },
  symptom: (scene) =>
    plain(
      scene,
      4,
      { kind: 'outage', statuses: [500, 503, 504] },
      'requests wait for a connection at their second hop, and fail',
    ),
  fix: 'write the port of the container, not of the Service',
};
