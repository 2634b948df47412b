import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examiner, links } from '../../../cli/doctor/examination';
import { examineImage } from '../../../cli/doctor/images';
import { doctorReport } from '../../../cli/doctor/report';
import { painter } from '../../../cli/terminal';

const { ok, note, problem } = examiner('host');
const plain = painter(false);

describe('the report of the doctor', () => {
  const all = [
    ok('one', 'good'),
    note('two', 'maybe', 'look', 'README.md#a'),
    problem('three', 'bad', 'mend it', 'README.md#b'),
  ];

  it('shows each with what was found, what to do, and where to read on', () => {
    expect(doctorReport(all, plain).text).toBe(
      [
        'host',
        '✔ one: good',
        '‼ two: maybe',
        '    remedy: look',
        '    see: README.md#a',
        '✖ three: bad',
        '    remedy: mend it',
        '    see: README.md#b',
        '',
        '1 fine, 1 to note, 1 to mend: 1 of these would stop `lab up`',
      ].join('\n'),
    );
  });

  it('is fine with notes, and not with problems', () => {
    expect(doctorReport(all.slice(0, 2), plain).isFine).toBe(true);
    expect(doctorReport(all, plain).isFine).toBe(false);
  });

  it('is in colour only if it shall be', () => {
    expect(doctorReport(all, plain).text).not.toContain('\u001B');
    expect(doctorReport(all, painter(true)).text).toContain('\u001B[31m✖\u001B[0m');
  });

  it('leads to headings that are there', () => {
    for (const link of Object.values(links)) {
      const [file = '', anchor = ''] = link.split('#');
      const text = readFileSync(join(__dirname, '..', '..', '..', file), 'utf8');
      const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replace(/[^a-z0-9 -]/g, '')
          .replaceAll(' ', '-'),
      );
      expect(anchors).toContain(anchor);
    }
  });
});

describe('an image', () => {
  const examined = (
    isLocal: boolean,
    isInNodes: boolean,
    image = 'team/app:v1',
    target: 'kind' | 'existing' = 'kind',
  ) => examineImage({ image, isLocal, isInNodes }, target).outcome;

  it('is fine in the nodes, or in the local Docker of a Kind cluster', () => {
    expect(examined(false, true)).toBe('ok');
    expect(examined(true, false)).toBe('ok');
  });

  it('that is nowhere may be pulled: only that would tell', () => {
    expect(examined(false, false)).toBe('note');
  });

  it('in the local Docker is of no use to an existing cluster', () => {
    expect(examined(true, false, 'team/app:v1', 'existing')).toBe('note');
  });

  it('named by its digest is always pulled', () => {
    expect(examined(true, false, 'team/app@sha256:0123')).toBe('note');
  });
});
