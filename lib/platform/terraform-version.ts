/**
 * The oldest Terraform or OpenTofu that does: `use_lockfile` of the backend s3 came with 1.10, the JSON of a plan with 1.5.
 * @param backend name of the backend of the state
 * @see https://developer.hashicorp.com/terraform/language/v1.10.x/backend/s3#state-locking
 */
export function oldestTerraform(backend: string): string {
  return backend === 's3' ? '1.10.0' : '1.5.0';
}
