/** Yes, no, or what would have to be known first, in words. */
export type Truth = boolean | Doubt;

export interface Doubt {
  readonly doubt: string;
}

/** No, if one is no; else what is in doubt goes before yes. */
export function all(answers: Iterable<Truth>): Truth {
  let found: Truth = true;
  for (const answer of answers) {
    if (answer === false) {
      return false;
    }
    found = found === true ? answer : found;
  }
  return found;
}

/** Yes, if one is yes; else what is in doubt goes before no. */
export function any(answers: Iterable<Truth>): Truth {
  let found: Truth = false;
  for (const answer of answers) {
    if (answer === true) {
      return true;
    }
    found = found === false ? answer : found;
  }
  return found;
}

export function not(answer: Truth): Truth {
  return typeof answer === 'boolean' ? !answer : answer;
}
