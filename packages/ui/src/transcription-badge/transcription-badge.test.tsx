import { expect, test } from 'vitest';
import { render } from '../testing/dom.ts';
import { TranscriptionBadge } from './transcription-badge.tsx';

test.each([
  ['live', 400, 'Transcription live · 0.4 s'],
  ['live', 0, 'Transcription live'],
  ['delayed', 6_200, 'Transcription 6 s late'],
  ['off', 0, 'Transcription off'],
  ['declined', 0, 'Not transcribed'],
] as const)('says %s at %i ms in words', (status, delayMs, words) => {
  const { container } = render(<TranscriptionBadge status={status} delayMs={delayMs} />);
  expect(container.textContent).toBe(words);
});
