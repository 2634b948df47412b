import { answer } from './answer';
import { authorizationRule } from './authorization-rule';
import { authorizationValue } from './authorization-value';
import { customAction } from './custom-action';
import { dryRun } from './dry-run';
import { egressHost } from './egress-host';
import { exportTo } from './export-to';
import { headerName } from './header-name';
import { portLevelMtls } from './port-level-mtls';
import { regularExpression } from './regular-expression';
import { retry } from './retry';
import { routeAction } from './route-action';
import { routeHost } from './route-host';
import type { SchemaRule } from './rule';
import { server } from './server';
import { serverCertificate } from './server-certificate';
import { serviceEntry } from './service-entry';
import { subset } from './subset';
import { targetReference } from './target-reference';
import { trafficPolicy } from './traffic-policy';
import { tagOverride } from './tag-override';
import { wasmModule } from './wasm-module';
import { waypointMatch } from './waypoint-match';
import { weight } from './weight';
import { workloadAddress } from './workload-address';

/** What istiod asks for beyond the schemas. */
export const schemaRules: readonly SchemaRule[] = [
  ...[routeAction, routeHost, weight, headerName, regularExpression, retry, answer],
  ...[subset, trafficPolicy],
  ...[server, serverCertificate],
  ...[serviceEntry, workloadAddress, egressHost, exportTo],
  ...[tagOverride, wasmModule, waypointMatch],
  ...[authorizationRule, authorizationValue, customAction, targetReference, portLevelMtls, dryRun],
];
