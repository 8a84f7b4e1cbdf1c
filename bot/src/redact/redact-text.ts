import type { Speaker } from '@agent/protocol';
import { language } from '../language.ts';
import { type SpokenToken, spokenTokens } from '../spoken-numbers/spoken-token.ts';
import { hasUnit } from '../spoken-numbers/units.ts';
import { wordSet } from '../spoken-numbers/word-set.ts';
import { cardCues } from './card-cues.ts';
import { cardNumberBegin, isCardNumber } from './card-numbers.ts';
import {
  afterCues,
  afterQuestion,
  type CardTalk,
  inNextSegment,
  noCardTalk,
  opened,
} from './card-talk.ts';
import { hasMisheardCard, isAllMisheard, misheardParts } from './misheard-digits.ts';
import { type DigitRun, isFilling, numberRuns } from './number-run.ts';
import { asReadOut } from './read-out.ts';
import { type Span, withSpansMasked } from './spans.ts';

/**
 * Where a text had card numbers: `here-and-before` when one of them began in what its speaker had
 * said before.
 */
export type Masked = 'none' | 'here' | 'here-and-before';

/** Text without card numbers, and how the talk stands after it. */
export interface RedactedText {
  text: string;
  masked: Masked;
  /** Whether any number was said, of a card or not. */
  hasNumbers: boolean;
  talk: CardTalk;
}

/** A text as it was heard, taken apart. */
interface HeardText {
  speaker: Speaker;
  text: string;
  tokens: readonly SpokenToken[];
  runs: readonly DigitRun[];
}

/** Numbers of orders and phones end here; longer ones across segments are cards whatever they are. */
const MAX_OTHER_DIGITS = 12;

/**
 * Masks the card numbers of one segment: digits that are one, whatever was said before; while the
 * talk is of a card's numbers every number that does not count something, and while a card is in
 * mind those that may be a good part of its number.
 */
export function redactText(speaker: Speaker, text: string, before: CardTalk): RedactedText {
  const asHeard = spokenTokens(text);
  const tokens = asReadOut(asHeard);
  const heard = { speaker, text, tokens, runs: numberRuns(tokens) };
  const spans: Span[] = [];
  let talk = isWordAlone(asHeard) || isAllMisheard(asHeard) ? before : inNextSegment(before);
  let readTo = -1;
  let masked: Masked = 'none';
  for (const run of heard.runs) {
    const span = spanOf(tokens, run.from, run.to);
    talk = afterCues(talk, text, readTo, span.start);
    readTo = span.start;
    const found = maskedIn(run, heard, talk);
    if (found.length === 0) continue;
    if (begunBefore(run, heard, before) !== '') masked = 'here-and-before';
    else if (masked === 'none') masked = 'here';
    talk = opened(talk);
    spans.push(...found);
  }
  talk = afterCues(talk, text, readTo, text.length);
  if (masked === 'none' && hasMisheardCard(asHeard)) {
    masked = 'here';
    talk = opened(talk);
    spans.push(...heard.runs.map(({ from, to }) => spanOf(tokens, from, to)));
  }
  if (talk.openFor > 0) {
    const parts = misheardParts(asHeard).map(({ from, to }) => spanOf(tokens, from, to));
    const figures = spans.length > 0 ? lonelyFigures(heard) : [];
    if (masked === 'none' && parts.length > 0) masked = 'here';
    spans.push(...parts, ...figures);
  }
  if (spans.length === 0) talk = afterQuestion(talk, speaker, text);
  return {
    text: withSpansMasked(text, spans),
    masked,
    hasNumbers: heard.runs.length > 0,
    talk: { ...talk, ...unfinishedAfter(heard, before) },
  };
}

/** A word alone may be a digit that was misheard: it ends no talk. */
function isWordAlone(tokens: readonly SpokenToken[]): boolean {
  return tokens.length <= 1 && tokens.every(({ number }) => number === undefined);
}

/** What of a run is to be masked. */
function maskedIn(run: DigitRun, heard: HeardText, talk: CardTalk): Span[] {
  const { tokens } = heard;
  const whole = spanOf(tokens, run.from, run.to);
  const isMeant = talk.openFor > 0 || (talk.inMindFor > 0 && mayBeOfCard(run, heard, talk));
  const isOfCard = isMeant && isPrivateInCardTalk(run, heard);
  if (isOfCard || endsCardNumber(run, heard, talk) || isTooLong(run, heard)) return [whole];
  const begin = cardNumberBegin(run.groups);
  if (!begin) return [];
  // What follows a card number in the same breath is its expiry date or code; what comes before it,
  // unless it is named as something else, is a part of it that was heard wrong.
  return isOfOther(run, heard) ? [spanOf(tokens, begin.from, run.to)] : [whole];
}

/** A number that is longer than those of orders and phones, and that nothing says is something else. */
function isTooLong(run: DigitRun, heard: HeardText): boolean {
  const isAbroad = language.beforePhoneOfCountry.test(heard.text.slice(0, startOf(run, heard)));
  return run.digits.length > MAX_OTHER_DIGITS && !isAbroad && !isOfOther(run, heard);
}

function startOf({ from }: DigitRun, { tokens }: HeardText): number {
  return tokens[from]?.start ?? 0;
}

/** Single figures beside the number of a card: what Whisper made of a digit and a word, "3-amon". */
function lonelyFigures(heard: HeardText): Span[] {
  return heard.runs
    .filter((run) => run.digits.length === 1 && !isOfOther(run, heard))
    .filter(({ from }) => heard.tokens[from]?.number?.kind === 'digits')
    .filter((run) => !isMeasured(run, heard))
    .map(({ from, to }) => spanOf(heard.tokens, from, to));
}

