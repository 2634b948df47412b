/** What a field of a message may hold here: a text, or a message that is encoded already. */
type Field = readonly [number: number, content: string | Uint8Array];

/** A message of protocol buffers, of fields that have a length. @see https://protobuf.dev/programming-guides/encoding/ */
export function message(...fields: readonly Field[]): Uint8Array {
  return Buffer.concat(
    fields.map(([number, content]) => {
      const bytes = Buffer.from(content);
      return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
    }),
  );
}

function varint(value: number): Uint8Array {
  return Buffer.from(value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)]);
}

/** A JSON object of texts and objects as a `google.protobuf.Struct`. */
export function struct(value: object): Uint8Array {
  return message(
    ...Object.entries(value).map(([key, one]: [string, unknown]): Field => {
      const content = typeof one === 'object' && one !== null ? message([5, struct(one)]) : message([3, String(one)]);
      return [1, message([1, key], [2, content])];
    }),
  );
}
