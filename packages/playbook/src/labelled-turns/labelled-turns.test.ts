import { describe, expect, it } from 'vitest';
import { createPlaybook } from '../create-playbook.ts';
import { projectCards } from '../test-support/project-cards.ts';
import {
  isHelped,
  isRight,
  type JudgedTurn,
  labelledFigures,
  offeredCards,
} from './judge-turns.ts';
import { type LabelledTurn, labelledTurns } from './labelled-turns.ts';
import { turnConversation } from './turn-conversation.ts';

const nowMs = Date.parse('2026-11-23T10:00:00Z');
const cards = projectCards();
const playbook = createPlaybook(cards, { nowMs: () => nowMs });

function judge(turns: readonly LabelledTurn[]) {
  return turns.map((turn) => ({
    ...turn,
    offered: offeredCards(playbook, turnConversation(turn, nowMs)),
  }));
}

const isMissed = (turn: JudgedTurn) =>
  turn.expect.length > 0 ? !isHelped(turn) || !isRight(turn) : turn.offered.length > 0;

function figuresOf(turns: readonly JudgedTurn[]) {
  const { shown, right, wanting, helped } = labelledFigures(turns);
  return {
    precision: right / shown,
    recall: helped / wanting,
    text: `${right} of ${shown} cards right, ${helped} of ${wanting} turns helped`,
  };
}

const print = (line: string) => process.stdout.write(`${line}\n`);

function printFigures(part: string, turns: readonly JudgedTurn[]) {
  const { precision, recall, text } = figuresOf(turns);
  print(
    `Playbook, ${part}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} (${text})`,
  );
}

describe('the playbook on the labelled turns', () => {
  const development = labelledTurns('development');
  const heldOut = labelledTurns('held-out');

  it('knows every card that the labels name', () => {
    const known = new Set(cards.map(({ id }) => id));
    const named = [...development, ...heldOut].flatMap(({ expect }) => expect);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(development.length + heldOut.length).toBeGreaterThanOrEqual(150);
    expect(heldOut.length).toBeGreaterThanOrEqual(60);
  });

  it('brings the right card on the development part', () => {
    const judged = judge(development);
    for (const { customer, offered, expect } of judged.filter(isMissed)) {
      print(
        `  [${offered.join(', ') || 'none'}] instead of [${expect.join(', ') || 'none'}]: ${customer}`,
      );
    }
    printFigures('development', judged);
    expect(figuresOf(judged).precision).toBeGreaterThanOrEqual(0.85);
    expect(figuresOf(judged).recall).toBeGreaterThanOrEqual(0.75);
  });

  it('brings the right card on the held-out part', () => {
    const judged = judge(heldOut);
    printFigures('held out', judged);
    expect(figuresOf(judged).precision).toBeGreaterThanOrEqual(0.85);
    expect(figuresOf(judged).recall).toBeGreaterThanOrEqual(0.75);
  });
});
