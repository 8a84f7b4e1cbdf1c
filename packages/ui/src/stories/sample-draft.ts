import type { WrapUpDraftItem } from '../wrap-up/draft-item.ts';

/** A line that nobody has touched. */
function line(
  id: string,
  kind: WrapUpDraftItem['kind'],
  atMs: number | null,
  text: string,
  speaker: WrapUpDraftItem['speaker'] = null,
): WrapUpDraftItem {
  return { id, kind, text, fate: 'kept', atMs, speaker, original: text };
}

const reason = 'I ordered a coffee machine two weeks ago and it still has not arrived.';
const promise = 'I have issued the refund, you will see it within three business days.';

/** What a call about a late delivery gives for its notes. */
export const sampleDraft: readonly WrapUpDraftItem[] = [
  line('reason:1', 'reason', 9_000, reason, 'customer'),
  line('order:4521', 'order', 21_000, 'Order 4521'),
  line('amount:1', 'amount', 34_000, 'It was forty-nine pounds ninety.', 'customer'),
  line('promise:1', 'promise', 62_000, promise, 'agent'),
  line('question:1', 'question', 71_000, 'And who pays for the second delivery?', 'customer'),
  line('mood', 'mood', 80_000, 'Sounded negative at the start and positive at the end.'),
  line('hold', 'hold', 45_000, 'On hold once, 12 s in all.'),
];

/** The same with a model's summary, a line edited, one removed, and one that came from an earlier draft. */
export const touchedDraft: readonly WrapUpDraftItem[] = [
  line(
    'summary',
    'summary',
    null,
    'Maria asked where her coffee machine is. It is stuck at the depot. The agent has issued the refund.',
  ),
  ...sampleDraft.map((one): WrapUpDraftItem => {
    if (one.kind === 'promise') return { ...one, fate: 'edited', text: 'Refund within 3 days' };
    if (one.kind === 'amount') return { ...one, fate: 'removed' };
    if (one.kind === 'order') return { ...one, fate: 'edited', text: '4521 only', original: null };
    return one;
  }),
];
