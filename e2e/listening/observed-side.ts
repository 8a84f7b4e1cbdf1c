import type { Page } from 'playwright';
import { hookPage, type NoticedInPage, takeNoticed } from './page-hooks.ts';
import { type Passed, recordPassed } from './page-traffic.ts';

/** All that one side of a call could notice in a stretch of time. */
export interface Stretch {
  name: string;
  lengthMs: number;
  passed: readonly Passed[];
  noticed: NoticedInPage;
  /** Audio packets a second, out and in. */
  rates: { out: number; in: number };
}

/** The page of one side of a call, with everything that reaches it. */
export interface ObservedSide {
  /** Ends the stretch that is going on and begins the next. */
  endStretch(name: string): Promise<Stretch>;
  /** Every stretch so far. */
  stretches: readonly Stretch[];
}

/** Observes a page; call after `reachRooms` and before it is loaded. */
export async function observeSide(page: Page): Promise<ObservedSide> {
  const { passed } = await recordPassed(page);
  await hookPage(page);
  const stretches: Stretch[] = [];
  let from = { index: 0, atMs: Date.now(), out: 0, in: 0 };
  return {
    stretches,
    async endStretch(name) {
      const noticed = await takeNoticed(page);
      const atMs = Date.now();
      const lengthMs = atMs - from.atMs;
      const perSecond = (now: number, before: number) =>
        Math.round(((now - before) * 10_000) / lengthMs) / 10;
      const stretch: Stretch = {
        name,
        lengthMs,
        passed: passed.slice(from.index),
        noticed,
        rates: {
          out: perSecond(noticed.packetsSent, from.out),
          in: perSecond(noticed.packetsReceived, from.in),
        },
      };
      from = { index: passed.length, atMs, out: noticed.packetsSent, in: noticed.packetsReceived };
      stretches.push(stretch);
      return stretch;
    },
  };
}
