import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { goBuild, type GoProgram } from './go-build';

type ControlPlaneProgram = Omit<GoProgram, 'why' | 'otherwise'>;

/**
 * A part of the Kubernetes control plane: from the folder KUBEBUILDER_ASSETS, as every user of envtest knows it, or built.
 * A folder that lacks the program is a mistake to tell, not one to paper over with another version.
 */
export async function controlPlaneProgram(program: ControlPlaneProgram): Promise<string> {
  const assets = process.env['KUBEBUILDER_ASSETS'];
  if (!assets) {
    return goBuild({
      ...program,
      why: 'to check the rendered YAML against a real Kubernetes API server',
      otherwise: 'set KUBEBUILDER_ASSETS to a folder that holds kube-apiserver and etcd',
    });
  }
  const binary = join(assets, program.name);
  if (!existsSync(binary)) {
    throw new Error(`KUBEBUILDER_ASSETS is ${assets}, which holds no ${program.name}`);
  }
  return binary;
}
