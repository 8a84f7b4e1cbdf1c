'use client';
import { clsx } from 'clsx';
import { LifeBuoy } from 'lucide-react';
import {
  type ComponentPropsWithoutRef,
  type FormEvent,
  forwardRef,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { Button } from '../button/button.tsx';
import { Announcement, useAnnouncement } from '../react/announcement.tsx';
import { type PartClassNames, part } from '../react/part.ts';
import { useDismiss } from '../react/use-dismiss.ts';
import { useMergedRef } from '../react/use-merged-ref.ts';
import { useShortcuts } from '../react/use-shortcuts.ts';
import { TextField } from '../text-field/text-field.tsx';
import { Timer } from '../timer/timer.tsx';
import { defaultHelpRequestLabels, type HelpRequestLabels } from './help-request-labels.ts';

/** A request for help that is open. */
export interface AskedHelp {
  /** Epoch milliseconds. */
  askedAtMs: number;
  /** Who sees to it; null: nobody yet. */
  takenBy: string | null;
}

/** Parts of a `HelpRequest` that can be given a class. */
export type HelpRequestPart = 'help-request-state' | 'help-request-form';

/** The request that is open, and what the agent does about it. */
export interface HelpRequestProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** null: nobody has been asked. */
  request: AskedHelp | null;
  /** The reason may be empty. */
  onAsk: (reason: string) => void;
  /** The agent withdraws the request or, once somebody has taken it, is done. */
  onEnd: () => void;
  /** Asking or ending is under way. */
  pending?: boolean | undefined;
  /** Key that works anywhere in the page and is shown on the button; `null` for none. Default `N`. */
  shortcut?: string | null | undefined;
  /** Default 200. */
  maxReasonLength?: number | undefined;
  /** Replaces the clock, for tests and replay. */
  nowMs?: number | undefined;
  /** Language of the exact time on hover. Default: the browser's. */
  locale?: string | undefined;
  /** Classes for its parts, by slot. */
  classNames?: PartClassNames<HelpRequestPart> | undefined;
  labels?: Partial<HelpRequestLabels> | undefined;
}

/** Key that asks for help, while nobody types. */
export const HELP_SHORTCUT = 'N';

/**
 * The agent's way to call a supervisor: a button, a field for the reason, and how long ago that was or
 * who takes it. The button stays the same one, so that focus stays where it is.
 */
export const HelpRequest = forwardRef<HTMLDivElement, HelpRequestProps>(function HelpRequest(
  {
    request,
    onAsk,
    onEnd,
    pending = false,
    shortcut = HELP_SHORTCUT,
    maxReasonLength = 200,
    nowMs,
    locale,
    classNames,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const text = { ...defaultHelpRequestLabels, ...labels };
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  if (isOpen && request !== null) setOpen(false);
  const isAsking = isOpen && request === null;
  const id = useId();
  const close = (refocus: boolean) => {
    setOpen(false);
    if (refocus) button.current?.focus();
  };
  useDismiss(root, isAsking, close);
  const open = () => setOpen(!pending);
  useShortcuts(
    shortcut ? [{ keys: shortcut, label: text.ask, run: open, disabled: request !== null }] : [],
  );
  const end = request?.takenBy == null ? text.withdraw : text.done;
  return (
    <div
      {...rest}
      ref={useMergedRef(root, ref)}
      className={clsx('aui-help-request', className)}
      data-slot="help-request"
      data-state={isAsking ? 'asking' : stateOf(request)}
    >
      {request ? (
        <p {...part('help-request-state', classNames)}>
          <LifeBuoy aria-hidden="true" />
          <strong dir="auto" title={request.takenBy ?? undefined}>
            {request.takenBy === null ? text.asked : text.taken(request.takenBy)}
          </strong>{' '}
          <Timer
            sinceMs={request.askedAtMs}
            nowMs={nowMs}
            locale={locale}
            labels={{ elapsed: text.elapsed }}
          />
        </p>
      ) : null}
      <Button
        ref={button}
        icon={request ? undefined : <LifeBuoy />}
        shortcut={request ? undefined : (shortcut ?? undefined)}
        shortcutLabels={text.keys}
        pending={pending}
        aria-expanded={request ? undefined : isAsking}
        aria-controls={isAsking ? id : undefined}
        onClick={() => (request ? onEnd() : setOpen(!isOpen))}
      >
        {request ? end : text.ask}
      </Button>
      {isAsking ? (
        <ReasonForm
          id={id}
          text={text}
          maxLength={maxReasonLength}
          classNames={classNames}
          onCancel={() => close(true)}
          onSend={(reason) => {
            close(true);
            onAsk(reason);
          }}
        />
      ) : null}
      <Said request={request} text={text} />
    </div>
  );
});

function stateOf(request: AskedHelp | null): 'idle' | 'asked' | 'taken' {
  if (request === null) return 'idle';
  return request.takenBy === null ? 'asked' : 'taken';
}

function ReasonForm({
  id,
  text,
  maxLength,
  classNames,
  onCancel,
  onSend,
}: {
  id: string;
  text: HelpRequestLabels;
  maxLength: number;
  classNames: HelpRequestProps['classNames'];
  onCancel: () => void;
  onSend: (reason: string) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(field.current?.value.trim() ?? '');
  };
  return (
    <form
      {...part('help-request-form', classNames)}
      id={id}
      aria-label={text.ask}
      autoComplete="off"
      onSubmit={send}
    >
      <TextField
        ref={field}
        label={text.reason}
        hint={text.reasonHint}
        maxLength={maxLength}
        dir="auto"
      />
      <div data-slot="help-request-actions">
        <Button variant="ghost" onClick={onCancel}>
          {text.cancel}
        </Button>
        <Button variant="primary" type="submit">
          {text.send}
        </Button>
      </div>
    </form>
  );
}

/** Says what changed, and nothing of the seconds that are counted. */
function Said({ request, text }: { request: AskedHelp | null; text: HelpRequestLabels }) {
  const [words, say] = useAnnouncement();
  const state = stateOf(request);
  const name = request?.takenBy ?? '';
  const before = useRef({ state, name });
  const latest = useRef(text);
  latest.current = text;
  useEffect(() => {
    const was = before.current;
    before.current = { state, name };
    if (was.state === state && was.name === name) return;
    const { saysAsked, saysOver, taken } = latest.current;
    if (state === 'idle') say(saysOver);
    else say(state === 'asked' ? saysAsked : taken(name));
  }, [state, name, say]);
  return <Announcement words={words} />;
}
