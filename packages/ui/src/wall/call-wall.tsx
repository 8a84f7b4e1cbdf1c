'use client';
import { clsx } from 'clsx';
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
} from 'react';
import { Announcement, useAnnouncement } from '../react/announcement.tsx';
import { nameFrom } from '../react/aria.ts';
import type { PartClassNames } from '../react/part.ts';
import { useControllable } from '../react/use-controllable.ts';
import { useKeptFocus } from '../react/use-kept-focus.ts';
import { useMergedRef } from '../react/use-merged-ref.ts';
import { useNow } from '../react/use-now.ts';
import { type CallWallLabels, defaultCallWallLabels } from './call-wall-labels.ts';
import { CallWallSkeleton } from './call-wall-skeleton.tsx';
import { useNewAlerts } from './use-new-alerts.ts';
import { useSteadyOrder } from './use-steady-order.ts';
import { useWallKeys } from './use-wall-keys.ts';
import { WallClock } from './wall-clock.tsx';
import type { CallWallPart, WallContext } from './wall-context.ts';
import type { WallAct, WallCallItem } from './wall-item.ts';
import { type ShownCall, WallTierSection } from './wall-tier-section.tsx';
import { type PlacedCall, placeCalls, wallTiers } from './wall-tiers.ts';

/** How the wall stands; `stale` shows what was so when news last came. */
export type CallWallStatus = 'loading' | 'ready' | 'stale';

/** Calls that go on in their order, and what can be done about them. */
export interface CallWallProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** Who needs help first. */
  calls: readonly WallCallItem[];
  /** Default `ready`. */
  status?: CallWallStatus | undefined;
  /** Who looks: what they have taken is theirs to give back. */
  viewerId?: string | undefined;
  /** Where one listens to a call. */
  listenHref: (callId: string) => string;
  /** Opens it without a new page; a press with Ctrl, ⌘ or Shift stays the browser's. */
  onListen?: ((callId: string) => void) | undefined;
  /** Absent: one can only look. */
  onAct?: ((callId: string, incident: string, act: WallAct) => void) | undefined;
  /** What is under way, as `${callId} ${incident}`. */
  pending?: ReadonlySet<string> | undefined;
  /** For how many minutes something may be put off. Default 2, 5, 15. */
  snoozeMinutes?: readonly number[] | undefined;
  /** Leave it out where there is one queue. Default true. */
  showQueue?: boolean | undefined;
  /** More calls than this that are fine are folded away. Default 8. */
  foldAfter?: number | undefined;
  /** Whether they are shown all the same. */
  unfolded?: boolean | undefined;
  /** Default false. */
  defaultUnfolded?: boolean | undefined;
  onUnfoldedChange?: ((unfolded: boolean) => void) | undefined;
  /** Stands in the place of calls when there are none. */
  empty?: ReactNode;
  /** Replaces the clock: epoch milliseconds of the clock that the times are of. */
  nowMs?: number | undefined;
  /** Language of times on hover. Default: the browser's. */
  locale?: string | undefined;
  /** Classes for its parts, by slot. */
  classNames?: PartClassNames<CallWallPart> | undefined;
  labels?: Partial<CallWallLabels> | undefined;
}

const defaultSnoozeMinutes: readonly number[] = [2, 5, 15];
const nothingPending: ReadonlySet<string> = new Set();

/**
 * Calls that go on by how much they want a supervisor, each with why, in words. An order that changes
 * waits a moment while somebody is at work in it.
 */
