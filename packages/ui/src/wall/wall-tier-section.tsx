import { ChevronDown, CircleCheck, Eye, Hand } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { part } from '../react/part.ts';
import type { WallContext } from './wall-context.ts';
import type { WallCallItem } from './wall-item.ts';
import { WallRow } from './wall-row.tsx';
import type { WallTier } from './wall-tiers.ts';

const icons: Record<WallTier, ReactNode> = {
  'needs-help': <Hand aria-hidden="true" />,
  watch: <Eye aria-hidden="true" />,
  fine: <CircleCheck aria-hidden="true" />,
};

/** A call as it is shown; one that is over stays for a moment, so that nothing moves under the pointer. */
export interface ShownCall {
  call: WallCallItem;
  isOver: boolean;
}

/** The calls of one tier, where there are many behind a button. Internal to the wall. */
export function WallTierSection({
  tier,
  calls,
  fold,
  context,
}: {
  tier: WallTier;
  calls: readonly ShownCall[];
  /** Absent: they are all shown. */
  fold?: { isOpen: boolean; onToggle: () => void } | undefined;
  context: WallContext;
}) {
  const id = useId();
  const { text, classNames } = context;
  const isShown = fold?.isOpen ?? true;
  return (
    <section {...part('call-wall-tier', classNames)} data-tier={tier} aria-labelledby={id}>
      <div data-slot="call-wall-tier-head">
        <h3 id={id}>
          {icons[tier]}
          {text.tiers[tier]} <span data-slot="call-wall-count">{calls.length}</span>
        </h3>
        {fold ? (
          <button
            type="button"
            data-slot="call-wall-fold"
            aria-expanded={fold.isOpen}
            aria-describedby={id}
            onClick={fold.onToggle}
          >
            {fold.isOpen ? text.hide : text.showAll}
            <ChevronDown data-part="mark" aria-hidden="true" />
          </button>
        ) : null}
      </div>
      {calls.length === 0 ? <p data-slot="call-wall-none">{text.nothingPressing}</p> : null}
      {isShown && calls.length > 0 ? (
        <ol>
          {calls.map(({ call, isOver }) => (
            <WallRow key={call.callId} call={call} isOver={isOver} context={context} />
          ))}
        </ol>
      ) : null}
    </section>
  );
}
