import type { Database, Transaction } from './connect.ts';

/** A transaction that stays open until it is ended. */
export interface HeldTransaction {
  tx: Transaction;
  /** Gives its connection back. Twice is harmless, and it never throws: what was read was read. */
  end(): Promise<void>;
}

/** Opens a transaction for something that is read piece by piece. */
export async function holdTransaction(db: Database): Promise<HeldTransaction> {
  const begun = Promise.withResolvers<Transaction>();
  const ended = Promise.withResolvers<void>();
  const done = db.begin(async (tx) => {
    begun.resolve(tx);
    await ended.promise;
  });
  const over = done.catch(() => undefined);
  const tx = await Promise.race([begun.promise, done.then(() => begun.promise)]);
  return {
    tx,
    end() {
      ended.resolve();
      return over;
    },
  };
}
