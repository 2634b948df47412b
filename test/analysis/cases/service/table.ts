import type { CheckCases } from '../../check-cases';
import { appProtocol } from './app-protocol';
import { externalNamePort } from './external-name-port';
import { portName } from './port-name';
import { protocolConflict } from './protocol-conflict';
import { selectedPods } from './selected-pods';
import { targetPort } from './target-port';

export const serviceCases: readonly CheckCases[] = [
  portName,
  appProtocol,
  externalNamePort,
  protocolConflict,
  targetPort,
  selectedPods,
];
