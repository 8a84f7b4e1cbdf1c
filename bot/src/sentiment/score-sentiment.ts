import { type Sentiment, sentimentLabel } from '@agent/protocol';
import { language } from '../language.ts';
import { type SpokenSentence, spokenSentences } from './clauses.ts';
import { lexiconHits } from './lexicon.ts';
import { weighHit } from './weigh-hit.ts';

/** Bends sums of valences into −1…1 as VADER does (Hutto and Gilbert, 2014): one plain "angry" is −0.61. */
const BEND = 15;

const EXCLAIMED = 1.2;
/** Who asks "is it good?" does not praise, and "is there a problem?" is hardly a complaint. */
const ASKED_PRAISE = 0.3;
const ASKED_BLAME = 0.6;
/** "Great, another delay": praise up front that the rest of the sentence turns round. */
const MOCKED = -0.8;

/** Of a text without feeling: most are neutral, but words may be missing from the lexicon. */
const CONFIDENCE_WITHOUT_HITS = 0.5;
const LEAST_CONFIDENCE = 0.3;
/** So much valence makes half of the evidence that can be had. */
const HALF_EVIDENCE = 3;

/** Up to here a valence is that of a fact ("broken", "charged twice"), beyond of a feeling. */
const FACT_VALENCE = 2;
/** What further facts add: two of them are no alarm yet, three are. */
const FURTHER_FACT = 0.1;

/**
 * How a text of a customer sounds, from its words alone.
 *
 * `sum` adds up the valence of what the lexicon knows, after negation, intensifiers, contrast,
 * questions and mockery; facts of trouble beyond −2 count a tenth, and thanks only while blame does
 * not outweigh praise.
 * `score = sum / √(sum² + 15)`.
 * `confidence = 0.3 + 0.7 · agreement · evidence` with `agreement = |sum| / total`,
 * `evidence = total / (total + 3)` and `total` the sum of the parts without their signs; 0.5 when
 * the lexicon knows nothing of it.
 */
export function scoreSentiment(text: string): Sentiment {
  const feelings = spokenSentences(text).flatMap(feelingsIn);
  const total = (kind: FeelingKind) =>
    feelings
      .filter((feeling) => kindOf(feeling) === kind)
      .reduce((sum, { valence }) => sum + valence, 0);
  const praise = total('praise');
  const blame = total('anger') + dampFacts(total('trouble'));
  const thanks = total('thanks');
  const sum = praise + blame + (praise + blame < 0 ? 0 : thanks);
  const score = round(sum / Math.sqrt(sum * sum + BEND));
  const confidence = confidenceOf(sum, praise - blame + Math.abs(thanks));
  return { score, label: sentimentLabel(score), confidence };
}

interface Feeling {
  valence: number;
  isThanks: boolean;
  /** Whether it is blame for what happened, not how the customer feels about it. */
  isFact: boolean;
}

type FeelingKind = 'praise' | 'thanks' | 'anger' | 'trouble';

function kindOf({ valence, isThanks, isFact }: Feeling): FeelingKind {
  if (isThanks) return 'thanks';
  if (valence >= 0) return 'praise';
  return isFact ? 'trouble' : 'anger';
}

function dampFacts(valence: number): number {
  return Math.max(valence, -FACT_VALENCE) + FURTHER_FACT * Math.min(0, valence + FACT_VALENCE);
}

function feelingsIn(sentence: SpokenSentence): Feeling[] {
  const feelings = sentence.clauses.map(({ words, weight }) =>
    lexiconHits(words).map((hit) => ({
      isThanks: hit.isThanks,
      isFact: Math.abs(hit.valence) <= FACT_VALENCE,
      valence: weight * weighHit(hit, words) * endingWeight(sentence, hit.valence),
    })),
  );
  const [opening = [], ...rest] = feelings;
  const mocked = isMockery(sentence, rest.flat())
    ? opening.map((feeling) => ({
        isThanks: false,
        isFact: false,
        valence: feeling.valence * MOCKED,
      }))
    : opening;
  return [...mocked, ...rest.flat()];
}

function endingWeight({ ending, clauses }: SpokenSentence, valence: number): number {
  switch (ending) {
    case 'statement':
      return 1;
    case 'exclamation':
      return EXCLAIMED;
    case 'question':
      if (valence > 0) return ASKED_PRAISE;
      return language.seriousQuestion.test(clauses[0]?.words ?? '') ? 1 : ASKED_BLAME;
    default:
      return ending satisfies never;
  }
}

/** Bare praise, a pause, and then nothing to praise. */
function isMockery({ clauses }: SpokenSentence, rest: readonly Feeling[]): boolean {
  const [opening, ...others] = clauses;
  if (!opening || others.length === 0 || !language.mockingOpening.test(opening.words)) return false;
  const isPraised = rest.some(({ valence }) => valence > 0);
  const isBlamed = rest.some(({ valence }) => valence < -1);
  return !isPraised && (isBlamed || others.some(({ words }) => language.mockingRest.test(words)));
}

function confidenceOf(sum: number, total: number): number {
  if (total === 0) return CONFIDENCE_WITHOUT_HITS;
  const agreement = Math.min(1, Math.abs(sum) / total);
  const evidence = total / (total + HALF_EVIDENCE);
  return round(LEAST_CONFIDENCE + (1 - LEAST_CONFIDENCE) * agreement * evidence);
}

/** Three places, and no −0. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
