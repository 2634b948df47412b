import * as z from 'zod';
import { oldestTerraform } from '../../lib/platform/terraform-version';
import type { Settings } from '../../stacks/settings';
import { type Examination, examiner, links } from './examination';

const versionOutput = z.object({ terraform_version: z.string() });

/** What `terraform version -json` says, also with warnings of its configuration before it; nothing if it is something else. */
export function readTerraformVersion(text: string): string | undefined {
  try {
    return versionOutput.safeParse(JSON.parse(text.slice(text.indexOf('{\n')))).data?.terraform_version;
  } catch {
    return undefined;
  }
}

const { ok, problem } = examiner('terraform');

/** @param version nothing if it does not say */
export function examineTerraform(
  version: string | undefined,
  binary: string,
  backend: Settings['state']['backend'],
): Examination {
  const title = 'Terraform or OpenTofu is new enough';
  const oldest = oldestTerraform(backend);
  const remedy = `install ${oldest} or newer, or name another by TERRAFORM_BINARY_NAME, for example \`tofu\``;
  if (version === undefined) {
    return problem(title, `${binary} does not say which version it is`, remedy, links.needs);
  }
  const found = `${binary} ${version}`;
  const because = backend === 's3' ? `; the state in s3 needs ${oldest}` : `; needed is ${oldest}`;
  return isOlder(version, oldest) ? problem(title, `${found}${because}`, remedy, links.needs) : ok(title, found);
}

/** Whether a version comes before another; what stands behind a dash counts for nothing. */
export function isOlder(version: string, than: string): boolean {
  const numbers = (text: string): number[] => (text.replace(/^v/, '').split(/[-+]/, 1)[0] ?? '').split('.').map(Number);
  const one = numbers(version);
  const other = numbers(than);
  const difference = other.map((number, index) => (one[index] ?? 0) - number).find((distance) => distance !== 0);
  return (difference ?? 0) < 0;
}
