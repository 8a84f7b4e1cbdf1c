import { wait } from '@agent/process';
import type { CustomerId, CustomerRecord, OrderNumber } from '@agent/protocol';
import type { CustomerDirectory } from '@agent/store';

export interface RecordReaderOptions {
  directory: Pick<CustomerDirectory, 'find'>;
  /** Cards wait no longer for the directory; what it told before stands in. Default 100. */
  maxWaitMs?: number;
  onFailure: (error: unknown) => void;
}

/**
 * Reads a customer's record afresh, these orders of theirs always in it; undefined when there is none or
 * it cannot be read in time.
 */
export type ReadRecord = (
  customerId: CustomerId | null,
  orders: readonly OrderNumber[],
) => Promise<CustomerRecord | undefined>;

/** Creates the reader of one call's customer. A directory that is away or slow never stops it. */
export function createRecordReader(options: RecordReaderOptions): ReadRecord {
  const { directory, maxWaitMs = 100, onFailure } = options;
  let known: { customerId: CustomerId; record: CustomerRecord | undefined } | undefined;
  let newest = 0;

  async function read(customerId: CustomerId, orders: readonly OrderNumber[]) {
    newest += 1;
    const ours = newest;
    try {
      const record = await directory.find(customerId, orders);
      if (ours === newest) known = { customerId, record };
    } catch (error) {
      onFailure(error);
    }
  }

  return async (customerId, orders) => {
    if (customerId === null) return undefined;
    const inTime = new AbortController();
    await Promise.race([read(customerId, orders), wait(maxWaitMs, inTime.signal)]);
    inTime.abort();
    return known?.customerId === customerId ? known.record : undefined;
  };
}
