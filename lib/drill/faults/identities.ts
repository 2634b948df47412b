import { change, removal } from '../change';
import type { Drill } from '../drill';
import { edited, editedEverywhere, itemsIn, mappingIn } from '../edit';
import { pinned, plain } from '../requests';
import { callersPolicyOf } from '../scene';

const refused = { kind: 'status', statuses: [403] } as const;

/** Whoever refuses everything has to allow something. */
export const denyAllWithoutAllow: Drill = {
  name: 'deny-all-without-allow',
  breaks: 'The policy that lets the callers in is gone, and the one that refuses everybody is left.',
  prediction: { by: 'check', codes: ['LAB020'] },
  changes: (scene) => {
    const policy = callersPolicyOf(scene, scene.entry);
    return policy === undefined ? [] : [removal(policy)];
  },
  symptom: (scene) => plain(scene, 10, refused, 'every request is answered with 403, RBAC: access denied'),
  fix: 'apply the policy that allows before the one that refuses; rendered files have them in that order',
};

/** One word of an identity is wrong. */
export const wrongPrincipal: Drill = {
  name: 'wrong-principal',
  breaks: 'The policy for the callers names a service account that does not exist.',
  prediction: { by: 'check', codes: ['KIA0106'] },
  changes: (scene) => {
    const policy = callersPolicyOf(scene, scene.entry);
    return policy === undefined
      ? []
      : [
          change(policy, (content) =>
            editedEverywhere(content, 'principals', (names) =>
              Array.isArray(names) ? names.map((name: unknown) => `${String(name)}-account`) : names,
            ),
          ),
        ];
  },
  symptom: (scene) => plain(scene, 10, refused, 'every request is answered with 403, RBAC: access denied'),
  fix: 'write the identity as the caller has it: cluster.local/ns/NAMESPACE/sa/SERVICE-ACCOUNT',
};

/** A DestinationRule turns off what the callee asks for. */
export const plaintextToStrict: Drill = {
  name: 'plaintext-to-strict',
  breaks: 'A DestinationRule turns mutual TLS off for a service that takes nothing else.',
  prediction: { by: 'check', codes: ['KIA0207'] },
  changes: ({ entry }) => [
    change(entry.destination, (content) =>
      edited(content, ['spec', 'trafficPolicy', 'tls'], () => ({ mode: 'DISABLE' })),
    ),
  ],
  symptom: (scene) =>
    plain(
      scene,
      10,
      { kind: 'status', statuses: [503] },
      'every request is answered with 503: the connection is reset',
    ),
  fix: 'leave `tls` out: proxies find out by themselves who speaks mutual TLS',
};

/** Pods are restarted in a namespace that has lost its label. */
export const strictBeforeInjection: Drill = {
  name: 'strict-before-injection',
  breaks:
    'A namespace loses its label for injection, its pods are restarted without sidecars, and their callee is STRICT.',
  prediction: { by: 'check', codes: ['IST0102'] },
  changes: ({ entry: { canary } }) => [
    change({ apiVersion: 'v1', kind: 'Namespace', namespace: '', name: canary.namespace }, (content) =>
      edited(content, ['metadata', 'labels'], withoutInjection),
    ),
    change(canary.manifest, (content) =>
      edited(content, ['spec', 'template', 'metadata', 'annotations'], (annotations) => ({
        ...mappingIn(annotations),
        'mesh-lab/drill': 'restarted',
      })),
    ),
  ],
  symptom: (scene) =>
    pinned(
      scene,
      20,
      { kind: 'status', statuses: [500, 502, 503] },
      'every request for the canary fails: its process calls in plaintext, and is reset',
    ),
  fix: 'label the namespace (`istio-injection: enabled`), restart the pods, and only then make it STRICT',
};

function withoutInjection(labels: unknown): unknown {
  return Object.fromEntries(Object.entries(mappingIn(labels)).filter(([key]) => key !== 'istio-injection'));
}

/** The gateway's certificates ran out. */
export const expiredCertificate: Drill = {
  name: 'expired-certificate',
  breaks: 'The certificates of the gateway have expired.',
  prediction: { by: 'verify', because: 'files do not know what day it is; every request over https does' },
  changes: ({ inventory, gateway }, certificates) =>
    inventory.gateways
      .filter(({ spec }) => Object.entries(spec.selector).every(([key, value]) => gateway.labels[key] === value))
      .filter(({ spec }) => spec.servers.some(({ tls }) => tls?.credentialName !== undefined))
      .flatMap(({ manifest, spec }) => {
        const name = `${manifest.name}-expired`;
        const host = spec.servers.flatMap(({ hosts }) => hosts)[0] ?? 'localhost';
        const { cert, key } = certificates.expired(host);
        const secret = { apiVersion: 'v1', kind: 'Secret', namespace: gateway.namespace, name };
        const content = { type: 'kubernetes.io/tls', stringData: { 'tls.crt': cert, 'tls.key': key } };
        return [
          { subject: secret, mutate: () => ({ ...headOf(secret), ...content }) },
          change(manifest, (gatewayContent) => withCredential(gatewayContent, name)),
        ];
      }),
  symptom: ({ host }) => ({
    scheme: 'https',
    host,
    headers: {},
    requests: 5,
    look: { kind: 'certificate', reason: 'expired' },
    shows: 'whoever checks certificates gets none of the pages over https: certificate has expired',
  }),
  fix: 'make a new certificate (`npx cdktf deploy platform` renews it); gateways take it without a restart',
};

function headOf({
  apiVersion,
  kind,
  namespace,
  name,
}: {
  apiVersion: string;
  kind: string;
  namespace: string;
  name: string;
}) {
  return { apiVersion, kind, metadata: { name, namespace } };
}

function withCredential(content: Parameters<typeof edited>[0], name: string): Parameters<typeof edited>[0] {
  return edited(content, ['spec', 'servers'], (servers) =>
    itemsIn(servers).map((server) =>
      mappingIn(server['tls'])['credentialName'] === undefined
        ? server
        : edited(server, ['tls', 'credentialName'], () => name),
    ),
  );
}
