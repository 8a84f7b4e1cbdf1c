import { DataPacket } from '@livekit/protocol';

/**
 * The numbers that LiveKit gave the packets of each sender, in the order received: who gets them all
 * gets them without holes.
 */
export function packetNumbers(packets: readonly Buffer[]): number[][] {
  const numbered = packets
    .map((bytes) => DataPacket.fromBinary(bytes))
    .filter(({ sequence }) => sequence > 0);
  return [...Map.groupBy(numbered, ({ participantSid }) => participantSid).values()].map((ofOne) =>
    ofOne.map(({ sequence }) => sequence),
  );
}
