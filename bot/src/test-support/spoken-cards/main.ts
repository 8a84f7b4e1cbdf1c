import { parseArgs } from 'node:util';
import { loadSilero } from '../../vad/silero.ts';
import { startWhisper } from '../start-whisper.ts';
import { cardCalls, otherCalls } from './card-calls.ts';
import { audibleMs, digitsIn, listenAgain, textsOf } from './listen-again.ts';
import { recordSpoken } from './record-spoken.ts';
import { type SpokenCall, type Stretch, speak, spliced } from './speak.ts';

/**
 * Says card numbers in three voices of espeak-ng (and in that of the fixtures), records the calls as
 * the bot does, and transcribes what is left: `npm run bench:cards` (`-- --calls 5` for some of them,
 * `-- --only 30,34` for those of these numbers).
 */
const { values } = parseArgs({
  options: { calls: { type: 'string', default: '1000' }, only: { type: 'string' } },
});
const only = values.only?.split(',').map(Number);
const isWanted = (_: unknown, index: number) => only?.includes(index + 1) ?? true;
const print = (line: string) => process.stdout.write(`${line}\n`);
const whisper = await startWhisper();
const { transcriber } = whisper;
const openVad = await loadSilero();
/** Of the speech in calls without a card number. */
const MOST_MASKED = 0.02;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

try {
  const cards = [
    ...(await Promise.all(cardCalls().filter(isWanted).slice(0, Number(values.calls)).map(speak))),
    ...(only ? [] : await spliced()).slice(0, Number(values.calls)),
  ];
  const outcomes = [];
  for (const call of cards) outcomes.push(await tryCard(call));
  const decoys = await Promise.all(otherCalls().slice(0, Number(values.calls)).map(speak));
  const shares = [];
  for (const call of decoys) shares.push(await tryOther(call));

  print(`\nSpoken card numbers: ${outcomes.length}`);
  print(`Digits to be read in the texts: ${sum(outcomes.map(({ read }) => read))}`);
  print(`Digits to be heard, transcribed again: ${sum(outcomes.map(({ heard }) => heard))}`);
  print(`Of the digits audible: ${sum(outcomes.map(({ audible }) => audible))} ms`);
  print(`Masks that came too late: ${sum(outcomes.map(({ late }) => late))}`);
  print(`Calls with other numbers: ${shares.length}`);
  const [masked, spoken] = [sum(shares.map((s) => s.masked)), sum(shares.map((s) => s.spoken))];
  print(`Of their speech masked: ${((100 * masked) / spoken).toFixed(1)} %`);
  const isClean = outcomes.every(({ read, heard }) => read + heard === 0);
  process.exitCode = isClean && masked / spoken <= MOST_MASKED ? 0 : 1;
} finally {
  await whisper.close();
}

async function tryCard(call: SpokenCall) {
  const kept = await recordSpoken(call, openVad, transcriber);
  const again = textsOf(await listenAgain(kept.sound, openVad, transcriber), call.digits);
  const texts = textsOf(kept.texts, call.digits);
  const outcome = {
    read: sum(texts.map(digitsIn)),
    heard: sum(again.map(digitsIn)),
    audible: audibleMs(kept.sound, call.digits),
    late: kept.lateMasks,
  };
  const { read, heard, audible, late } = outcome;
  print(`${call.name}: read ${read}, heard ${heard}, audible ${audible} ms, late ${late}`);
  if (read > 0) print(`  text: ${texts.filter((text) => digitsIn(text) > 0).join(' | ')}`);
  if (heard > 0) print(`  sound: ${again.filter((text) => digitsIn(text) > 0).join(' | ')}`);
  if (audible > 0) print(`  all texts: ${texts.join(' | ')}`);
  return outcome;
}

async function tryOther(call: SpokenCall) {
  const kept = await recordSpoken(call, openVad, transcriber);
  const spoken = sum(call.lines.map(({ fromMs, toMs }) => toMs - fromMs));
  const masked = sum(call.lines.map((line) => sum(kept.masked.map((mask) => overlap(line, mask)))));
  print(`${call.name}: masked ${Math.round(masked)} of ${Math.round(spoken)} ms`);
  if (masked > 0) print(`  text: ${kept.texts.map(({ text }) => text).join(' | ')}`);
  return { spoken, masked };
}

function overlap(one: Stretch, other: Stretch): number {
  return Math.max(0, Math.min(one.toMs, other.toMs) - Math.max(one.fromMs, other.fromMs));
}