export const CallWall = forwardRef<HTMLElement, CallWallProps>(function CallWall(
  {
    calls,
    status = 'ready',
    viewerId,
    listenHref,
    onListen,
    onAct,
    pending = nothingPending,
    snoozeMinutes = defaultSnoozeMinutes,
    showQueue = true,
    foldAfter = 8,
    unfolded,
    defaultUnfolded = false,
    onUnfoldedChange,
    empty,
    nowMs,
    locale,
    classNames,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const text = useMemo(() => ({ ...defaultCallWallLabels, ...labels }), [labels]);
  const id = useId();
  const clockMs = useNow(1_000, nowMs);
  const own = useRef<HTMLElement>(null);
  const root = useMergedRef(own, ref);
  const [isUnfolded, setUnfolded] = useControllable({
    value: unfolded,
    defaultValue: defaultUnfolded,
    onChange: onUnfoldedChange,
  });
  const placed = useSteadyOrder(own, placeCalls(calls, clockMs));
  const shown = useShownCalls(placed, calls);
  const [announced, announce] = useAnnouncement();
  useNewAlerts(calls, { isReady: status !== 'loading', nowMs: clockMs, text }, announce);
  const keys = useWallKeys(own);
  useKeptFocus(own, own);
  const context = useMemo<WallContext>(
    () => ({
      ...{ viewerId, listenHref, onListen, onAct, snoozeMinutes, pending },
      ...{ showQueue, locale, text, classNames },
    }),
    // biome-ignore format: one line says it.
    [viewerId, listenHref, onListen, onAct, snoozeMinutes, pending, showQueue, locale, text, classNames],
  );
  const isEmpty = status !== 'loading' && placed.length === 0;
  return (
    <section
      aria-labelledby={nameFrom(`${id}-name`, rest)}
      aria-busy={status === 'loading'}
      tabIndex={-1}
      {...rest}
      ref={root}
      className={clsx('aui-call-wall', className)}
      data-slot="call-wall"
      data-state={isEmpty && status === 'ready' ? 'empty' : status}
      onKeyDown={(event) => {
        rest.onKeyDown?.(event);
        keys.onKeyDown(event);
      }}
      onFocus={(event) => {
        rest.onFocus?.(event);
        keys.onFocus(event);
      }}
    >
      <h2 id={`${id}-name`} data-slot="visually-hidden">
        {text.name}
      </h2>
      <Announcement words={announced} />
      {status === 'loading' ? <CallWallSkeleton loading={text.loading} /> : null}
      {isEmpty ? empty : null}
      {isEmpty || status === 'loading' ? null : (
        <WallClock.Provider value={clockMs}>
          <Tiers
            calls={shown}
            foldAfter={foldAfter}
            isUnfolded={isUnfolded}
            onUnfold={setUnfolded}
            context={context}
          />
        </WallClock.Provider>
      )}
    </section>
  );
});

/** Each tier that has calls; the first also says that it has none. */
function Tiers({
  calls,
  foldAfter,
  isUnfolded,
  onUnfold,
  context,
}: {
  calls: readonly (ShownCall & PlacedCall)[];
  foldAfter: number;
  isUnfolded: boolean;
  onUnfold: (isUnfolded: boolean) => void;
  context: WallContext;
}) {
  const fold = { isOpen: isUnfolded, onToggle: () => onUnfold(!isUnfolded) };
  return wallTiers.map((tier) => {
    const ofTier = calls.filter((one) => one.tier === tier);
    if (ofTier.length === 0 && tier !== 'needs-help') return null;
    const isMany = tier === 'fine' && ofTier.length > foldAfter;
    return (
      <WallTierSection
        key={tier}
        tier={tier}
        calls={ofTier}
        fold={isMany ? fold : undefined}
        context={context}
      />
    );
  });
}

/** The calls as placed; of one that is over what was known last. */
function useShownCalls(
  placed: readonly PlacedCall[],
  calls: readonly WallCallItem[],
): (ShownCall & PlacedCall)[] {
  const last = useRef<ReadonlyMap<string, WallCallItem>>(new Map());
  const now = new Map(calls.map((call) => [call.callId, call]));
  const shown = placed.flatMap((one) => {
    const live = now.get(one.callId);
    const call = live ?? last.current.get(one.callId);
    return call ? [{ ...one, call, isOver: live === undefined }] : [];
  });
  useEffect(() => {
    last.current = new Map(shown.map(({ callId, call }) => [callId, call]));
  });
  return shown;
}
