import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kubeApiserver } from '../parts/kube-apiserver';
import { freePort } from '../parts/port';
import { Program } from '../parts/program';
import { Connection, type Endpoint } from './connection';

interface ApiServer {
  readonly program: Program;
  readonly endpoint: Endpoint;
  readonly connection: Connection;
}

/** Starts an API server on 127.0.0.1 with the admission of a real cluster, and connects to it as an administrator. */
export async function startApiServer(databaseUrl: string): Promise<ApiServer> {
  const port = await freePort();
  const token = randomBytes(32).toString('hex');
  const command = [
    await kubeApiserver(),
    `--etcd-servers=${databaseUrl}`,
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    `--secure-port=${port}`,
    '--cert-dir=certificates',
    // The Service `kubernetes` may not point at a loopback address.
    '--endpoint-reconciler-type=none',
    '--service-cluster-ip-range=10.96.0.0/16',
    '--service-account-issuer=https://kubernetes.default.svc',
    '--service-account-key-file=service-accounts.pem',
    '--service-account-signing-key-file=service-accounts.pem',
    '--token-auth-file=tokens.csv',
    '--authorization-mode=RBAC',
    // As in Kind: Pod Security has to refuse a privileged Pod, not a flag.
    '--allow-privileged',
  ];
  const program = new Program('kube-apiserver', command, {
    files: {
      'tokens.csv': `${token},mesh-lab,mesh-lab,system:masters\n`,
      'service-accounts.pem': signingKey(),
    },
  });
  const endpoint = (): Endpoint => {
    // The server signs its certificate itself, while it starts.
    const ca = readFileSync(join(program.folder, 'certificates', 'apiserver.crt'), 'utf8');
    return { url: `https://127.0.0.1:${port}`, ca, token };
  };
  await program.ready(async () => {
    const connection = new Connection(endpoint());
    const { status } = await connection.send('GET', '/readyz').finally(() => connection.close());
    return status === 200;
  });
  return { program, endpoint: endpoint(), connection: new Connection(endpoint()) };
}

function signingKey(): string {
  return generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'sec1', format: 'pem' },
  }).privateKey;
}
