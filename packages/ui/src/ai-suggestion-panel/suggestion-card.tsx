'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, useId, useRef } from 'react';
import { Button, type ButtonVariant } from '../button/button.tsx';
import type { KeyboardPlatform } from '../keyboard-hint/keyboard-hint-labels.ts';
import { useKeyboardPlatform } from '../react/keyboard-platform.ts';
import { type PartClassNames, part } from '../react/part.ts';
import { ariaShortcut } from '../react/shortcut-keys.ts';
import { useScrollableTabIndex } from '../react/use-scrollable-tab-index.ts';
import {
  defaultSuggestionCardLabels,
  type SuggestionCardLabels,
} from './ai-suggestion-panel-labels.ts';
import { SuggestionAge } from './suggestion-age.tsx';
import { SuggestionEditor } from './suggestion-editor.tsx';
import { ActionFact, OriginFact } from './suggestion-facts.tsx';
import type { SuggestionItem, SuggestionVerb } from './suggestion-item.ts';

/** What a card looks like; `leaving` fades. */
export type SuggestionCardState = 'writing' | 'current' | 'waiting' | 'editing' | 'leaving';

/** Parts of a `SuggestionCard` that can be given a class. */
export type SuggestionCardPart =
  | 'suggestion-card-head'
  | 'suggestion-card-text'
  | 'suggestion-card-reasoning'
  | 'suggestion-card-origin'
  | 'suggestion-card-buttons';

/** One suggestion, where it stands, and what happens when the agent acts on it. */
export interface SuggestionCardProps
  extends Omit<ComponentPropsWithoutRef<'article'>, 'children' | 'onEdit'> {
  item: SuggestionItem;
  /** Place in the panel from 1, also the key that chooses the card. Default 1. */
  position?: number | undefined;
  /** Default: `writing` or `current`, as the item is. */
  state?: SuggestionCardState | undefined;
  /** One of the buttons was pressed. */
  onVerb: (verb: SuggestionVerb) => void;
  /** The edited text is to be used. */
  onEdited?: ((text: string) => void) | undefined;
  /** The agent wants to leave the editor. */
  onBack?: (() => void) | undefined;
  pending?: boolean | undefined;
  /** For somebody who only looks on: no buttons. Default false. */
  readOnly?: boolean | undefined;
  /** Keys shown on the buttons; the card does not listen for them. */
  keys?: Partial<Record<SuggestionVerb | 'choose', string>> | undefined;
  /** Replaces the clock, for tests and replay. */
  nowMs?: number | undefined;
  /** Language of the time on hover. Default: the browser's. */
  locale?: string | undefined;
  /** Classes for its parts, by slot. */
  classNames?: PartClassNames<SuggestionCardPart> | undefined;
  labels?: Partial<SuggestionCardLabels> | undefined;
}

