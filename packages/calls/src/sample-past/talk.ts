import { type SegmentId, sentimentLabel } from '@agent/protocol';
import type { Draw } from './draw.ts';
import { language } from './language.ts';
import type { LogBook } from './log-book.ts';
import type { SampleTopic } from './sample-past.types.ts';
import type { Hand } from './staff.ts';
import { suggest } from './suggest.ts';
import type { Visit } from './visit.ts';

/** A stretch in which both talk, with how the customer feels at both ends (−1 to 1). */
export interface Spell {
  visit: Visit;
  hand: Hand;
  fromMs: number;
  untilMs: number;
  /** All times in payloads count from here. */
  answeredAtMs: number;
  isTranscribed: boolean;
  mood: { from: number; to: number };
  lineEveryMs: number;
}

const { lines } = language;

/** Writes down what is said, shown and done in a spell; between two lines a hold may come. */
export function writeSpell(book: LogBook, draw: Draw, spell: Spell): void {
  const { fromMs, untilMs, visit } = spell;
  const lastMs = untilMs - 1_500;
  const hold = holdOf(draw, spell);
  if (hold) {
    book.add(hold.fromMs, 'call.held', 'agent', {});
    book.add(hold.untilMs, 'call.resumed', 'agent', {});
  }
  if (!spell.isTranscribed) return;
  const teller = createTeller(book, draw, spell);
  const [main] = visit.caller.topics;
  teller.agentSays(fromMs + draw.duration(1_800, 0.5), draw.one(lines.agentOpens));
  let atMs = fromMs + draw.duration(6_500, 0.3);
  for (let turn = 0; atMs < lastMs - 3_000; turn += 1) {
    if (turn % 2 === 1) teller.agentTurn(atMs, turn);
    else teller.customerTurn(atMs, turn === 0 ? main : topicOf(visit, draw, turn), turn);
    atMs += draw.duration(spell.lineEveryMs, 0.35);
    if (hold && atMs > hold.fromMs - 2_500 && atMs < hold.untilMs) atMs = hold.untilMs + 700;
  }
}

/** What comes up besides, now and then. */
function topicOf({ caller }: Visit, draw: Draw, turn: number): SampleTopic | undefined {
  if (turn % 4 !== 0 || !draw.isOne(0.75)) return undefined;
  return caller.topics[1 + ((turn / 4) % 2)];
}

function holdOf(draw: Draw, { fromMs, untilMs }: Spell) {
  if (!draw.isOne(0.13) || untilMs - fromMs < 60_000) return undefined;
  const heldAtMs = fromMs + Math.round((untilMs - fromMs) * (0.25 + 0.35 * draw.share()));
  const lastMs = untilMs - 8_000;
  return { fromMs: heldAtMs, untilMs: Math.min(lastMs, heldAtMs + draw.duration(32_000, 0.6)) };
}

function createTeller(book: LogBook, draw: Draw, spell: Spell) {
  const { visit, hand, answeredAtMs, fromMs, untilMs, mood } = spell;
  let hasAlerted = false;

  return { agentSays, agentTurn, customerTurn };

  function say(speaker: 'agent' | 'customer', atMs: number, text: string): SegmentId {
    const segmentId = draw.id();
    const startMs = atMs - answeredAtMs;
    const endMs = startMs + Math.min(400 + 55 * text.length, untilMs - atMs - 700);
    const data = {
      ...{ segmentId: segmentId as SegmentId, speaker, startMs, endMs, text },
      ...{ language: 'en', meanLogProbability: -0.1 - Math.round(30 * draw.share()) / 100 },
    };
    book.add(answeredAtMs + endMs + 400, 'segment.final', 'bot', data, segmentId);
    return segmentId as SegmentId;
  }

  function agentSays(atMs: number, text: string): void {
    if (atMs < untilMs - 2_000) say('agent', atMs, text);
  }

  function agentTurn(atMs: number, turn: number): void {
    const isNearEnd = untilMs - atMs < 2 * spell.lineEveryMs;
    const early = turn < 4 ? lines.agentAsks : lines.agentTells;
    agentSays(atMs, draw.one(isNearEnd ? lines.agentCloses : early));
    if (draw.isOne(0.012)) {
      const data = { messageId: draw.id(), from: 'agent', text: lines.chat } as const;
      book.add(atMs + 500, 'chat.message', 'agent', data);
    }
  }

  function customerTurn(atMs: number, topic: SampleTopic | undefined, turn: number): void {
    const share = (atMs - fromMs) / Math.max(1, untilMs - fromMs);
    const felt = mood.from + (mood.to - mood.from) * share + 0.22 * draw.normal();
    const score = Math.round(100 * Math.max(-1, Math.min(1, felt))) / 100;
    const { orderNumber, customerId } = visit.caller;
    const namesOrder = turn === 2 && customerId !== null && visit.number % 3 === 0;
    const text = namesOrder ? lines.customerNamesOrder(orderNumber) : wordsOf(topic, score);
    const segmentId = say('customer', atMs, text);
    const heardMs = Math.min(untilMs - 250, atMs + 400 + 55 * text.length + 450);
    feel(segmentId, score, heardMs);
    if (namesOrder) {
      book.add(heardMs + 20, 'order.mentioned', 'bot', { segmentId, orderNumber, customerId });
    }
    if (topic)
      suggest({ book, draw, hand, untilMs, agentSays }, { segmentId, topic, atMs: heardMs + 40 });
  }

  /** Examples that are clear only as an answer have two voices. */
  function wordsOf(topic: SampleTopic | undefined, score: number): string {
    const said = topic?.examples.filter((example) => !example.includes('>')) ?? [];
    if (said.length > 0) return draw.one(said);
    if (score < -0.4) return draw.one(lines.customerAngry);
    return draw.one(score > 0.45 ? lines.customerGlad : lines.customerEven);
  }

  function feel(segmentId: SegmentId, score: number, atMs: number): void {
    const confidence = 0.5 + Math.round(40 * draw.share()) / 100;
    const label = sentimentLabel(score);
    book.add(atMs, 'sentiment.scored', 'bot', {
      ...{ segmentId, score, label, confidence, source: 'lexicon' },
    });
    if (hasAlerted || score >= -0.5) return;
    hasAlerted = true;
    const alert = { segmentId, score, advice: lines.advice };
    book.add(atMs + 10, 'sentiment.alerted', 'bot', alert);
  }
}
