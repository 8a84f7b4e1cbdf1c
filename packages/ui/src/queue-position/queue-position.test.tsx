import { expect, test, vi } from 'vitest';
import { render, screen, userEvent } from '../testing/dom.ts';
import { QueuePosition } from './queue-position.tsx';

test.each([
  [{ position: 3, estimatedWaitMs: 240_000 }, 'You are number 3 in line', 'About 4 min'],
  [{ position: 1, estimatedWaitMs: 5_000 }, 'You are next', 'About 1 min'],
  [{ position: 2, estimatedWaitMs: null }, 'You are number 2 in line', 'We cannot tell yet'],
  [{ position: 2, agentsOnline: 0 }, 'You are number 2 in line', 'No agent is at the desk'],
  [{ position: null }, 'An agent is being called to you', ''],
])('says honestly where one stands: %o', (props, title, estimate) => {
  render(<QueuePosition {...props} onLeave={vi.fn()} />);
  const words = screen.getByRole('status').textContent;
  expect(words).toContain(title);
  expect(words).toContain(estimate);
});

test('tells what leaving means before doing it', async () => {
  const onLeave = vi.fn();
  render(<QueuePosition position={3} onLeave={onLeave} />);
  await userEvent.click(screen.getByRole('button', { name: 'Leave the line' }));
  expect(screen.getByRole('dialog').textContent).toContain('nobody will call you back');
  expect(onLeave).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Leave' }));
  expect(onLeave).toHaveBeenCalledOnce();
});
