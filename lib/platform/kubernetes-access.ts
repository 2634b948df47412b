import { HelmProvider } from '@cdktf/provider-helm/lib/provider';
import { KubernetesProvider } from '@cdktf/provider-kubernetes/lib/provider';
import type { TerraformStack } from 'cdktf';

/** A cluster, as kubectl names it. */
export interface KubeContext {
  /** Path of the kubeconfig file, or a Terraform expression for one. */
  readonly kubeconfigPath: string;
  readonly context: string;
}

/**
 * The providers of a stack that talks to a cluster. They read a kubeconfig file instead of another
 * stack's outputs, so no credential passes through Terraform state.
 */
export function accessKubernetes(stack: TerraformStack, { kubeconfigPath, context }: KubeContext): void {
  new KubernetesProvider(stack, 'kubernetes', { configPath: kubeconfigPath, configContext: context });
  new HelmProvider(stack, 'helm', { kubernetes: { configPath: kubeconfigPath, configContext: context } });
}
