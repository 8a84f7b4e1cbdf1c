'use client';
import { clsx } from 'clsx';
import { MessageSquareLock, X } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef, useRef } from 'react';
import { IconButton } from '../icon-button/icon-button.tsx';
import { type PartClassNames, part } from '../react/part.ts';
import { useKeptFocus } from '../react/use-kept-focus.ts';
import { useMergedRef } from '../react/use-merged-ref.ts';
import { Timer } from '../timer/timer.tsx';
import { type CoachMessagesLabels, defaultCoachMessagesLabels } from './coach-messages-labels.ts';

/** What a supervisor wrote to the agent. */
export interface CoachNote {
  id: string;
  /** Name of the supervisor. */
  from: string;
  text: string;
  /** Epoch milliseconds. */
  sentAtMs: number;
}

/** Parts of `CoachMessages` that can be given a class. */
export type CoachMessagesPart = 'coach-message' | 'coach-message-head' | 'coach-message-text';

/** The messages that the agent has not put away yet, oldest first. */
export interface CoachMessagesProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  messages: readonly CoachNote[];
  onDismiss: (id: string) => void;
  /** Replaces the clock, for tests and replay. */
  nowMs?: number | undefined;
  /** Language of the exact time on hover. Default: the browser's. */
  locale?: string | undefined;
  /** Classes for its parts, by slot. */
  classNames?: PartClassNames<CoachMessagesPart> | undefined;
  labels?: Partial<CoachMessagesLabels> | undefined;
}

/**
 * What supervisors write to the agent during a call, each until it is put away. New ones are read out and
 * take no focus.
 */
export const CoachMessages = forwardRef<HTMLDivElement, CoachMessagesProps>(function CoachMessages(
  { messages, onDismiss, nowMs, locale, classNames, labels, className, ...rest },
  ref,
) {
  const text = { ...defaultCoachMessagesLabels, ...labels };
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root, root);
  return (
    <div
      aria-label={text.name}
      // Its seconds go on: only what is added is read out.
      role="log"
      aria-relevant="additions"
      {...rest}
      ref={useMergedRef(root, ref)}
      tabIndex={-1}
      className={clsx('aui-coach-messages', className)}
      data-slot="coach-messages"
      data-state={messages.length > 0 ? 'open' : 'empty'}
    >
      {messages.map(({ id, from, text: words, sentAtMs }) => (
        <article key={id} {...part('coach-message', classNames)}>
          <MessageSquareLock aria-hidden="true" />
          <div>
            <p {...part('coach-message-head', classNames)}>
              <strong dir="auto">{text.from(from)}</strong> <span>{text.alone}</span>{' '}
              <Timer
                aria-live="off"
                sinceMs={sentAtMs}
                nowMs={nowMs}
                locale={locale}
                labels={{ elapsed: text.elapsed }}
              />
            </p>
            <p {...part('coach-message-text', classNames)} dir="auto">
              {words}
            </p>
          </div>
          <IconButton size="sm" label={text.dismiss} icon={<X />} onClick={() => onDismiss(id)} />
        </article>
      ))}
    </div>
  );
});
