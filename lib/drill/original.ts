import * as z from 'zod';
import { sorted } from '../verify/written';
import type { Subject } from './change';
import type { Content } from './edit';

/** An object as it was before a drill. */
export interface Original {
  readonly subject: Subject;
  /** @default - it was not there */
  readonly content?: Content | undefined;
  /** What the drill makes of it. @default - it takes it away */
  readonly broken?: Content | undefined;
}

const subject = z.object({ apiVersion: z.string(), kind: z.string(), namespace: z.string(), name: z.string() });
const content = z.record(z.string(), z.unknown()).optional();
const originals = z.array(z.object({ subject, content, broken: content }));

/** Originals as text that survives the process. */
export function textOf(all: readonly Original[]): string {
  return JSON.stringify(all);
}

/** @throws ZodError or SyntaxError if the text is nothing that `textOf` wrote */
export function originalsIn(text: string): readonly Original[] {
  return originals.parse(JSON.parse(text));
}

const metadata = z.looseObject({
  annotations: z.record(z.string(), z.string()).optional(),
  managedFields: z
    .array(z.looseObject({ manager: z.string().optional(), subresource: z.string().optional() }))
    .default([]),
});

/** What only a server writes: nobody can put it back, and nobody wants to. */
const ofServer = ['resourceVersion', 'uid', 'generation', 'creationTimestamp', 'selfLink', 'deletionTimestamp'];
/** Counts the rollouts of a Deployment: two more after a drill. */
const revision = 'deployment.kubernetes.io/revision';

/**
 * What is sent to put an object back: all that was there, and of the object as it is what only a server writes, so that
 * the write is for this very object. Who owned which field is put back too.
 * @param now the object as it is; nothing if it is gone
 */
export function restored(original: Content, now?: Content): Content {
  const before = metadata.parse(original['metadata']);
  const current = now === undefined ? undefined : metadata.parse(now['metadata']);
  const kept = Object.entries(before).filter(([key]) => !ofServer.includes(key));
  const own = Object.entries(current ?? {}).filter(([key]) => key === 'resourceVersion' || key === 'uid');
  const managedFields = [
    ...before.managedFields.filter(({ subresource }) => subresource === undefined),
    ...(current?.managedFields ?? []).filter(({ subresource }) => subresource !== undefined),
  ];
  const counted = current?.annotations?.[revision];
  const annotations = counted === undefined ? before.annotations : { ...before.annotations, [revision]: counted };
  return {
    ...Object.fromEntries(Object.entries(original).filter(([key]) => key !== 'status')),
    metadata: {
      ...Object.fromEntries(kept),
      ...(annotations === undefined ? {} : { annotations }),
      ...Object.fromEntries(own),
      managedFields,
    },
  };
}

/** Whether an object is as it was: every field of its writers, and who owns which. */
export function isAsBefore(original: Content, now: Content): boolean {
  return JSON.stringify(comparable(original, true)) === JSON.stringify(comparable(now, true));
}

/**
 * Whether an object is as a drill has left it, or as it was: everything else is somebody else's work, and not ours to
 * undo. Who owns its fields does not count.
 */
export function isOurs({ content: before, broken }: Original, now: Content | undefined): boolean {
  if (now === undefined) {
    return broken === undefined;
  }
  const values = JSON.stringify(comparable(now, false));
  return [before, broken].some((one) => one !== undefined && JSON.stringify(comparable(one, false)) === values);
}

function comparable(content: Content, withOwners: boolean): unknown {
  const { annotations, managedFields, ...rest } = metadata.parse(content['metadata']);
  const kept = Object.entries(rest).filter(([key]) => !ofServer.includes(key));
  const written = Object.entries(annotations ?? {}).filter(([key]) => key !== revision);
  const owners = managedFields.filter(
    ({ subresource, manager }) => withOwners && subresource === undefined && manager !== 'kube-controller-manager',
  );
  const fields = Object.entries(content).filter(([key]) => key !== 'status' && key !== 'metadata');
  return sorted({
    ...Object.fromEntries(fields),
    metadata: { ...Object.fromEntries(kept), annotations: Object.fromEntries(written), managedFields: owners },
  });
}
