import { expect, test } from 'vitest';
import { render, screen } from '../testing/dom.ts';
import { TextField } from './text-field.tsx';

test('ties label, hint and error to the input', () => {
  render(<TextField label="Your name" hint="The agent sees it." error="Enter your name." />);
  const input = screen.getByLabelText('Your name');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  const described = (input.getAttribute('aria-describedby') ?? '').split(' ');
  const words = described.map((id) => document.getElementById(id)?.textContent);
  expect(words).toEqual(['The agent sees it.', 'Enter your name.']);
});

test('is not called invalid without an error', () => {
  render(<TextField label="Your name" />);
  const input = screen.getByLabelText('Your name');
  expect(input.hasAttribute('aria-invalid')).toBe(false);
  expect(input.hasAttribute('aria-describedby')).toBe(false);
});
