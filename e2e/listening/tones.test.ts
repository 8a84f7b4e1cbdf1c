import { expect, it } from 'vitest';
import { toneLevels, toneSamples } from './tones.ts';

it('tells the two sides apart by their tones', () => {
  const customer = toneLevels(toneSamples('customer', 600));
  expect(customer.customer).toBeGreaterThan(0.1);
  expect(customer.agent).toBeLessThan(0.005);
  const agent = toneLevels(toneSamples('agent', 600));
  expect(agent.agent).toBeGreaterThan(0.1);
  expect(agent.customer).toBeLessThan(0.005);
});

it('hears none in silence', () => {
  expect(toneLevels(new Int16Array(16_000))).toEqual({ customer: 0, agent: 0 });
  expect(toneLevels(new Int16Array(0))).toEqual({ customer: 0, agent: 0 });
});
