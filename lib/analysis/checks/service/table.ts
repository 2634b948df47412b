import type { Check } from '../check';
import { appProtocol } from './app-protocol';
import { externalNamePort } from './external-name-port';
import { portName } from './port-name';
import { protocolConflict } from './protocol-conflict';
import { selectedPods } from './selected-pods';
import { targetPort } from './target-port';

/** What Services keep. */
export const serviceChecks: readonly Check[] = [
  portName,
  appProtocol,
  externalNamePort,
  protocolConflict,
  targetPort,
  selectedPods,
];
