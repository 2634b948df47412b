import { dirname, resolve } from 'node:path';
import { InputError } from '../../lib/input/input-error';
import { fileProblem } from '../file-error';
import { readBytes } from '../read/read-bytes';
import { type Entries, type Entry, placeOf } from './kubeconfig-entries';
import type { KubeconfigFile } from './kubeconfig-file';

/** Whom to trust, and who asks, as far as the file itself says: in place, or in files that it names. */
export interface Credentials {
  readonly ca: Buffer | undefined;
  readonly cert: Buffer | undefined;
  readonly key: Buffer | undefined;
  readonly token: string | undefined;
}

/**
 * Reads every file that counts, however the user logs in: others who read them later would not say in which line they are
 * named. What is written in place counts before a file, and a file with a token before a token.
 * @throws InputError for the first that can't be read
 */
export function credentialsOf(kubeconfig: KubeconfigFile, { cluster, user }: Entries): Credentials {
  const read = (entry: Entry<object>, field: string, file: string | undefined): Buffer | undefined =>
    file === undefined ? undefined : fileNamed(kubeconfig, entry, field, file);
  const bytes = (data: string | undefined) => (data === undefined ? undefined : Buffer.from(data, 'base64'));
  const { value } = user;
  return {
    ca:
      bytes(cluster.value['certificate-authority-data']) ??
      read(cluster, 'certificate-authority', cluster.value['certificate-authority']),
    cert: bytes(value['client-certificate-data']) ?? read(user, 'client-certificate', value['client-certificate']),
    key: bytes(value['client-key-data']) ?? read(user, 'client-key', value['client-key']),
    token: read(user, 'tokenFile', value.tokenFile)?.toString('utf8').trim() ?? value.token,
  };
}

/** Files are relative to the kubeconfig. */
function fileNamed(kubeconfig: KubeconfigFile, entry: Entry<object>, field: string, named: string): Buffer {
  const file = resolve(dirname(kubeconfig.file), named);
  try {
    return readBytes(file);
  } catch (error) {
    const problem = error instanceof InputError ? error.problems[0] : fileProblem(error);
    throw problem === undefined ? error : kubeconfig.problem(placeOf(entry, field), file, problem.rule, problem.remedy);
  }
}
