import { SaxesParser } from 'saxes';
import { checkJunit } from '../../../cli/check/junit';
import { finding, judgedOf, resultOf } from './results';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** The elements of a document in their order. @throws Error if it is not well-formed */
function elementsOf(text: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (part) => {
    const last = open.at(-1);
    if (last !== undefined) {
      last.text += part;
    }
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  return elements;
}

function named(name: string, text: string): Element[] {
  return elementsOf(text).filter((element) => element.name === name);
}

describe('JUnit', () => {
  it('has a failure for a finding, an error for a problem, and a test case that passes for every other check', () => {
    const result = resultOf();
    const text = checkJunit(result);
    expect(named('failure', text)).toMatchObject([{ attributes: { message: finding.message, type: 'error' } }]);
    expect(named('error', text)[0]?.text).toContain('the document is YAML');
    expect(named('testcase', text)).toHaveLength(result.checks.length + 1);
    expect(named('testsuite', text)[0]?.attributes).toMatchObject({
      tests: String(result.checks.length + 1),
      failures: '1',
      errors: '1',
      skipped: '0',
    });
  });

  it('keeps what has a meaning in XML, and line ends', () => {
    expect(named('failure', checkJunit(resultOf()))[0]?.text).toContain(`${finding.message}\nremedy: name\nanother`);
  });

  it('shows characters that no XML may have by their escape', () => {
    const message = 'a\u0000b\u001bc\ud800d\uffffe\u{1f600}';
    const text = checkJunit(resultOf({ findings: [judgedOf({}, { message })] }));
    expect(named('failure', text)[0]?.attributes['message']).toBe('a\\u0000b\\u001bc\\ud800d\\uffffe\u{1f600}');
  });

  it('skips what is known, and passes what nothing fails for', () => {
    const findings = [judgedOf({ isKnown: true, fails: false }), judgedOf({ fails: false }, { level: 'info' })];
    const text = checkJunit(resultOf({ findings }));
    expect(['failure', 'skipped', 'system-out'].map((name) => named(name, text).length)).toEqual([0, 1, 1]);
  });
});
