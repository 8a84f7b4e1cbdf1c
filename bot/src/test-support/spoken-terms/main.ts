import { sumWordErrors, wordErrors } from '@agent/testing/word-errors';
import { compileTerms } from '../../terms/term-list.ts';
import type { Transcriber } from '../../transcribe/transcriber.ts';
import { startWhisper } from '../start-whisper.ts';
import { type HeardSentence, hasTerm, hearSentence } from './hear-sentence.ts';
import { loadSpokenTerms, type SpokenSentence } from './spoken-sentences.ts';

/**
 * How many uncommon names and words are written right, and what that does to ordinary sentences and
 * to the time of finals: `npm run bench:terms`. Ends with 1 when an ordinary sentence of the scripted
 * calls is written otherwise than without terms.
 */
const print = (line: string) => process.stdout.write(`${line}\n`);
type Outcome = SpokenSentence & HeardSentence;
type Way = 'first' | 'corrected' | 'again' | 'written' | 'allInPrompt';
type Text = Partial<Record<Way, string | undefined>>;

const { termsOf, sentences } = await loadSpokenTerms();
const whisper = await startWhisper();
try {
  const outcomes: (Outcome & Text & { allMs: number })[] = [];
  for (const sentence of sentences) {
    const terms = compileTerms(termsOf[sentence.set]);
    // The longest prompt first, so that no draft of a pass before makes it look faster.
    const { text, ms } = await withAllTerms(sentence, whisper.transcriber);
    const heard = await hearSentence(sentence, whisper.transcriber, terms);
    outcomes.push({ ...sentence, ...heard, allInPrompt: text, allMs: ms });
    tellOf({ ...sentence, ...heard });
  }
  for (const set of ['tuned', 'unseen'] as const) {
    const ofSet = outcomes.filter((one) => one.set === set);
    print(`\n${set}: ${termsOf[set].length} terms`);
    print(`  without terms: ${shareRight(ofSet, 'first')}`);
    print(`  correction of one hearing: ${shareRight(ofSet, 'corrected')}`);
    print(`  second hearing, whole: ${shareRight(ofSet, 'again')}`);
    print(`  both, as the bot writes: ${shareRight(ofSet, 'written')}`);
    print(`  all terms in the prompt: ${shareRight(ofSet, 'allInPrompt')}`);
    const ordinary = ofSet.filter(({ terms }) => terms.length === 0);
    print(`  sentences that only sound like terms: ${changed(ordinary, 'written')} changed`);
  }
  const calls = outcomes.filter(({ set }) => set === 'calls');
  print(`\nthree calls: ${changed(calls, 'written')} changed, ${errors(calls, 'written')}`);
  print(
    `  all terms in the prompt: ${changed(calls, 'allInPrompt')}, ${errors(calls, 'allInPrompt')}`,
  );
  const twice = outcomes.filter(({ again }) => again !== undefined);
  print(`\nmedian ms of a first hearing: ${median(outcomes.map(({ firstMs }) => firstMs))}`);
  print(
    `  of a second: ${median(twice.map(({ againMs }) => againMs))} (${twice.length} sentences)`,
  );
  print(`  with all terms in the prompt: ${median(outcomes.map(({ allMs }) => allMs))}`);
  process.exitCode = calls.some(({ first, written }) => first !== written) ? 1 : 0;
} finally {
  await whisper.close();
}

async function withAllTerms({ set, samples }: SpokenSentence, transcriber: Transcriber) {
  const beganAt = performance.now();
  const { text } = await transcriber.transcribe({
    ...{ purpose: 'final', samples, speaker: 'customer', track: 'all' },
    prompt: termsOf[set].join(', '),
    signal: new AbortController().signal,
  });
  return { text, ms: performance.now() - beganAt };
}

function tellOf({ set, terms, text, first, written }: Outcome): void {
  const missed = terms.filter((term) => !hasTerm(written, term));
  if (missed.length > 0) print(`missed ${missed.join(', ')}: ${first} → ${written}`);
  if (terms.length === 0 && first !== written)
    print(`changed (${set}) ${text}: ${first} → ${written}`);
}

function shareRight(outcomes: readonly (Outcome & Text)[], way: Way): string {
  const said = outcomes.flatMap((one) =>
    one.terms.map((term) => ({ term, text: one[way] ?? one.first })),
  );
  const right = said.filter(({ term, text }) => hasTerm(text, term)).length;
  return `${right} of ${said.length} (${Math.round((100 * right) / said.length)} %)`;
}

function changed(outcomes: readonly (Outcome & Text)[], way: Way): string {
  return `${outcomes.filter((one) => one[way] !== one.first).length} of ${outcomes.length}`;
}

function errors(outcomes: readonly (Outcome & Text)[], way: Way): string {
  const { rate } = sumWordErrors(outcomes.map((one) => wordErrors(one.text, one[way] ?? '')));
  return `word errors ${(100 * rate).toFixed(1)} %`;
}

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN);
}
