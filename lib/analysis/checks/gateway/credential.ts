import { indexBy } from '../../inventory/index-by';
import type { Manifest } from '../../manifest/manifest';
import type { Check } from '../check';
import { mention, mentions } from '../mention';
import { namesOfMadeSecrets } from './made-secrets';
import { credentialFault, isForServers } from './secret';
import { allServers, type PlacedServer, writtenPods } from './servers';

/**
 * Secrets are seldom written down, so one that is in none of the files is a finding only where other
 * certificates of gateways are; one that is there has to be right, and where the gateway looks for it.
 */
export const credential: Check = {
  code: 'IST0161',
  aliases: ['IST0101'],
  level: 'error',
  title: 'The certificate of a gateway is where it looks, complete, and in force',
  reason:
    'A server without its certificate does not open: connections to its port are refused or reset. Of one that has run out clients want nothing to know.',
  remedy: 'put a Secret of type kubernetes.io/tls into the namespace of the gateway’s pods',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0161/',
  *find(inventory, now) {
    const secrets = indexBy(inventory.ofKind('', 'Secret'), ({ name }) => name);
    const made = namesOfMadeSecrets(inventory);
    const servers = allServers(inventory).filter(({ server }) => server.tls?.credentialName !== undefined);
    const used = new Set(servers.map(secretName));
    // Where a certificate stands beside the pods of a gateway, it is for one of its servers.
    const certified = new Set(
      inventory
        .ofKind('', 'Secret')
        .filter(isForServers)
        .map(({ namespace }) => namespace),
    );
    const isUsedOne = [...secrets.keys(), ...made].some((name) => used.has(name));
    for (const placed of servers) {
      const { gateway, server, path } = placed;
      const name = secretName(placed);
      const found = secrets.get(name) ?? [];
      const separate = secrets.has(`${name}-cacert`);
      const areWritten = isUsedOne || placed.pods.some(({ namespace }) => certified.has(namespace));
      const isMissing = areWritten && found.length === 0 && !made.has(name);
      const isMutual = server.tls?.mode === 'MUTUAL' && !separate;
      const fault = found.length === 0 ? undefined : faultOf(placed, found, isMutual, now);
      const message = isMissing ? `Secret ${name} is in none of the files, and certificates for gateways are` : fault;
      if (message !== undefined) {
        yield {
          manifest: gateway.manifest,
          path: [...path, 'tls', 'credentialName'],
          message,
        };
      }
    }
  },
};

function secretName({ server }: PlacedServer): string {
  const reference = server.tls?.credentialName?.replace(/^kubernetes:\/\//, '') ?? '';
  return reference.split('/').at(-1) ?? '';
}

function faultOf(
  placed: PlacedServer,
  secrets: readonly Manifest[],
  isMutual: boolean,
  now: string | undefined,
): string | undefined {
  const namespaces = [...new Set(writtenPods(placed).map(({ namespace }) => namespace))];
  const isPlain = placed.server.tls?.credentialName?.includes('/') === false;
  const near = secrets.filter(({ namespace }) => namespaces.length === 0 || namespaces.includes(namespace));
  const [secret] = isPlain ? near : secrets;
  if (secret === undefined) {
    return `the gateway’s pods look for it in ${namespaces.join(' and ')}, and there is ${mentions(secrets)}`;
  }
  const fault = credentialFault(secret, isMutual, now);
  return fault === undefined ? undefined : `${mention(secret)} ${fault}`;
}
