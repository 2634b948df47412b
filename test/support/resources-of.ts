import { App, TerraformStack, Testing } from 'cdktf';
import * as z from 'zod';

const Stack = z.object({
  resource: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
  terraform: z.record(z.string(), z.unknown()).default({}),
  output: z.record(z.string(), z.unknown()).default({}),
});

/** The Terraform JSON of what is built in a stack called `test`. */
export function stackOf(build: (stack: TerraformStack) => unknown): z.output<typeof Stack> {
  const stack = new TerraformStack(Testing.stubVersion(new App({ stackTraces: false })), 'test');
  build(stack);
  return Stack.parse(JSON.parse(Testing.synth(stack)));
}

/** The resources of a type in it, without what cdktf notes for itself. */
export function resourcesOf(type: string, build: (stack: TerraformStack) => unknown): Record<string, unknown>[] {
  return Object.values(stackOf(build).resource[type] ?? {}).map((resource) =>
    Object.fromEntries(Object.entries(resource).filter(([name]) => name !== '//')),
  );
}
