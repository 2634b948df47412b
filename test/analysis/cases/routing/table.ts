import type { CheckCases } from '../../check-cases';
import { ambiguousPort } from './ambiguous-port';
import { bypassedSubset } from './bypassed-subset';
import { claimsWithoutAuthentication } from './claims-without-authentication';
import { duplicateMatch } from './duplicate-match';
import { hostOutsideGateway } from './host-outside-gateway';
import { internalGateway } from './internal-gateway';
import { missingGateway } from './missing-gateway';
import { missingHost } from './missing-host';
import { missingSubset } from './missing-subset';
import { oldGatewayName } from './old-gateway-name';
import { repeatedDestination } from './repeated-destination';
import { sharedHost } from './shared-host';
import { singleWeight } from './single-weight';
import { unevenWeights } from './uneven-weights';
import { unknownExport } from './unknown-export';
import { unknownPort } from './unknown-port';
import { unreachableRule } from './unreachable-rule';
import { unservedDestination } from './unserved-destination';
import { unrootedPath } from './unrooted-path';
import { headlessSplit } from './headless-split';
import { idleHttpRules } from './idle-http-rules';
import { lostTries } from './lost-tries';
import { impatientCaller } from './impatient-caller';
import { multipliedTries } from './multiplied-tries';
import { repeatedWrites } from './repeated-writes';
import { idleSource } from './idle-source';
import { lostDelegate } from './lost-delegate';
import { port80Alone } from './port-80-alone';
import { rewrittenPath } from './rewritten-path';

export const routingCases: readonly CheckCases[] = [
  missingHost,
  missingGateway,
  missingSubset,
  unknownPort,
  ambiguousPort,
  singleWeight,
  repeatedDestination,
  unevenWeights,
  unservedDestination,
  sharedHost,
  oldGatewayName,
  internalGateway,
  hostOutsideGateway,
  unreachableRule,
  duplicateMatch,
  bypassedSubset,
  claimsWithoutAuthentication,
  unknownExport,
  unrootedPath,
  headlessSplit,
  idleHttpRules,
  lostTries,
  impatientCaller,
  multipliedTries,
  repeatedWrites,
  idleSource,
  lostDelegate,
  port80Alone,
  rewrittenPath,
];
