'use client';
import { clsx } from 'clsx';
import { CaptionsOff, PhoneIncoming } from 'lucide-react';
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { Badge } from '../badge/badge.tsx';
import { Button } from '../button/button.tsx';
import { formatClock } from '../format/clock.ts';
import type { KeyboardHintLabels } from '../keyboard-hint/keyboard-hint-labels.ts';
import { describedBy, nameFrom } from '../react/aria.ts';
import { type PartClassNames, part } from '../react/part.ts';
import { useNow } from '../react/use-now.ts';
import { CountdownRing } from './countdown-ring.tsx';

/** Strings of an `OfferCard`. */
export interface OfferCardLabels {
  title: string;
  waited: (durationMs: number) => string;
  secondsLeft: (seconds: number) => string;
  accept: string;
  decline: string;
  notTranscribed: string;
  expired: string;
  keys: Partial<KeyboardHintLabels>;
}
/** English words of the offer of a call; `labels` replaces them one by one. */
export const defaultOfferCardLabels: OfferCardLabels = {
  title: 'Incoming call',
  waited: (durationMs) => `waiting ${formatClock(durationMs)}`,
  secondsLeft: (seconds) => `${seconds} s left`,
  accept: 'Accept',
  decline: 'Decline',
  notTranscribed: 'Not transcribed',
  expired: 'The call went to the next agent.',
  keys: {},
};

/** Parts of an `OfferCard` that can be given a class. */
export type OfferCardPart = 'offer-card-head' | 'offer-card-name' | 'offer-card-actions';

/** A call that waits to be accepted: who, since when, and for how long it is still offered. */
export interface OfferCardProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** Which offer it is; another one starts over. Told by the times where they differ. */
  offerId?: string | undefined;
  customerName: string;
  /** How long the customer had waited when the offer arrived. */
  waitedMs: number;
  /** Time left when the offer arrived. */
  remainingMs: number;
  /** The whole length of an offer. Default 20 000. */
  totalMs?: number | undefined;
  /** When the offer arrived; default: when the card first showed it. */
  receivedAtMs?: number | undefined;
  /** Replaces the clock, for tests. */
  nowMs?: number | undefined;
  /** False when the customer declined it. Default true. */
  transcribed?: boolean | undefined;
  onAccept: () => void;
  onDecline: () => void;
  /** Called once for each offer, when its time is up. */
  onExpire?: (() => void) | undefined;
  pending?: 'accept' | 'decline' | undefined;
  /** More about the call, or what went wrong. */
  children?: ReactNode;
  /** Classes for its parts, by slot. */
  classNames?: PartClassNames<OfferCardPart> | undefined;
  labels?: Partial<OfferCardLabels> | undefined;
}

/** An incoming call over the desk, with the time left to accept it. */
export const OfferCard = forwardRef<HTMLDivElement, OfferCardProps>(function OfferCard(
  {
    offerId,
    customerName,
    waitedMs,
    remainingMs,
    totalMs = 20_000,
    receivedAtMs,
    nowMs,
    transcribed = true,
    onAccept,
    onDecline,
    onExpire,
    pending,
    classNames,
    labels,
    className,
    children,
    ...rest
  },
  ref,
) {
  const text = { ...defaultOfferCardLabels, ...labels };
  const id = useId();
  const accept = useRef<HTMLButtonElement>(null);
  const { offer, sinceMs, leftMs } = useCountdown({
    offerId,
    remainingMs,
    receivedAtMs,
    nowMs,
    onExpire,
  });
  const expired = leftMs <= 0;
  const seconds = Math.ceil(leftMs / 1000);
  useEffect(() => accept.current?.focus(), [offer]);
  return (
    <div
      role="alertdialog"
      aria-labelledby={nameFrom(`${id}-title ${id}-name`, rest)}
      {...rest}
      ref={ref}
      className={clsx('aui-offer-card', className)}
      data-slot="offer-card"
      data-state={expired ? 'expired' : (pending ?? 'open')}
      aria-describedby={describedBy(rest, `${id}-wait`)}
    >
      <div {...part('offer-card-head', classNames)}>
        <div>
          <p id={`${id}-title`} data-slot="offer-card-title">
            <PhoneIncoming aria-hidden="true" /> {text.title}
          </p>
          <p id={`${id}-name`} {...part('offer-card-name', classNames)} dir="auto">
            {customerName}
          </p>
          <p id={`${id}-wait`} data-slot="offer-card-wait">
            {expired ? text.expired : text.waited(waitedMs + sinceMs)}
          </p>
        </div>
        <CountdownRing share={Math.min(1, leftMs / totalMs)}>{String(seconds)}</CountdownRing>
      </div>
      <span data-slot="visually-hidden" role="timer">
        {text.secondsLeft(seconds)}
      </span>
      {transcribed ? null : <Badge icon={<CaptionsOff />}>{text.notTranscribed}</Badge>}
      {children}
      <div {...part('offer-card-actions', classNames)}>
        <Button
          size="lg"
          disabled={expired || !!pending}
          pending={pending === 'decline'}
          onClick={onDecline}
        >
          {text.decline}
        </Button>
        <Button
          ref={accept}
          size="lg"
          variant="primary"
          shortcut="Enter"
          shortcutLabels={text.keys}
          disabled={expired || pending === 'decline'}
          pending={pending === 'accept'}
          onClick={onAccept}
        >
          {text.accept}
        </Button>
      </div>
    </div>
  );
});

const TICK_MS = 250;

/** Time since the offer came and left of it; both start over with another offer. */
function useCountdown({
  offerId,
  remainingMs,
  receivedAtMs,
  nowMs,
  onExpire,
}: Pick<OfferCardProps, 'offerId' | 'remainingMs' | 'receivedAtMs' | 'nowMs' | 'onExpire'>) {
  const clockMs = useNow(TICK_MS, nowMs);
  const offer = `${offerId} ${remainingMs} ${receivedAtMs}`;
  const [first, setFirst] = useState({ offer, atMs: clockMs });
  const isAnother = first.offer !== offer;
  if (isAnother) setFirst({ offer, atMs: clockMs });
  const sinceMs = Math.max(0, clockMs - (receivedAtMs ?? (isAnother ? clockMs : first.atMs)));
  const leftMs = Math.max(0, remainingMs - sinceMs);
  const reported = useRef('');
  useEffect(() => {
    if (leftMs > 0 || reported.current === offer) return;
    reported.current = offer;
    onExpire?.();
  }, [leftMs, offer, onExpire]);
  return { offer, sinceMs, leftMs };
}
