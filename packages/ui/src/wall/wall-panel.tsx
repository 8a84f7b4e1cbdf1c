import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react';
import { nameFrom } from '../react/aria.ts';
import { useNow } from '../react/use-now.ts';
import { WallClock } from './wall-clock.tsx';

/** A list beside the wall. */
interface WallPanelProps extends Omit<ComponentPropsWithoutRef<'section'>, 'slot'> {
  slot: string;
  heading: string;
  count: number;
  /** What stands there where the list is empty. */
  none: string;
  stale: boolean;
  /** Replaces the clock: epoch milliseconds. */
  nowMs: number | undefined;
  /** The list; its running times go by one clock. */
  children: ReactNode;
}

/** A list beside the wall, under its heading with how many there are. Internal to the wall. */
export const WallPanel = forwardRef<HTMLElement, WallPanelProps>(function WallPanel(
  { slot, heading, count, none, stale, nowMs, className, children, ...rest },
  ref,
) {
  const id = useId();
  const clockMs = useNow(1_000, nowMs);
  return (
    <section
      aria-labelledby={nameFrom(id, rest)}
      {...rest}
      ref={ref}
      className={clsx(`aui-${slot}`, className)}
      data-slot={slot}
      data-state={stale ? 'stale' : count === 0 ? 'empty' : 'ready'}
    >
      <h2 id={id}>
        {heading} <span data-slot="wall-count">{count}</span>
      </h2>
      {count === 0 ? <p data-slot="wall-none">{none}</p> : null}
      <WallClock.Provider value={clockMs}>{children}</WallClock.Provider>
    </section>
  );
});
