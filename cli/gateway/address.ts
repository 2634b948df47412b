import { InputError } from '../../lib/input/input-error';
import type { Settings } from '../../stacks/settings';
import type { GatewayAddress } from './ask';

/**
 * Where the gateway listens.
 * @param option what the user says: a name or IP address, with a port of http where it is not 80
 * @throws InputError if nobody knows, or if it is no address
 */
export function gatewayAddress({ target, ports }: Settings, option: string | undefined): GatewayAddress {
  if (option === undefined) {
    if (target === 'existing') {
      throw badAddress(undefined);
    }
    return { address: '127.0.0.1', ...ports };
  }
  const text = /^https?:\/\//.test(option) ? option : `http://${option}`;
  if (!URL.canParse(text)) {
    throw badAddress(option);
  }
  const { protocol, hostname, port, pathname } = new URL(text);
  if (pathname !== '/') {
    throw badAddress(option);
  }
  const own = port === '' ? undefined : Number(port);
  const address = hostname.replace(/^\[|\]$/g, '');
  return protocol === 'https:' ? { address, http: 80, https: own ?? 443 } : { address, http: own ?? 80, https: 443 };
}

function badAddress(value: string | undefined): InputError {
  const rule = 'the address of the gateway is known: a name or an IP address, and a port where it is not the usual one';
  const remedy = 'write it like `--gateway 192.0.2.7` or `--gateway http://192.0.2.7:8080`';
  return new InputError([{ file: '--gateway', path: [], value, rule, remedy }]);
}
