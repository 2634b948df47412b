/** Yes, no, or what would have to be known first, in words. */
export type Answer = boolean | Doubt;

export interface Doubt {
  readonly doubt: string;
}

/** No, if one is no; else what is in doubt goes before yes. */
export function all(answers: Iterable<Answer>): Answer {
  let found: Answer = true;
  for (const answer of answers) {
    if (answer === false) {
      return false;
    }
    found = found === true ? answer : found;
  }
  return found;
}

/** Yes, if one is yes; else what is in doubt goes before no. */
export function any(answers: Iterable<Answer>): Answer {
  let found: Answer = false;
  for (const answer of answers) {
    if (answer === true) {
      return true;
    }
    found = found === false ? answer : found;
  }
  return found;
}

export function not(answer: Answer): Answer {
  return typeof answer === 'boolean' ? !answer : answer;
}
