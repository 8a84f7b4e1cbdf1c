import type { StoredCard } from '@agent/protocol';
import { Button, Notice, RelativeTime } from '@agent/ui';
import { type CardDraft, textOfDraft } from '#client/admin/playbook/card-draft.ts';
import { changeWords } from '#client/admin/playbook/card-words.ts';
import { yamlOf } from '#client/admin/playbook/card-yaml.ts';
import { CardDifference } from './card-difference.tsx';

interface CardConflictProps {
  /** As somebody else has made it. */
  stored: StoredCard;
  draft: CardDraft;
  /** What the server said. */
  problem: string | null;
  onTakeTheirs(): void;
  onKeepMine(): void;
}

/** Somebody else has changed the card while this one was typed: what differs, and whose words stay. */
export function CardConflict({ stored, draft, problem, ...decide }: CardConflictProps) {
  const { lastChange, enabled } = stored;
  return (
    <Notice
      tone="warning"
      role="alert"
      title={problem ?? 'This card was changed while you had it open'}
      action={
        <div className="playbook-buttons">
          <Button size="sm" onClick={decide.onTakeTheirs}>
            Take theirs, drop mine
          </Button>
          <Button size="sm" onClick={decide.onKeepMine}>
            Go on with mine
          </Button>
        </div>
      }
    >
      <p>
        {changeWords(lastChange)} <RelativeTime at={lastChange.at} />; it is{' '}
        {enabled ? 'on' : 'off'} now. This is what your words would change of theirs:
      </p>
      <CardDifference before={yamlOf(stored.card)} after={textOfDraft(draft)} />
    </Notice>
  );
}
