import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { checkSarif } from '../../../cli/check/sarif';
import { judgedOf, resultOf } from './results';

/** The schema of OASIS for SARIF 2.1.0, which Microsoft's matchers for Jest bring (MIT); it is of draft 4. */
const schema = JSON.parse(
  readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
) as object;
const validate = addFormats(new Ajv({ strict: false, unicodeRegExp: false, allErrors: true })).compile(schema);

function runOf(text: string): Record<string, never> {
  const log = JSON.parse(text) as { runs: [Record<string, never>] };
  return log.runs[0];
}

const baseline = { file: 'known.json', stale: 0 };
const cases = {
  'findings and problems': resultOf(),
  'nothing at all': resultOf({ findings: [], problems: [] }),
  'what a baseline knows': resultOf({ findings: [judgedOf({ isKnown: true, fails: false }), judgedOf()], baseline }),
};

describe('SARIF', () => {
  it.each(Object.entries(cases))('is what its schema says, with %s', (_, result) => {
    validate(JSON.parse(checkSarif(result)));
    expect(validate.errors).toBeNull();
  });

  it('would be refused with a level of our own', () => {
    expect(validate(JSON.parse(checkSarif(resultOf()).replaceAll('"level": "error"', '"level": "info"')))).toBe(false);
  });

  it('has each check once, with its level and its page, and every result leads to its own', () => {
    const { tool, results } = runOf(checkSarif(resultOf())) as never as {
      tool: { driver: { rules: { id: string; help: { text: string } }[] } };
      results: { ruleId: string; ruleIndex: number }[];
    };
    const { rules } = tool.driver;
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(results.map(({ ruleId, ruleIndex }) => [ruleId, rules[ruleIndex]?.id])).toEqual([['KIA1101', 'KIA1101']]);
    expect(rules.filter(({ id, help }) => !help.text.includes(`docs/checks/${id}.md`))).toEqual([]);
  });

  it('names the place, as a relative URI, and the places that the message names', () => {
    expect(runOf(checkSarif(resultOf()))).toMatchObject({
      results: [
        {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'a%2C%20b/50%25%3A%20route.yaml' },
                region: { startLine: 9 },
              },
            },
          ],
          relatedLocations: [
            { physicalLocation: { artifactLocation: { uri: 'edge.yaml' }, region: { startLine: 12 } } },
          ],
        },
      ],
    });
  });

  it('takes an absolute path below the current folder from there', () => {
    const result = resultOf({ findings: [judgedOf({}, { file: `${process.cwd()}/dist/a.yaml` })] });
    expect(checkSarif(result)).toContain('"uri": "dist/a.yaml"');
  });

  it('has a fingerprint that stays when lines move', () => {
    const print = (line: number, message: string): unknown =>
      (
        runOf(checkSarif(resultOf({ findings: [judgedOf({}, { line, message })] })))['results'] as unknown as {
          partialFingerprints: unknown;
        }[]
      )[0]?.partialFingerprints;
    expect(print(9, 'see (edge.yaml:12)')).toEqual(print(90, 'see (edge.yaml:34)'));
    expect(print(9, 'see (edge.yaml:12)')).not.toEqual(print(9, 'look (edge.yaml:12)'));
  });

  it('says what could not be read', () => {
    expect(runOf(checkSarif(resultOf()))).toMatchObject({
      invocations: [
        {
          executionSuccessful: false,
          toolExecutionNotifications: [
            { message: { text: expect.stringContaining('the document is YAML') as string } },
          ],
        },
      ],
    });
  });

  it('suppresses what the baseline knows, and nothing else', () => {
    expect(runOf(checkSarif(cases['what a baseline knows']))).toMatchObject({
      results: [
        { baselineState: 'unchanged', suppressions: [{ kind: 'external' }] },
        { baselineState: 'new', suppressions: [] },
      ],
    });
  });
});
