import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWritable, saysFollow, writeSplits } from '../../../cli/canary/traffic-file';
import { InputError } from '../../../lib/input/input-error';
import type { Split } from '../../../lib/model/traffic';
import { tempFolder } from '../temp-folder';

function written(text: string, ...splits: [string, Split][]): string {
  const folder = tempFolder({ 'traffic.yaml': text });
  writeSplits(join(folder, 'traffic.yaml'), new Map(splits));
  expect(readdirSync(folder)).toEqual(['traffic.yaml']);
  return readFileSync(join(folder, 'traffic.yaml'), 'utf8');
}

describe('a new share in traffic.yaml', () => {
  it('changes the number and no other character', () => {
    const text =
      "# who\npins:\n    - { header: x-canary,   value: 'true' } # pinned\nsplits:\n    shop:   10   # percent\n    cart: follow\n";
    expect(written(text, ['shop', 25])).toBe(text.replace('10', '25'));
    expect(written(text, ['cart', 5], ['shop', 0])).toBe(text.replace('10', '0').replace('follow', '5'));
    expect(written(text, ['shop', 'follow'])).toBe(text.replace('10', 'follow'));
  });

  it('keeps the line ends of the file', () => {
    expect(written('splits:\r\n  shop: 10\r\n', ['shop', 5])).toBe('splits:\r\n  shop: 5\r\n');
  });

  it('leaves a file alone that is no text', () => {
    const bytes = Buffer.from('splits: { shop: 10 } # caf\xe9', 'latin1');
    const file = join(tempFolder({ 'traffic.yaml': bytes }), 'traffic.yaml');
    expect(() => writeSplits(file, new Map([['shop', 25]]))).toThrow(InputError);
    expect(readFileSync(file)).toEqual(bytes);
  });

  it('is added where the service had none', () => {
    expect(written('# who\nsplits:\n  cart: 3 # few\n', ['shop', 5])).toBe(
      '# who\nsplits:\n  cart: 3 # few\n  shop: 5\n',
    );
    expect(written('# who\npins: []\n', ['shop', 5])).toBe('# who\npins: []\nsplits:\n  shop: 5\n');
  });

  it('that is there already changes nothing', () => {
    const folder = tempFolder({ 'traffic.yaml': 'splits: {shop: 5}\n' });
    expect(writeSplits(join(folder, 'traffic.yaml'), new Map([['shop', 5]]))).toBe(false);
  });

  it('is refused before anything is done where the file can not be written', () => {
    expect(() => {
      checkWritable(join(tempFolder({}), 'traffic.yaml'));
    }).toThrow(InputError);
  });
});

describe('whether a service follows', () => {
  it('is known where another line of the file is wrong', () => {
    const file = join(tempFolder({ 'traffic.yaml': 'splits:\n  shop: 110\n  cart: follow\n' }), 'traffic.yaml');
    expect(saysFollow(file, 'cart')).toBe(true);
    expect(saysFollow(file, 'shop')).toBe(false);
    expect(saysFollow(file, 'desk')).toBe(false);
  });
});
