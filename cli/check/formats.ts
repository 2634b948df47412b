import { checkGithub } from './github';
import { checkJson } from './json';
import { checkJunit } from './junit';
import type { FormatName } from './options';
import type { Format } from './result';
import { checkSarif } from './sarif';
import { checkText } from './text';

export const formats: Readonly<Record<FormatName, Format>> = {
  text: checkText,
  json: checkJson,
  sarif: checkSarif,
  junit: checkJunit,
  github: checkGithub,
};
