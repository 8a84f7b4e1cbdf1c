import * as fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { mostChanged } from './most-changed.ts';
import { topicFigureIds, topicFigures } from './topic-figures.ts';
import {
  countChangeInWords,
  moodChangeInWords,
  topicValue,
  whyNoTopicValue,
} from './topic-value.ts';

it('says what each figure is, in whole sentences', () => {
  for (const id of topicFigureIds) {
    const { sentence, notes, formula } = topicFigures[id];
    expect(topicFigures[id].id).toBe(id);
    for (const words of [sentence, ...notes]) expect(words).toMatch(/^[A-Z].*\.$/);
    expect(formula).not.toMatch(/\.$/);
  }
});

it('has no value of nothing and none of too little, and says so', () => {
  const { suggestions } = topicFigures;
  expect(topicValue(suggestions, 0, 0)).toEqual({ value: null, why: 'nothing' });
  expect(topicValue(suggestions, 3, 9)).toEqual({ value: null, why: 'too-few' });
  expect(topicValue(suggestions, 3, 10)).toEqual({ value: 0.3, why: null });
  expect(whyNoTopicValue(suggestions, 'too-few', 9)).toBe(
    '9 suggestions seen; fewer than 10 say too little.',
  );
  expect(whyNoTopicValue(topicFigures.moods, 'nothing', 0)).toBe('There are no scored calls.');
});

it('tells a direction only where there is one to hear', () => {
  expect(moodChangeInWords(-0.5, 0.12)).toBe('0.62 brighter');
  expect(moodChangeInWords(0.1, -0.2)).toBe('0.30 darker');
  expect(moodChangeInWords(0.1, 0.14)).toBe('hardly changed');
  expect(countChangeInWords(1_250, 1_238)).toBe('12 more');
  expect(countChangeInWords(1, 1)).toBe('no change');
});

test('of calls that changed most both ways are there, largest first, whatever there is', () => {
  const changes = fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 40 });
  fc.assert(
    fc.property(changes, (all) => {
      const shown = mostChanged(all.map((change) => ({ change }))).map(({ change }) => change);
      const changed = all.filter((change) => change !== 0);
      const up = changed.filter((change) => change > 0).length;
      expect(shown).toHaveLength(Math.min(10, changed.length));
      expect(shown).toEqual(shown.toSorted((a, b) => b - a));
      expect(shown.filter((change) => change > 0).length).toBeGreaterThanOrEqual(Math.min(5, up));
      const down = changed.length - up;
      expect(shown.filter((change) => change < 0).length).toBeGreaterThanOrEqual(Math.min(5, down));
      expect(Math.max(0, ...shown)).toBe(Math.max(0, ...all));
      expect(Math.min(0, ...shown)).toBe(Math.min(0, ...all));
    }),
  );
});
