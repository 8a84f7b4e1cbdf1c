import { expect, it } from 'vitest';
import { createLossTeller } from './loss-teller.ts';

function setUp() {
  let nowMs = 0;
  const told: string[] = [];
  const losses = createLossTeller(
    ({ fromMs, toMs }, reason) => told.push(`${reason} ${fromMs}–${toMs}`),
    () => nowMs,
  );
  const at = (ms: number) => {
    nowMs = ms;
    losses.tellSettled(nowMs);
  };
  return { losses, told, at };
}

it('tells many pieces as one once no more come', () => {
  const { losses, told, at } = setUp();
  for (let ms = 0; ms < 10_000; ms += 1_000) {
    at(ms);
    losses.lost({ fromMs: ms, toMs: ms + 1_000 }, 'disk-refused');
  }
  at(13_900);
  expect(told).toEqual([]);
  at(14_000);
  at(99_000);
  expect(told).toEqual(['disk-refused 0–10000']);
});

it('tells at once of what lies elsewhere, and what has other reasons apart', () => {
  const { losses, told } = setUp();
  losses.lost({ fromMs: 0, toMs: 20 }, 'unsettled');
  losses.lost({ fromMs: 5_000, toMs: 5_020 }, 'disk-too-slow');
  losses.lost({ fromMs: 9_000, toMs: 9_020 }, 'unsettled');
  expect(told).toEqual(['unsettled 0–20']);
  losses.tellAll();
  losses.tellAll();
  expect(told.slice(1)).toEqual(['disk-too-slow 5000–5020', 'unsettled 9000–9020']);
});

it('tells of a long loss a minute at a time', () => {
  const { losses, told, at } = setUp();
  for (let ms = 0; ms < 130_000; ms += 1_000) {
    losses.lost({ fromMs: ms, toMs: ms + 1_000 }, 'disk-refused');
    at(ms);
  }
  expect(told).toEqual(['disk-refused 0–60000', 'disk-refused 60000–120000']);
});

it('takes what has no length for nothing', () => {
  const { losses, told } = setUp();
  losses.lost({ fromMs: 20, toMs: 20 }, 'bot-restarted');
  losses.tellAll();
  expect(told).toEqual([]);
});
