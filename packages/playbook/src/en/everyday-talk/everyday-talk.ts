import { ALL_IS_WELL } from './all-is-well.ts';
import { ANSWERS } from './answers.ts';
import { OWN_AFFAIRS } from './own-affairs.ts';
import { QUESTIONS } from './questions.ts';
import { REMARKS } from './remarks.ts';

/** Whole turns of customers that no card is for, written like the examples of cards. */
export const EVERYDAY_TALK: readonly string[] = [
  ...ANSWERS,
  ...ALL_IS_WELL,
  ...OWN_AFFAIRS,
  ...QUESTIONS,
  ...REMARKS,
];
