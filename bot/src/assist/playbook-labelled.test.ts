import { readdirSync, readFileSync } from 'node:fs';
import { createPlaybook } from '@agent/playbook';
import { type PlaybookCard, playbookCardSchema } from '@agent/protocol';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  conversationOf,
  type LabelledTurn,
  loadLabelledTurns,
} from './test-support/labelled-turns.ts';

const folder = new URL('../../../playbook/', import.meta.url);
const nowMs = Date.parse('2026-11-23T10:00:00Z');

function projectCards(): PlaybookCard[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .flatMap((name) =>
      z.array(playbookCardSchema).parse(parse(readFileSync(new URL(name, folder), 'utf8'))),
    );
}

const cards = projectCards();
const playbook = createPlaybook(cards, { nowMs: () => nowMs });

interface Judged extends LabelledTurn {
  /** Ids of the two best cards, best first. */
  offered: readonly string[];
}

function judge(turns: readonly LabelledTurn[]): Judged[] {
  return turns.map((turn) => {
    const matches = playbook.match(conversationOf(turn, nowMs));
    return { ...turn, offered: matches.slice(0, 2).map(({ card }) => card.id) };
  });
}

const isTopRight = ({ offered: [top = ''], expect }: Judged) => expect.includes(top);
const isFound = ({ offered, expect }: Judged) => offered.some((id) => expect.includes(id));
const isMissed = (turn: Judged) =>
  turn.expect.length > 0 ? !isFound(turn) || !isTopRight(turn) : turn.offered.length > 0;

function figuresOf(turns: readonly Judged[]) {
  const withCard = turns.filter(({ offered }) => offered.length > 0);
  const inDomain = turns.filter(({ expect }) => expect.length > 0);
  return {
    precision: withCard.filter(isTopRight).length / withCard.length,
    recall: inDomain.filter(isFound).length / inDomain.length,
    text: `${withCard.filter(isTopRight).length} of ${withCard.length} cards right, ${inDomain.filter(isFound).length} of ${inDomain.length} turns helped`,
  };
}

const print = (line: string) => process.stdout.write(`${line}\n`);

function printFigures(part: string, turns: readonly Judged[]) {
  const { precision, recall, text } = figuresOf(turns);
  print(
    `Playbook, ${part}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} (${text})`,
  );
}

describe('the playbook on the labelled turns', () => {
  const development = loadLabelledTurns('development');
  const heldOut = loadLabelledTurns('held-out');

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
