import type { Settings } from '../../stacks/settings';
import { gatewayAddress } from '../gateway/address';
import { chosenStages, type StageChoice, type StageName } from './stages';

/**
 * The stages to go through, once all is known that the last of them needs: nobody shall hear at the end that a word was
 * missing in the beginning.
 * @param gateway what the user says of the gateway's address
 * @throws InputError if the stage verify could not tell where the gateway listens
 */
export function agreedStages(choice: StageChoice, settings: Settings, gateway: string | undefined): StageName[] {
  const names = chosenStages(choice, settings);
  if (names.includes('verify')) {
    gatewayAddress(settings, gateway);
  }
  return names;
}
