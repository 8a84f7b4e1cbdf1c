import {
  type WallAgent,
  type WallCall,
  type WallToday,
  type WallUpdate,
  type WallWaiting,
  wallSchema,
} from '@agent/protocol';
import type { User } from '@agent/store';
import type { Harness } from './harness.ts';
import { send } from './send.ts';
import { sessionHeader } from './viewers.ts';

/** A wall as a page puts it together from what it is sent. */
export interface ShownWall {
  at: string;
  /** In order. */
  calls: WallCall[];
  waiting: WallWaiting[];
  agents: WallAgent[];
  today: WallToday;
}

/** Somebody's open wall. */
export interface WallPage {
  response: Response;
  /** Everything that was sent, as it was. */
  updates: WallUpdate[];
  /** Reads on until the wall is as wanted; throws when the stream ends before. */
  until(isWanted: (wall: ShownWall) => boolean): Promise<ShownWall>;
  /** Reads on until the stream ends. */
  untilEnd(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the wall as somebody with an account. */
export async function openWall(harness: Harness, user: User): Promise<WallPage> {
  const cookie = await sessionHeader(harness, user);
  const response = await send({ file: 'api/wall/route.ts', method: 'GET', cookie });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const updates: WallUpdate[] = [];
  const calls = new Map<string, WallCall>();
  const shown: ShownWall = {
    ...{ at: '', calls: [], waiting: [], agents: [] },
    today: { inTarget: 0, targeted: 0 },
  };
  let order: readonly string[] = [];
  let text = '';
  return {
    response,
    updates,
    async until(isWanted) {
      while (!(shown.at && isWanted(shown)))
        if (!(await readMore())) throw new Error('The wall ended.');
      return { ...shown };
    },
    async untilEnd() {
      while (await readMore());
    },
    close: async () => reader?.cancel(),
  };

  async function readMore(): Promise<boolean> {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return false;
    text += chunk.value;
    const frames = text.split('\n\n');
    text = frames.pop() ?? '';
    for (const frame of frames) {
      if (frame.startsWith('data: ')) receive(wallSchema.parse(JSON.parse(frame.slice(6))));
    }
    return true;
  }

  function receive(update: WallUpdate): void {
    updates.push(update);
    if (update.kind === 'whole') calls.clear();
    for (const call of update.calls) calls.set(call.callId, call);
    order = update.order ?? order;
    Object.assign(shown, {
      at: update.at,
      waiting: update.waiting ?? shown.waiting,
      agents: update.agents ?? shown.agents,
      today: update.today ?? shown.today,
      calls: order.map((callId) => {
        const call = calls.get(callId);
        if (!call) throw new Error('The order names a call that was never sent.');
        return call;
      }),
    });
  }
}
