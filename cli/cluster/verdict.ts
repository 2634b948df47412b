import * as z from 'zod';
import type { ApiResponse } from './api-server';
import { type KubeObject, kubeObject } from './kube-object';

/** A field that somebody else owns and holds at another value. */
export interface Conflict {
  /** Field manager that owns it, such as `kubectl-edit`. */
  readonly manager: string;
  /** Path of the field, such as `.spec.http`. */
  readonly field: string;
}

/** What the server says to a request about one object. */
export interface Verdict {
  readonly status: number;
  readonly warnings: readonly string[];
  /** The object as the server has it now. @default - it refused, or has no such object */
  readonly object?: KubeObject;
  /** Why it refused. */
  readonly message?: string;
  /** Why a server-side apply was refused with 409; empty if the object changed since it was read. */
  readonly conflicts: readonly Conflict[];
}

const refusal = z.object({
  message: z.string().default('no reason given'),
  details: z
    .object({
      causes: z
        .array(
          z.object({ reason: z.string().optional(), message: z.string().optional(), field: z.string().optional() }),
        )
        .default([]),
    })
    .optional(),
});

export function verdictOf({ status, warnings, text }: ApiResponse): Verdict {
  if (status < 300) {
    const found = kubeObject.safeParse(jsonOf(text));
    return found.success
      ? { status, warnings, object: found.data, conflicts: [] }
      : { status, warnings, conflicts: [] };
  }
  const { data } = refusal.safeParse(jsonOf(text));
  const causes = data?.details?.causes ?? [];
  const conflicts = causes
    .filter(({ reason }) => reason === 'FieldManagerConflict')
    .map(({ message = '', field = '' }) => ({ manager: /"([^"]*)"/.exec(message)?.[1] ?? message, field }));
  return { status, warnings, message: data?.message ?? text.slice(0, 500), conflicts };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
