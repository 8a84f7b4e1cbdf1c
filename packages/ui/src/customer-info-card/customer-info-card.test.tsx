import { expect, test } from 'vitest';
import { render, screen } from '../testing/dom.ts';
import { CustomerInfoCard } from './customer-info-card.tsx';

test('shows the name, the contact first, then the facts', () => {
  render(
    <CustomerInfoCard
      customerName="Maria Santos"
      contact="maria@example.org"
      facts={[{ label: 'Waited', value: '1:20' }]}
    />,
  );
  expect(screen.getByRole('heading').textContent).toBe('Maria Santos');
  const terms = screen.getAllByRole('term').map((term) => term.textContent);
  expect(terms).toEqual(['Contact', 'Waited']);
});

test('says that it is loading while there is no name', () => {
  render(<CustomerInfoCard />);
  expect(screen.getByRole('status', { name: 'Loading the customer' })).toBeTruthy();
});
