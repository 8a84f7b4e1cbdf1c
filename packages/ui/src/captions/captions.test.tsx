import { expect, test, vi } from 'vitest';
import { sampleItems } from '../stories/sample-items.ts';
import { render, screen, userEvent } from '../testing/dom.ts';
import { Captions, captionSizesPx } from './captions.tsx';

test('shows the last turns of both sides and nothing else', () => {
  render(<Captions items={sampleItems} names={{ customer: 'You', agent: 'Daniel' }} />);
  const text = screen.getByRole('region', { name: 'Captions' }).textContent;
  expect(text).toContain('The parcel is in our Leeds depot');
  expect(text).toContain('So when will it finally arrive');
  expect(text).not.toContain('Thank you for calling');
  expect(text).not.toContain('4521');
});

test('is turned off and on again, uncontrolled', async () => {
  render(<Captions items={sampleItems} />);
  await userEvent.click(screen.getByRole('button', { name: 'Turn captions off' }));
  expect(screen.getByText('Captions are off.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Turn captions on' }));
  expect(screen.queryByText('Captions are off.')).toBeNull();
});

test('grows and shrinks within its sizes', async () => {
  const onSizeChange = vi.fn();
  render(<Captions items={sampleItems} defaultSize={2} onSizeChange={onSizeChange} />);
  const larger = screen.getByRole<HTMLButtonElement>('button', { name: 'Larger text' });
  await userEvent.click(larger);
  expect(onSizeChange).toHaveBeenCalledWith(captionSizesPx.length - 1);
  expect(larger.disabled).toBe(true);
});

test('keeps to its owner’s size and visibility', async () => {
  render(<Captions items={[]} visible={false} onVisibleChange={vi.fn()} />);
  await userEvent.click(screen.getByRole('button', { name: 'Turn captions on' }));
  expect(screen.getByText('Captions are off.')).toBeTruthy();
});

test('names a supervisor who has joined', () => {
  const segment = { id: 's', state: 'final', startMs: 0, endMs: 900, text: 'Hello.' } as const;
  const said = { kind: 'turn', key: 't', startMs: 0, segments: [segment] } as const;
  render(<Captions items={[{ ...said, speaker: 'supervisor', supervisorName: 'Maria' }]} />);
  expect(screen.getByText('Maria (supervisor)')).toBeTruthy();
});
