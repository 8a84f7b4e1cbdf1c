import { expect, test } from 'vitest';
import { newCustomerRecord, sampleNowMs, sampleRecord } from '../stories/sample-customer.ts';
import { render, screen } from '../testing/dom.ts';
import { CustomerGlance } from './customer-glance.tsx';

function facts() {
  return screen
    .getAllByRole('term')
    .map((term) => [term.textContent, term.nextSibling?.textContent]);
}

test('puts a late order before a newer one', () => {
  render(<CustomerGlance record={sampleRecord} nowMs={sampleNowMs} />);
  expect(facts()).toEqual([
    ['Account', 'Active'],
    ['Lifetime value', '£1,284.50'],
    ['Late order', '4521 Delayed'],
    ['Open tickets', '1'],
  ]);
});

test('says first that nobody has verified the caller', () => {
  const { rerender } = render(
    <CustomerGlance record={sampleRecord} nowMs={sampleNowMs} verified={false} />,
  );
  expect(facts()[0]).toEqual(['Caller', 'Not verifiedAsk who it is before you tell anything.']);
  expect(facts()).toHaveLength(5);
  rerender(<CustomerGlance record={sampleRecord} nowMs={sampleNowMs} verified />);
  expect(facts()).toHaveLength(4);
});

test('says so when there is no order', () => {
  render(<CustomerGlance record={newCustomerRecord} nowMs={sampleNowMs} />);
  expect(facts()).toContainEqual(['Latest order', 'none']);
});
