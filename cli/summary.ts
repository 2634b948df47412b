import { contextOf, type Settings } from '../stacks/settings';

/** What was rendered, and what to do with it next. */
export function summary(files: readonly string[], settings: Settings): string {
  const isKind = settings.target === 'kind';
  const stacks = isKind ? 'cluster platform observability' : 'platform observability';
  return [
    `Rendered ${files.length} files:`,
    ...files.map((file) => `  ${file}`),
    '',
    `Next: bring it up (needs ${isKind ? 'Docker, ' : ''}Terraform and kubectl), or read the files.`,
    `  npx cdktf deploy ${stacks}`,
    `  kubectl apply --server-side -f dist/ --kubeconfig ${settings.cluster.kubeconfig} --context ${contextOf(settings)}`,
  ].join('\n');
}
