/** An address of IPv4 or IPv6. */
function isAddress(text: string): boolean {
  return isV4(text) || isV6(text.replace(/%.+$/, ''));
}

/** An address, or a range of them with the length of its prefix: `10.0.0.0/8`. */
export function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  if (bits === undefined) {
    return isAddress(text);
  }
  const most = isV4(address) ? 32 : isV6(address) ? 128 : -1;
  return more.length === 0 && /^(0|[1-9]\d*)$/.test(bits) && Number(bits) <= most;
}

function isV4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** Eight groups, or fewer around `::`; the last two may be written as an address of IPv4. */
function isV6(text: string): boolean {
  const halves = text.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const groups = halves.flat();
  const last = halves.at(-1)?.at(-1) ?? '';
  const tail = last.includes('.') ? [last] : [];
  const count = groups.length + tail.length;
  return (
    text.includes(':') &&
    (halves.length === 1 ? count === 8 : halves.length === 2 && count < 8) &&
    tail.every(isV4) &&
    groups.slice(0, groups.length - tail.length).every((group) => /^[\da-f]{1,4}$/i.test(group))
  );
}
