import { checkGithub } from '../../../cli/check/github';
import { judgedOf, resultOf } from './results';

describe('workflow commands', () => {
  it('are escaped as GitHub reads them', () => {
    expect(checkGithub(resultOf({ problems: [] }))).toBe(
      '::error file=a%2C b/50%25%3A route.yaml,line=9,title=KIA1101 VirtualService shop/shop::' +
        'spec.http[0]: host <nobody> & "co" of Gateway shop/edge (edge.yaml:12)%0Aremedy: name%0Aanother',
    );
  });

  it('have no line end of a name that somebody chose', () => {
    const text = checkGithub(
      resultOf({ problems: [], findings: [judgedOf({}, { object: 'A\r\n::stop::', message: 'b\n' })] }),
    );
    expect(text).not.toMatch(/[\r\n]/);
  });

  it.each([
    ['warning', '::warning '],
    ['info', '::notice '],
  ] as const)('show the level %s by %s', (level, start) => {
    const text = checkGithub(resultOf({ problems: [], findings: [judgedOf({}, { level })] }));
    expect(text.startsWith(start)).toBe(true);
  });

  it('say what could not be read, and nothing of what is known', () => {
    const text = checkGithub(resultOf({ findings: [judgedOf({ isKnown: true, fails: false })] }));
    expect(text).toMatch(
      /^::error file=bad.yaml,line=3,title=input can not be read::spec.0: .*%0Arule: the document is YAML/,
    );
    expect(text.split('\n')).toHaveLength(1);
  });
});
