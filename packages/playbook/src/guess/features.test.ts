import { expect, test } from 'vitest';
import { tokensOf } from '../words/tokens.ts';
import { featuresOf } from './features.ts';

const keys = (customer: string, agent = '') => [
  ...featuresOf(tokensOf(customer), tokensOf(agent)).keys(),
];

test('notices words by their stems and by their kinds', () => {
  expect(keys('kettles')).toEqual(expect.arrayContaining(['kettl', '<product>']));
});

test('notices what stands beside what, a kind instead of each of its words', () => {
  expect(keys('my kettle hums')).toContain('<product> hum');
  expect(keys('my lamp hums')).toContain('<product> hum');
});

test('takes any number for one', () => {
  expect(keys('four five')).toContain('#');
  expect(keys('four five')).toEqual(keys('9 8'));
});

test('notices what is denied', () => {
  expect(keys('I am not angry')).toContain('not ... <angry>');
  expect(keys('I am angry')).not.toContain('not ... <angry>');
});

test('keeps the words of the agent apart', () => {
  expect(keys('yes', 'a refund?')).toContain('agent: refund');
  expect(keys('yes', 'a refund?')).not.toContain('refund');
});
