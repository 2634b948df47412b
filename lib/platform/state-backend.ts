import { GcsBackend, HttpBackend, LocalBackend, PgBackend, S3Backend, type TerraformStack } from 'cdktf';
import { oldestTerraform } from './terraform-version';

/**
 * Where Terraform keeps its state. Credentials are never part of it: each backend reads them from
 * its usual environment (AWS_*, GOOGLE_*, PG_CONN_STR, TF_HTTP_USERNAME and TF_HTTP_PASSWORD).
 */
export type StateBackend =
  | { readonly backend: 'local' }
  | { readonly backend: 's3'; readonly bucket: string; readonly region: string; readonly prefix: string }
  | { readonly backend: 'gcs'; readonly bucket: string; readonly prefix: string }
  | { readonly backend: 'pg'; readonly prefix: string }
  | { readonly backend: 'http'; readonly address: string };

/** Gives a stack its own place in the backend, and asks for a Terraform that knows it. */
export function storeState(stack: TerraformStack, state: StateBackend): void {
  const name = stack.node.id;
  stack.addOverride('terraform.required_version', `>= ${oldestTerraform(state.backend)}`);
  switch (state.backend) {
    case 'local':
      // Relative to cdktf.out/stacks/<stack>: the default is absolute, and differs on each machine.
      new LocalBackend(stack, { path: `../../../state/${name}.tfstate` });
      return;
    case 's3':
      new S3Backend(stack, {
        bucket: state.bucket,
        region: state.region,
        key: `${state.prefix}/${name}.tfstate`,
        encrypt: true,
      });
      stack.addOverride('terraform.backend.s3.use_lockfile', true);
      return;
    case 'gcs':
      new GcsBackend(stack, { bucket: state.bucket, prefix: `${state.prefix}/${name}` });
      return;
    case 'pg':
      new PgBackend(stack, { connStr: '', schemaName: `${state.prefix}_${name}` });
      // The connection string holds a password; Terraform takes it from PG_CONN_STR.
      stack.addOverride('terraform.backend.pg.conn_str', undefined);
      return;
    case 'http':
      new HttpBackend(stack, {
        address: `${state.address}/${name}`,
        lockAddress: `${state.address}/${name}/lock`,
        unlockAddress: `${state.address}/${name}/lock`,
      });
  }
}
