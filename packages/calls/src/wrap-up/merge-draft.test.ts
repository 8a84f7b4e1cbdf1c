import type { WrapUpLine } from '@agent/protocol';
import { expect, test } from 'vitest';
import { composeNotes } from './compose-notes.ts';
import { countFates } from './count-fates.ts';
import type { WrapUpDraftLine } from './draft-line.ts';
import { mergeDraft, restoreLine } from './merge-draft.ts';

function drafted(id: string, atMs: number | null = 0): WrapUpDraftLine {
  return { id, kind: 'promise', text: `text of ${id}`, atMs, speaker: 'agent', segmentId: null };
}

function saved(id: string, fate: WrapUpLine['fate'], text = `text of ${id}`): WrapUpLine {
  return { id, kind: 'promise', text, atMs: 62_000, fate };
}

test('lines are kept until the agent edits or removes them', () => {
  const lines = mergeDraft(
    [drafted('a'), drafted('b', 1), drafted('c', 2)],
    [saved('b', 'edited', 'mine'), saved('c', 'removed')],
  );
  expect(lines.map(({ id, fate, text, original }) => [id, fate, text, original])).toEqual([
    ['a', 'kept', 'text of a', 'text of a'],
    ['b', 'edited', 'mine', 'text of b'],
    ['c', 'removed', 'text of c', 'text of c'],
  ]);
});

test('last words that come late neither lose nor revive what the agent has changed', () => {
  const before = [saved('a', 'edited', 'mine'), saved('b', 'removed'), saved('c', 'kept')];
  const lines = mergeDraft([drafted('d')], before);
  expect(lines.map(({ id, fate }) => [id, fate])).toEqual([
    ['d', 'kept'],
    ['a', 'edited'],
    ['b', 'removed'],
  ]);
  expect(lines[1]).toMatchObject({ text: 'mine', original: null });
});

test('a kept line follows the log when its words change there', () => {
  expect(mergeDraft([drafted('a')], [saved('a', 'kept', 'old words')])[0]?.text).toBe('text of a');
});

test('a removed line comes back as it was, an edited one as the draft has it', () => {
  const again = (line: WrapUpLine, draft = [drafted('a')]) => {
    const [merged] = mergeDraft(draft, [line]);
    return merged && restoreLine(merged);
  };
  expect(again(saved('a', 'removed'))).toMatchObject({ fate: 'kept', text: 'text of a' });
  expect(again(saved('a', 'removed', 'mine'))).toMatchObject({ fate: 'edited', text: 'mine' });
  expect(again(saved('a', 'edited', 'mine'))).toMatchObject({ fate: 'kept', text: 'text of a' });
  expect(again(saved('a', 'edited', 'mine'), [])).toMatchObject({ fate: 'edited', text: 'mine' });
  expect(again(saved('a', 'removed', ''))).toMatchObject({ fate: 'kept', text: 'text of a' });
});

test('notes are the agent’s own words, then the lines left standing with their moment', () => {
  const lines = [saved('a', 'kept'), saved('b', 'removed'), saved('c', 'edited', 'mine')];
  expect(composeNotes({ notes: 'Ring her.', lines })).toBe(
    'Ring her.\nPromised (1:02): text of a\nPromised (1:02): mine',
  );
  expect(composeNotes({ notes: ' ', lines: [] })).toBe('');
  expect(composeNotes({ notes: '', lines: [saved('a', 'edited', ' ')] })).toBe('');
  expect(composeNotes({ notes: 'As typed. ', lines: [] })).toBe('As typed. ');
  expect(countFates(lines)).toEqual({ kept: 1, edited: 1, removed: 1 });
  expect(countFates([])).toBeUndefined();
});

test('what is made of a line in the notes takes no more than is reckoned for it', () => {
  const line: WrapUpLine = {
    id: 'x',
    kind: 'question',
    text: 'a',
    atMs: 99_999_999_999,
    fate: 'kept',
  };
  expect(composeNotes({ notes: '', lines: [line] }).length).toBeLessThanOrEqual(1 + 40);
});
