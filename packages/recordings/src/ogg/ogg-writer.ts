import { opusHead, PACKET_SAMPLES } from '../opus/opus-stream.ts';
import { SAMPLE_RATE } from '../sound.ts';
import { encodeOggPage, type OggPage } from './ogg-page.ts';

/** Makes the pages of one Ogg stream; whoever has them appends them to a file. */
export interface OggWriter {
  /** The two heads that an Opus stream begins with. */
  head(): Uint8Array;
  /** A page of packets, each of 20 ms. */
  page(packets: readonly Uint8Array[], place?: OggPage['place']): Uint8Array;
}

/** Creates a writer. Nothing that it has given is ever changed later. */
export function createOggWriter(): OggWriter {
  let sequence = 0;
  let granule = 0;

  const next = (packets: readonly Uint8Array[], place: OggPage['place']) => {
    granule += sequence < 2 ? 0 : packets.length * PACKET_SAMPLES;
    return encodeOggPage({ packets, granule, sequence: sequence++, place });
  };

  return {
    head: () =>
      Buffer.concat([next([opusHead(SAMPLE_RATE)], 'first'), next([opusTags()], 'middle')]),
    page: (packets, place = 'middle') => next(packets, place),
  };
}

/** The second head: who wrote it, and no comments (RFC 7845, 5.2). */
function opusTags(): Uint8Array {
  const vendor = 'call-centre-assistant';
  const tags = Buffer.alloc(8 + 4 + vendor.length + 4);
  tags.write('OpusTags');
  tags.writeUInt32LE(vendor.length, 8);
  tags.write(vendor, 12);
  return tags;
}
