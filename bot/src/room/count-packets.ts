import type { Room } from '@livekit/rtc-node';

const EVERY_MS = 1_000;

/**
 * Tells again and again how many packets of each stream have come, by the stream's own id: the SDK (1.1)
 * does not tell which track a stream belongs to. Says nothing while the room cannot be asked. The signal
 * ends it.
 */
export function countPackets(
  room: Pick<Room, 'getRtcStats'>,
  onCount: (packets: ReadonlyMap<string, number>) => void,
  signal: AbortSignal,
): void {
  let isAsking = false;
  const ask = async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      // Over one connection, what is received is among the figures of what is sent.
      const { publisherStats, subscriberStats } = await room.getRtcStats();
      if (!signal.aborted) onCount(packetsIn([...publisherStats, ...subscriberStats]));
    } catch {
      // A room that is being mended has no figures; what is missed shows when it has some again.
    } finally {
      isAsking = false;
    }
  };
  const timer = setInterval(() => void ask(), EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

type Stats = Awaited<ReturnType<Room['getRtcStats']>>['subscriberStats'];

function packetsIn(stats: Stats): Map<string, number> {
  const packets = new Map<string, number>();
  for (const { stats: one } of stats) {
    if (one.case !== 'inboundRtp') continue;
    const stream = one.value.inbound?.trackIdentifier;
    if (stream) packets.set(stream, Number(one.value.received?.packetsReceived ?? 0));
  }
  return packets;
}
