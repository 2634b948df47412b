import { chmodSync, mkdirSync } from 'node:fs';

/** Folder of Terraform's state, where it is kept on this machine. */
export const stateFolder = 'state';

/** Makes a folder that only this user reads, also where Terraform has made it before: there are keys in the state. */
export function keepPrivate(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
}
