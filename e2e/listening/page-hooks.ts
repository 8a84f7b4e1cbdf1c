import type { Page } from 'playwright';

/** What a page's scripts and its user could notice, beside what comes over the network. */
export interface NoticedInPage {
  /** Changes of the document as they were, and how often each happened. */
  dom: Record<string, number>;
  /** Events of the LiveKit rooms of the page, and how often each was raised. */
  roomEvents: Record<string, number>;
  /** Audio packets sent and received so far, by all connections. */
  packetsSent: number;
  packetsReceived: number;
  /** What the newest room says of itself and whom it knows. */
  room: {
    participants: number;
    publishers: number;
    isRecording: boolean;
    remote: string[];
  } | null;
}

/** Lets a test see what a page notices; call after `reachRooms` and before the page is loaded. */
export async function hookPage(page: Page): Promise<void> {
  await page.addInitScript(noteEverything);
}

/** What was noticed since the last look. */
export function takeNoticed(page: Page): Promise<NoticedInPage> {
  return page.evaluate(() => (globalThis as unknown as Hooked).takeNoticed());
}

interface Hooked {
  takeNoticed(): Promise<NoticedInPage>;
  rooms: HookedRoom[];
}

interface HookedRoom {
  emit(event: string, ...given: unknown[]): boolean;
  numParticipants: number;
  numPublishers: number;
  isRecording: boolean;
  remoteParticipants: Map<string, { identity: string; sid: string; name?: string }>;
}

/** Runs in the page. */
function noteEverything(): void {
  let dom: Record<string, number> = {};
  let roomEvents: Record<string, number> = {};
  const peers: RTCPeerConnection[] = [];
  const { rooms } = globalThis as unknown as Hooked;

  const count = (counts: Record<string, number>, what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const placeOf = (node: Node | null): string => {
    const element = node instanceof Element ? node : node?.parentElement;
    const names: string[] = [];
    for (let at = element; at && names.length < 4; at = at.parentElement) {
      const slot = at.getAttribute('data-slot');
      names.unshift(slot ? `${at.localName}[${slot}]` : at.localName);
    }
    return names.join('>');
  };
  const wordsOf = (node: Node) => (node instanceof Element ? node.outerHTML : node.nodeValue) ?? '';

  function note({ type, target, attributeName, addedNodes, removedNodes }: MutationRecord): void {
    if (type === 'childList') {
      for (const node of addedNodes) count(dom, `${placeOf(target)} + ${wordsOf(node)}`);
      for (const node of removedNodes) count(dom, `${placeOf(target)} - ${wordsOf(node)}`);
    } else if (type === 'attributes') {
      const value = (target as Element).getAttribute(attributeName ?? '');
      count(dom, `${placeOf(target)} ${attributeName}=${value}`);
    } else count(dom, `${placeOf(target)} text ${target.nodeValue}`);
  }

  async function packets(): Promise<Pick<NoticedInPage, 'packetsSent' | 'packetsReceived'>> {
    const sums = { packetsSent: 0, packetsReceived: 0 };
    for (const peer of peers) {
      for (const report of (await peer.getStats()).values()) {
        if (report.type === 'outbound-rtp') sums.packetsSent += report.packetsSent;
        if (report.type === 'inbound-rtp') sums.packetsReceived += report.packetsReceived;
      }
    }
    return sums;
  }

  function roomNow(): NoticedInPage['room'] {
    const room = rooms.at(-1);
    if (!room) return null;
    return {
      participants: room.numParticipants,
      publishers: room.numPublishers,
      isRecording: room.isRecording,
      remote: [...room.remoteParticipants.values()].map(
        ({ identity, sid, name }) => `${identity} ${sid} ${name}`,
      ),
    };
  }

  const remember = rooms.push.bind(rooms);
  rooms.push = (...added) => {
    for (const room of added) {
      const { emit } = room;
      room.emit = function emitAndNote(event, ...given) {
        count(roomEvents, event);
        return emit.call(this, event, ...given);
      };
    }
    return remember(...added);
  };
  const Native = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      peers.push(this);
    }
  };
  const observer = new MutationObserver((changes) => changes.forEach(note));
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  Object.assign(globalThis, {
    async takeNoticed(): Promise<NoticedInPage> {
      observer.takeRecords().forEach(note);
      const noticed = { dom, roomEvents };
      [dom, roomEvents] = [{}, {}];
      return { ...noticed, ...(await packets()), room: roomNow() };
    },
  });
}