const otherNames = wordSet(language.namesOfOtherNumbers);
/** How far before a number its name may stand. */
const NAMED_WITHIN_WORDS = 3;

/** While a card is talked of, single digits in a sentence and what is named or measured stay. */
function isPrivateInCardTalk(run: DigitRun, heard: HeardText): boolean {
  const { tokens, runs } = heard;
  if (isOfOther(run, heard)) return false;
  const isAllThatIsSaid =
    runs.length === 1 && isFilling(tokens, 0, run.from) && isFilling(tokens, run.to, tokens.length);
  if (isAllThatIsSaid) return true;
  // Nobody counts from a zero on: "082 time" is an expiry date that was misheard.
  const isCount = !run.digits.startsWith('0') && isMeasured(run, heard);
  return run.digits.length > 1 && !isCount;
}

/** Whether something else than a card is named just before a number. */
function isOfOther(run: DigitRun, { tokens }: HeardText): boolean {
  const before = tokens.slice(Math.max(0, run.from - NAMED_WITHIN_WORDS), run.from);
  return before.some(({ word }) => otherNames.has(word));
}

/** From so many digits on a number may be a good part of a card's; few orders have as many. */
const GOOD_PART_DIGITS = 8;

/** Whether a number, with what its speaker said before, may be that of a card that was named. */
function mayBeOfCard(run: DigitRun, heard: HeardText, talk: CardTalk): boolean {
  const begun = begunBefore(run, heard, talk);
  const digits = isSaidAgain(run.digits, begun) ? run.digits : begun + run.digits;
  return digits.length >= GOOD_PART_DIGITS || followsName(run, heard) || isBesideName(run, heard);
}

/** A number that follows the name of a card at once is that card's: "my Visa is 4111". */
function followsName(run: DigitRun, { tokens, text }: HeardText): boolean {
  const { start } = spanOf(tokens, run.from, run.to);
  const named = cardCues(text).findLast(({ at, kind }) => at <= start && kind === 'names');
  return (
    named !== undefined &&
    run.digits.length > 2 &&
    language.betweenNameAndNumber.test(text.slice(named.at, start))
  );
}

/** The first group of a card's number in the breath in which the card is named: "My Visa can't handle it. 4242." */
function isBesideName(run: DigitRun, heard: HeardText): boolean {
  const isNamed = cardCues(heard.text).some(({ kind }) => kind === 'names');
  return isNamed && firstFour.test(run.digits) && !isMeasured(run, heard);
}

/** A group of four and another: so are the numbers of cards read out, with a pause between. */
const firstFour = /^[3-6]\d{3}$/;
/** Fewer digits after a number are a count, or a correction of it. */
const LEAST_DIGITS_OF_GROUP = 3;

/** What its speaker's last segment ended with, when a number at the head of this one goes on with it. */
function begunBefore(run: DigitRun, { speaker, tokens, runs }: HeardText, talk: CardTalk): string {
  const goesOn = run === runs[0] && isFilling(tokens, 0, run.from);
  return goesOn ? talk.unfinished[speaker] : '';
}

/** Whether digits are those that were said just before, once or more often. */
function isSaidAgain(digits: string, begun: string): boolean {
  return digits.length > 2 && begun.replaceAll(digits, '') === '';
}

function isMeasured(run: DigitRun, { tokens, text }: HeardText): boolean {
  return hasUnit({ ...run }, tokens, text);
}

/** Whether a number goes on with what the last segment ended with, and both are a card's. */
function endsCardNumber(run: DigitRun, heard: HeardText, talk: CardTalk): boolean {
  const begun = begunBefore(run, heard, talk);
  if (begun === '') return false;
  const { digits } = run;
  const isNew = !isSaidAgain(digits, begun);
  const isGroup = digits.length >= LEAST_DIGITS_OF_GROUP && !isMeasured(run, heard);
  if (isGroup && firstFour.test(begun)) return isNew;
  const together = begun + digits;
  return isCardNumber(together) || (together.length > MAX_OTHER_DIGITS && isNew);
}

/** The longest run of digits that is kept in mind between segments. */
const MAX_REMEMBERED_DIGITS = 19;
/** "Uh-huh, go on" of anybody does not interrupt a number, nor do digits that were misheard. */
const MAX_WORDS_IN_PASSING = 3;

function unfinishedAfter(
  heard: HeardText,
  talk: CardTalk,
): Pick<CardTalk, 'unfinished' | 'unfinishedSegments'> {
  const { speaker, tokens, runs } = heard;
  const { unfinished, unfinishedSegments } = talk;
  const last = runs.at(-1);
  const isInPassing = tokens.length <= MAX_WORDS_IN_PASSING;
  const others = isInPassing ? talk : noCardTalk;
  const digits = last && isFilling(tokens, last.to, tokens.length) ? last.digits : '';
  const goesOn = last ? runs.length === 1 && isFilling(tokens, 0, last.from) : isInPassing;
  const own = goesOn ? unfinished[speaker] + digits : digits;
  const segments = goesOn && unfinished[speaker] !== '' ? unfinishedSegments[speaker] + 1 : 1;
  return {
    unfinished: { ...others.unfinished, [speaker]: own.slice(-MAX_REMEMBERED_DIGITS) },
    unfinishedSegments: { ...others.unfinishedSegments, [speaker]: own === '' ? 0 : segments },
  };
}

function spanOf(tokens: readonly SpokenToken[], from: number, to: number): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}
