import { Check, Lightbulb } from 'lucide-react';
import { Button } from '../button/button.tsx';
import { type PartClassNames, part } from '../react/part.ts';
import type { WrapUpDraftPart, WrapUpSuggestion } from './draft-item.ts';
import { MomentButton } from './moment-button.tsx';
import type { WrapUpDraftLabels } from './wrap-up-draft-labels.ts';

/** An outcome with its reason, and the button that chooses it. */
export function SuggestedOutcome({
  suggestion,
  onChoose,
  onShow,
  classNames,
  text,
}: {
  suggestion: WrapUpSuggestion & { chosen: boolean };
  onChoose: ((suggestion: WrapUpSuggestion) => void) | undefined;
  onShow: ((atMs: number) => void) | undefined;
  classNames: PartClassNames<WrapUpDraftPart> | undefined;
  text: WrapUpDraftLabels;
}) {
  const { label, because, atMs, chosen } = suggestion;
  return (
    <div {...part('wrap-up-draft-outcome', classNames)} data-state={chosen ? 'chosen' : 'open'}>
      <Lightbulb aria-hidden="true" />
      <p>
        {text.suggested} <strong>{label}</strong>
        {text.because(because)}
        {atMs === null ? null : (
          <>
            {' '}
            <MomentButton atMs={atMs} onShow={onShow} text={text} />
          </>
        )}
      </p>
      {onChoose ? (
        <Button
          size="sm"
          icon={chosen ? <Check /> : undefined}
          aria-pressed={chosen}
          onClick={() => onChoose(suggestion)}
        >
          {chosen ? text.chosen : text.choose}
        </Button>
      ) : null}
    </div>
  );
}
