import type { CardReason } from '@agent/protocol';
import { Badge } from '@agent/ui';
import { CircleCheck, CircleOff } from 'lucide-react';
import { percent, reasonWords } from '#client/admin/playbook/reason-words.ts';

/** An agent sees so many cards at once. */
const CARDS_SHOWN = 2;

interface TrialReasonsProps {
  reasons: readonly CardReason[];
  titleOf(id: string): string;
}

/** Which cards come up, and why; then those that stay away though something speaks for them. */
export function TrialReasons({ reasons, titleOf }: TrialReasonsProps) {
  const names = new Map(reasons.map(({ cardId, title }) => [cardId, title]));
  const nameOf = (id: string) => names.get(id) ?? titleOf(id);
  const up = reasons.filter(({ comesUp }) => comesUp);
  const away = reasons.filter(({ comesUp }) => !comesUp);
  return (
    <section className="playbook-results" aria-label="What comes up">
      <div role="status">
        <h3>{headOf(up.length)}</h3>
      </div>
      {up.length > 0 ? (
        <ol>
          {up.map((reason, place) => (
            <Reason key={reason.cardId} reason={reason} nameOf={nameOf}>
              <Badge tone="success" icon={<CircleCheck />}>
                {place < CARDS_SHOWN ? 'Comes up' : 'Fits, behind two others'}
              </Badge>
            </Reason>
          ))}
        </ol>
      ) : null}
      {away.length > 0 ? (
        <>
          <h4>Stays away</h4>
          <ul>
            {away.map((reason) => (
              <Reason key={reason.cardId} reason={reason} nameOf={nameOf}>
                <Badge icon={<CircleOff />}>Stays away</Badge>
              </Reason>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function headOf(count: number): string {
  if (count === 0) return 'No card comes up';
  return count === 1 ? 'One card comes up' : `${count} cards fit, the two best come up`;
}

function Reason({
  reason,
  nameOf,
  children,
}: {
  reason: CardReason;
  nameOf(id: string): string;
  children: React.ReactNode;
}) {
  return (
    <li>
      <p className="playbook-row-name">
        <strong dir="auto">{reason.title}</strong>
        {children}
        {reason.confidence === null ? null : (
          <span className="playbook-muted">{percent(reason.confidence)} sure</span>
        )}
      </p>
      {reasonWords(reason, nameOf).map((sentence) => (
        <p key={sentence} className="playbook-muted" dir="auto">
          {sentence}
        </p>
      ))}
    </li>
  );
}
