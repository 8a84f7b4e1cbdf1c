import type { CustomerRecord, OrderNumber, SegmentId, Speaker } from '@agent/protocol';

/** One final segment as the suggesters see it. */
export interface Said {
  segmentId: SegmentId;
  speaker: Speaker;
  text: string;
  /** End of the segment, in milliseconds since the call was answered. */
  endMs: number;
  /** Score of a customer's segment, −1…1; null when there is none. */
  sentiment: number | null;
}

/** What a suggestion can rest on. */
export interface Conversation {
  /** Oldest first; the last is what was just said. Never empty. */
  said: readonly [Said, ...Said[]];
  customerName: string | null;
  /** Undefined when nobody's record belongs to the call. */
  record: CustomerRecord | undefined;
  /** Whether the agent has made sure that the caller is the customer of the record. */
  isVerified: boolean;
  /** The order the talk is about, as far as it was named. */
  orderNumber: OrderNumber | undefined;
  /** All orders that were named so far, of any customer. */
  namedOrders: readonly OrderNumber[];
}