/** One suggestion: its words, why, what it asks for, how sure it is, and what to do with it. */
export const SuggestionCard = forwardRef<HTMLElement, SuggestionCardProps>(function SuggestionCard(
  {
    item,
    position = 1,
    state = item.state === 'writing' ? 'writing' : 'current',
    onVerb,
    onEdited,
    onBack,
    pending = false,
    readOnly = false,
    keys = {},
    nowMs,
    locale,
    classNames,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const text = { ...defaultSuggestionCardLabels, ...labels };
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  const tabIndex = useScrollableTabIndex(body);
  return (
    <article
      aria-label={text.card(position)}
      {...rest}
      ref={ref}
      className={clsx('aui-suggestion-card', className)}
      data-slot="suggestion-card"
      data-state={state}
      data-suggestion-id={item.id}
      aria-hidden={state === 'leaving' || undefined}
      aria-busy={state === 'writing' || pending || undefined}
    >
      <header {...part('suggestion-card-head', classNames)}>
        <ActionFact item={item} text={text} />
        {item.offeredAtMs === null ? null : (
          <SuggestionAge
            offeredAtMs={item.offeredAtMs}
            nowMs={nowMs}
            locale={locale}
            words={text.age}
          />
        )}
        <PositionMark state={state} chooseKey={keys.choose} text={text} />
      </header>
      {state === 'editing' ? (
        <SuggestionEditor
          initialText={item.text}
          text={text}
          classNames={classNames}
          pending={pending}
          onSend={(words) => onEdited?.(words)}
          onBack={() => onBack?.()}
        />
      ) : (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; this is text that may scroll. */}
          <div
            ref={body}
            data-slot="suggestion-card-body"
            tabIndex={tabIndex}
            role="group"
            aria-labelledby={`${id}-text`}
          >
            <p id={`${id}-text`} {...part('suggestion-card-text', classNames)} dir="auto">
              {item.text}
            </p>
            {item.reasoning ? (
              <p {...part('suggestion-card-reasoning', classNames)} dir="auto">
                {item.reasoning}
              </p>
            ) : null}
          </div>
          <OriginFact item={item} text={text} classNames={classNames} />
          {readOnly ? null : (
            <Verbs
              text={text}
              classNames={classNames}
              keys={keys}
              onVerb={onVerb}
              isCurrent={state === 'current'}
              pending={pending}
              disabled={state === 'writing' || state === 'leaving'}
            />
          )}
        </>
      )}
    </article>
  );
});

/** The key that chooses the card; filled on the one that the keys act on. */
function PositionMark({
  state,
  chooseKey,
  text,
}: {
  state: SuggestionCardState;
  chooseKey: string | undefined;
  text: SuggestionCardLabels;
}) {
  if (!chooseKey) return null;
  const isCurrent = state === 'current' || state === 'editing';
  return (
    <span
      data-slot="suggestion-card-position"
      data-state={isCurrent ? 'current' : 'waiting'}
      title={isCurrent ? text.current : undefined}
    >
      <span aria-hidden="true" data-slot="suggestion-card-key">
        {chooseKey}
      </span>
      {isCurrent ? <span data-slot="visually-hidden">{text.current}</span> : null}
    </span>
  );
}

function Verbs({
  text,
  classNames,
  keys,
  onVerb,
  isCurrent,
  pending,
  disabled,
}: {
  text: SuggestionCardLabels;
  classNames: SuggestionCardProps['classNames'];
  keys: NonNullable<SuggestionCardProps['keys']>;
  onVerb: (verb: SuggestionVerb) => void;
  isCurrent: boolean;
  pending: boolean;
  disabled: boolean;
}) {
  const platform = useKeyboardPlatform();
  return (
    <div {...part('suggestion-card-buttons', classNames)}>
      {buttonGroups.map((buttons) => (
        <div key={buttons[0]?.verb} data-slot="suggestion-card-verbs">
          {buttons.map(({ verb, variant }) => (
            <Button
              key={verb}
              size="sm"
              variant={variant === 'primary' && !isCurrent ? 'secondary' : variant}
              shortcut={keys[verb]}
              shortcutLabels={text.keys}
              data-verb={verb}
              aria-keyshortcuts={bothKeys(keys[verb], platform)}
              disabled={disabled}
              pending={pending}
              onClick={() => onVerb(verb)}
            >
              {text[verb]}
            </Button>
          ))}
        </div>
      ))}
    </div>
  );
}

/** The key alone and the one that works while somebody types. */
function bothKeys(key: string | undefined, platform: KeyboardPlatform): string | undefined {
  return key && `${key} ${ariaShortcut(`Alt+${key}`, platform)}`;
}

/** What takes the suggestion, and what refuses it: each stays together on a narrow card. */
const buttonGroups: readonly (readonly { verb: SuggestionVerb; variant: ButtonVariant }[])[] = [
  [
    { verb: 'use', variant: 'primary' },
    { verb: 'said', variant: 'secondary' },
    { verb: 'edit', variant: 'secondary' },
  ],
  [
    { verb: 'dismiss', variant: 'ghost' },
    { verb: 'wrong', variant: 'ghost' },
  ],
];
