import 'server-only';
import { type ExplainingPlaybook, playbookSteps } from '@agent/playbook';
import type { CardTrialRequest, PlaybookCard } from '@agent/protocol';
import { processSingleton } from '../../process-singleton.ts';
import type { Services } from '../../services.ts';

/** The playbook as it is, and as it would be with the draft; the same where there is none. */
export interface TrialPlaybooks {
  stored: ExplainingPlaybook;
  draft: ExplainingPlaybook;
}

/** The cards that were compiled last: one trial follows another, and the stored cards seldom change. */
const kept = processSingleton<{ source: string; playbook?: ExplainingPlaybook }>(
  'trial-playbook',
  () => ({ source: '' }),
);

/** Makes both ready, in steps. */
export function* trialPlaybooks(
  { settings, now }: Pick<Services, 'settings' | 'now'>,
  cards: readonly PlaybookCard[],
  draft: CardTrialRequest['draft'],
): Generator<void, TrialPlaybooks> {
  const options = {
    leastConfidence: () => settings.current().cardConfidence,
    nowMs: () => now().getTime(),
  };
  const source = JSON.stringify(cards);
  if (kept.source !== source || !kept.playbook) {
    kept.playbook = yield* playbookSteps(cards, options);
    kept.source = source;
  }
  const stored = kept.playbook;
  if (!draft) return { stored, draft: stored };
  const others = cards.filter(({ id }) => id !== draft.card.id);
  const changed = draft.enabled ? inPlace(cards, draft.card) : others;
  return { stored, draft: yield* playbookSteps(changed, options) };
}

/** The cards with this one where the stored one stands; the order decides between cards that fit alike. */
function inPlace(cards: readonly PlaybookCard[], card: PlaybookCard): PlaybookCard[] {
  return [...cards.filter(({ id }) => id !== card.id), card].toSorted((one, other) =>
    one.id < other.id ? -1 : 1,
  );
}
