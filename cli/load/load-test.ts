import { isIP } from 'node:net';
import { InputError } from '../../lib/input/input-error';
import type { LocatedProblem } from '../../lib/input/source';
import type { AddressEntrance, Entrance } from '../../lib/load/entrance';
import { judged } from '../../lib/load/judge';
import { type LoadTest, loadTestOf } from '../../lib/load/load-test';
import { type LoadProfileName, loadProfiles } from '../../lib/load/profile';
import { entranceInCluster, loadManifest } from '../../stacks/load-chart';
import type { Settings } from '../../stacks/settings';
import { clusterOptions } from '../next-commands';
import { loadScript, runK6 } from './k6';
import { checkListening } from './listening';
import { type Lab, readLab } from '../read/read-lab';
import { loadTable } from './load-table';
import { print } from '../print';

export interface LoadOptions {
  readonly gateway?: string;
  readonly job?: boolean;
  readonly json?: boolean;
}

/**
 * Sends the load and prints what came of it, or prints a Job that does it inside the cluster.
 * @throws InputError if nobody listens at the gateway, or there is no k6
 */
export async function loadTest(profile: LoadProfileName, options: LoadOptions): Promise<void> {
  const lab = readLab(process.env);
  if (options.job === true) {
    print(jobOf(lab, profile));
    return;
  }
  const entrance = entranceOf(lab.settings, options.gateway);
  await checkListening(entrance);
  const summary = judged(runK6(testOf(lab, profile, entrance), clusterOptions(lab.settings)));
  print(options.json === true ? JSON.stringify(summary, undefined, 2) : loadTable(summary));
  process.exitCode = summary.verdict === 'PASS' ? 0 : 1;
}

function testOf({ mesh }: Lab, name: LoadProfileName, entrance: Entrance): LoadTest {
  return loadTestOf({ mesh, name, profile: loadProfiles[name], entrance });
}

function jobOf(lab: Lab, profile: LoadProfileName): string {
  if (lab.settings.httpsRedirect) {
    const rule =
      'inside the cluster the load comes by http: TLS would need the name of the host to lead to the gateway';
    const remedy = 'leave out --job and run it from here, or set httpsRedirect to false';
    throw new InputError([
      { file: process.env['LAB_SETTINGS'] ?? 'settings.yaml', path: ['httpsRedirect'], value: true, rule, remedy },
    ]);
  }
  return loadManifest({
    profile,
    test: testOf(lab, profile, entranceInCluster),
    script: loadScript(),
    mirrors: lab.settings.mirrors,
  }).trimEnd();
}

function entranceOf({ target, ports }: Settings, gateway: string | undefined): AddressEntrance {
  if (gateway !== undefined) {
    return entranceAt(gateway);
  }
  if (target === 'existing') {
    throw new InputError([badGateway(undefined)]);
  }
  return { scheme: 'https', address: `127.0.0.1:${ports.https}` };
}

function entranceAt(text: string): AddressEntrance {
  const { protocol, hostname, port, pathname } = new URL(URL.canParse(text) ? text : 'none:');
  const scheme = protocol === 'https:' ? 'https' : 'http';
  const isAddress = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
  if (protocol !== `${scheme}:` || !isAddress || pathname !== '/') {
    throw new InputError([badGateway(text)]);
  }
  // A URL drops the port that is the usual one.
  return { scheme, address: `${hostname}:${port || (scheme === 'https' ? 443 : 80)}` };
}

function badGateway(value: string | undefined): LocatedProblem {
  const rule = 'the address of the gateway is known: scheme and IP address, and a port where it is not the usual one';
  return { file: '--gateway', path: [], value, rule, remedy: 'write it like `--gateway https://192.0.2.7`' };
}
