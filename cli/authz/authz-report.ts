import type { Inventory } from '../../lib/analysis/inventory/inventory';
import { authorization, type AuthorizationQuery } from './authz';
import { authorizationTable } from './authz-table';
import type { Report } from '../analysis/report';

/** Who may call whom, for people and programs. Whether they should is not ours to judge: all is fine. */
export function authorizationReport(inventory: Inventory, query: AuthorizationQuery): Report {
  const report = authorization(inventory, query);
  const { pairs, denied } = report;
  return { json: { pairs, denied }, text: authorizationTable(report, query), isFine: true };
}
