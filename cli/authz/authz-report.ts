import type { Inventory } from '../../lib/analysis/inventory/inventory';
import { authorization, type AuthorizationQuery } from './authz';
import { authorizationTable } from './authz-table';
import type { Overview } from '../analysis/report';
import { counted } from '../../lib/canary/format';

/** Who may call whom, for people and programs. Whether they should is not ours to judge: all is fine. */
export function authorizationReport(inventory: Inventory, query: AuthorizationQuery): Overview {
  const report = authorization(inventory, query);
  const { pairs, denied } = report;
  const calls = pairs.filter(({ isMetrics }) => !isMetrics);
  const open = calls.filter(({ verdict }) => verdict !== 'denied');
  return {
    json: { pairs, denied },
    text: authorizationTable(report, query),
    isFine: true,
    summary: `${open.length} of ${counted(calls.length + denied, 'pair')} of caller and callee may speak`,
  };
}
