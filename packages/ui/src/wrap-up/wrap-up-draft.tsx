'use client';
import { type WrapUpLineKind, wrapUpLineKinds } from '@agent/protocol';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react';
import { type PartClassNames, part } from '../react/part.ts';
import { Skeleton } from '../skeleton/skeleton.tsx';
import { defaultSpeakerNames, type SpeakerNames } from '../transcript/transcript-labels.ts';
import type { WrapUpDraftItem, WrapUpDraftPart, WrapUpSuggestion } from './draft-item.ts';
import { DraftLine } from './draft-line.tsx';
import type { DraftLineActions } from './draft-line-props.ts';
import { SuggestedOutcome } from './suggested-outcome.tsx';
import { defaultWrapUpDraftLabels, type WrapUpDraftLabels } from './wrap-up-draft-labels.ts';

/** Lines with what became of each, and what can be done; without callbacks it is to be read alone. */
export interface WrapUpDraftProps extends ComponentPropsWithoutRef<'section'>, DraftLineActions {
  lines: readonly WrapUpDraftItem[];
  /** Default `ready`. */
  status?: 'loading' | 'ready' | undefined;
  /** An outcome that the call speaks for, and whether it is the one chosen now. */
  suggestion?: (WrapUpSuggestion & { chosen: boolean }) | null | undefined;
  /** Chooses the suggested outcome; files nothing. */
  onChoose?: ((suggestion: WrapUpSuggestion) => void) | undefined;
  names?: Partial<SpeakerNames> | undefined;
  /** Said instead of "Nothing was said that could be noted down." */
  empty?: ReactNode;
  /** Default 1 000. */
  maxLineLength?: number | undefined;
  /** Classes for its parts, by slot. */
  classNames?: PartClassNames<WrapUpDraftPart> | undefined;
  labels?: Partial<WrapUpDraftLabels> | undefined;
}

/** What a call gives for its notes, line by line, each to be kept, edited or removed. */
export const WrapUpDraft = forwardRef<HTMLElement, WrapUpDraftProps>(function WrapUpDraft(
  {
    lines,
    status = 'ready',
    suggestion,
    onChoose,
    onEdit,
    onRemove,
    onRestore,
    onShow,
    names,
    empty,
    maxLineLength = 1_000,
    classNames,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const text = { ...defaultWrapUpDraftLabels, ...labels };
  const id = useId();
  const kinds = wrapUpLineKinds.filter((kind) => lines.some((line) => line.kind === kind));
  const shared = {
    ...{ onEdit, onRemove, onRestore, onShow, maxLineLength, classNames, text },
    names: { ...defaultSpeakerNames, ...names },
  };
  const group = (kind: WrapUpLineKind) => (
    <li key={kind} {...part('wrap-up-draft-group', classNames)}>
      <h4 id={`${id}-${kind}`}>{text.kinds[kind]}</h4>
      <ul aria-labelledby={`${id}-${kind}`}>
        {lines
          .filter((line) => line.kind === kind)
          .map((line) => (
            <DraftLine key={line.id} line={line} {...shared} />
          ))}
      </ul>
    </li>
  );
  return (
    <section
      aria-label={text.title}
      {...rest}
      ref={ref}
      className={clsx('aui-wrap-up-draft', className)}
      data-slot="wrap-up-draft"
      data-state={status === 'ready' && lines.length === 0 ? 'empty' : status}
    >
      {suggestion ? (
        <SuggestedOutcome
          suggestion={suggestion}
          onChoose={onChoose}
          onShow={onShow}
          classNames={classNames}
          text={text}
        />
      ) : null}
      <header {...part('wrap-up-draft-head', classNames)}>
        <h3>{text.title}</h3>
        {lines.length > 0 && onRemove ? <p>{text.hint}</p> : null}
      </header>
      {status === 'loading' ? (
        <div role="status" aria-label={text.loading} data-slot="wrap-up-draft-loading">
          <Skeleton lines={5} />
        </div>
      ) : lines.length === 0 ? (
        <p data-slot="wrap-up-draft-empty">{empty ?? text.empty}</p>
      ) : (
        <ul data-slot="wrap-up-draft-groups">{kinds.map(group)}</ul>
      )}
    </section>
  );
});
