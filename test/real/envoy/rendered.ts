import { parseAllDocuments } from 'yaml';
import * as z from 'zod';
import { check } from '../../../lib/model/check';
import type { Mesh } from '../../../lib/model/mesh';
import { rendered } from '../../support/render';
import { DestinationRule, EnvoyFilter, Service, Telemetry, VirtualService } from './istio-objects';

/** What istiod would read of a mesh to configure its proxies. */
export interface IstioObjects {
  readonly services: readonly Service[];
  readonly destinationRules: readonly DestinationRule[];
  readonly virtualServices: readonly VirtualService[];
  readonly envoyFilters: readonly EnvoyFilter[];
  readonly telemetries: readonly Telemetry[];
}

const Kind = z.looseObject({ kind: z.string() });

/** Renders a mesh to YAML, and reads the YAML as istiod would. */
export function istioObjects(mesh: Mesh): IstioObjects {
  const problems = check(mesh);
  if (problems.length > 0) {
    throw new Error(`a test renders a mesh that is refused: ${JSON.stringify(problems)}`);
  }
  const texts = rendered(mesh, { sampling: 1, access: false });
  const documents = texts.flatMap((text) => parseAllDocuments(text).map((document) => Kind.parse(document.toJS())));
  const all = <T>(kind: string, schema: z.ZodType<T>): T[] => {
    return documents.filter((document) => document.kind === kind).map((found) => schema.parse(found));
  };
  return {
    services: all('Service', Service),
    destinationRules: all('DestinationRule', DestinationRule),
    virtualServices: all('VirtualService', VirtualService),
    envoyFilters: all('EnvoyFilter', EnvoyFilter),
    telemetries: all('Telemetry', Telemetry),
  };
}
