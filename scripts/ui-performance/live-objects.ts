import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright';

/** What a page holds on to after a full collection of garbage. */
export interface LiveObjects {
  /** Not closed. */
  audioContexts: number;
  /** Not ended. */
  mediaTracks: number;
  /** Not closed. */
  peerConnections: number;
  audioElements: number;
  domNodes: number;
  detachedDomNodes: number;
  eventListeners: number;
  heapBytes: number;
}

/** Counts objects that are still reachable, from any source: `Runtime.queryObjects` looks at the heap. */
export async function liveObjects(page: Page): Promise<LiveObjects> {
  const session = await page.context().newCDPSession(page);
  try {
    for (let round = 0; round < 3; round += 1) {
      await session.send('HeapProfiler.collectGarbage');
      // Listeners that end with their object are taken off in a task of their own.
      await sleep(200);
    }
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    return {
      audioContexts: await count(session, 'AudioContext', "o.state !== 'closed'"),
      mediaTracks: await count(session, 'MediaStreamTrack', "o.readyState !== 'ended'"),
      peerConnections: await count(session, 'RTCPeerConnection', "o.signalingState !== 'closed'"),
      audioElements: await count(session, 'HTMLAudioElement', 'true'),
      domNodes: nodes,
      detachedDomNodes: await count(session, 'Node', '!o.isConnected && o !== document'),
      eventListeners: jsEventListeners,
      heapBytes: usedSize,
    };
  } finally {
    await session.detach();
  }
}

/** Objects of a class in the heap for which a condition on `o` holds. */
async function count(session: CDPSession, className: string, condition: string): Promise<number> {
  const objectGroup = 'live-objects';
  const { result: prototype } = await session.send('Runtime.evaluate', {
    expression: `${className}.prototype`,
    objectGroup,
  });
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: prototype.objectId ?? '',
    objectGroup,
  });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: `function () {
      return this.filter((o) => { try { return ${condition}; } catch { return false; } }).length;
    }`,
    returnByValue: true,
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup });
  return result.value;
}
