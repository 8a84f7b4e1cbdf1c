import { expect, test } from 'vitest';
import { finish } from '../finish.ts';
import { type Lesson, learnSteps } from './learn.ts';

const learn = (lessons: readonly Lesson[]) => finish(learnSteps(lessons));

const lesson = (label: string, ...keys: string[]) => ({
  label,
  features: new Map(keys.map((key) => [key, 1])),
});
const lessons = [
  lesson('refund', 'money', 'back'),
  lesson('refund', 'money', 'return'),
  lesson('parcel', 'parcel', 'late'),
  lesson('parcel', 'parcel', 'back'),
];
const features = (...keys: string[]) => new Map(keys.map((key) => [key, 1]));

test('finds the label of what it was taught', () => {
  const shares = learn(lessons)(features('money'));
  expect(shares.get('refund')).toBeGreaterThan(shares.get('parcel') ?? 1);
});

test('gives shares that add up to 1', () => {
  const shares = [...learn(lessons)(features('parcel', 'money')).values()];
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
});

test('is the less sure, the more of a turn is strange', () => {
  const classify = learn(lessons);
  const sure = classify(features('money')).get('refund') ?? 0;
  const unsure = classify(features('money', 'weather', 'dog', 'train')).get('refund') ?? 0;
  expect(unsure).toBeLessThan(sure);
  expect(classify(features('weather')).get('refund')).toBeCloseTo(0.5);
  expect(classify(features()).get('refund')).toBeCloseTo(0.5);
});

test('learns nothing from what only one lesson has', () => {
  expect(learn(lessons)(features('late')).get('parcel')).toBeCloseTo(0.5);
});

test('learns the same from the same', () => {
  const left = learn(lessons)(features('back', 'parcel'));
  expect(left).toEqual(learn(lessons)(features('back', 'parcel')));
});
