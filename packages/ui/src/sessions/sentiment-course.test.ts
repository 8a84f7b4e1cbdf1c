import { SENTIMENT_LABEL_THRESHOLD, sentimentLabel } from '@agent/protocol';
import { expect, test } from 'vitest';
import { sentimentCourse, toneOf } from './sentiment-course.ts';

test.each([
  [null, null, 'unknown'],
  [-0.8, null, 'unknown'],
  [null, -0.8, 'ends-upset'],
  [-0.5, -0.8, 'upset-throughout'],
  [0.1, -0.8, 'ends-upset'],
  [0.6, -0.8, 'ends-upset'],
  [-0.5, 0.1, 'calms-down'],
  [0, 0.1, 'calm-throughout'],
  [null, 0.1, 'ends-calm'],
  [0.7, 0.1, 'ends-calm'],
  [-0.7, 0.6, 'turns-around'],
  [0, 0.6, 'ends-pleased'],
  [0.5, 0.6, 'pleased-throughout'],
])('from %s to %s is %s', (start, end, course) => {
  expect(sentimentCourse(start, end)).toBe(course);
});

test('draws its lines where the labels of segments have theirs', () => {
  const edges = [-1, -1.01, -0.99, 0, 0.99, 1, 1.01].map((x) => x * SENTIMENT_LABEL_THRESHOLD);
  expect(edges.map(toneOf)).toEqual(edges.map(sentimentLabel));
});
