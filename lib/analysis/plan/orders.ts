import type { Step } from './step';

/** So many steps are looked at in every order; more of them, in some. */
const exhaustive = 6;
const samples = 24;

/**
 * What may have been taken of a wave at some moment. The steps of a prefix of any order are a set,
 * and any set is a prefix of some order, so looking at every set is looking at every order. Of
 * larger waves these are each step alone, all but each one, and sets drawn the same way each time;
 * the smallest come first.
 */
export function prefixesOf(steps: readonly Step[]): Step[][] {
  const sets = isEveryOrder(steps) ? everySubset(steps) : someSubsets(steps);
  return sets.filter((set) => set.length > 0).sort((one, other) => one.length - other.length);
}

/** Whether that is every order of some steps. */
export function isEveryOrder(steps: readonly Step[]): boolean {
  return steps.length <= exhaustive;
}

function everySubset(steps: readonly Step[]): Step[][] {
  return steps.reduce<Step[][]>((sets, step) => [...sets, ...sets.map((set) => [...set, step])], [[]]);
}

function someSubsets(steps: readonly Step[]): Step[][] {
  const alone = steps.map((step) => [step]);
  const allBut = steps.map((missing) => steps.filter((step) => step !== missing));
  const drawn = Array.from({ length: samples }, (_, seed) => steps.filter((__, index) => isDrawn(seed, index)));
  return [...alone, ...allBut, ...drawn, [...steps]];
}

/** The same on every run: the bits of a linear congruential generator. @see https://doi.org/10.1090/S0025-5718-99-00996-5 */
function isDrawn(seed: number, index: number): boolean {
  let state = seed * 7919 + index + 1;
  for (let round = 0; round < 3; round += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  }
  return state >>> 31 === 1;
}
