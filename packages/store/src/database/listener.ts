import { type Client, escapeIdentifier } from 'pg';
import { isSilence } from './connection.ts';
import { UnavailableError } from './unavailable.ts';

/** What is heard on one channel. */
export interface Subscription {
  channel: string;
  onNotify: (payload: string) => void;
  /** Runs at each (re)start: what was sent before is lost. */
  onListening: () => void;
}

/** Hears notifications over one connection of its own, opened with the first subscription. */
export interface NotificationListener {
  /** Rejects when Postgres cannot be reached; afterwards a lost connection is opened again. */
  add(subscription: Subscription): Promise<void>;
  remove(subscription: Subscription): Promise<void>;
  /** Closes the connection. Calling it twice is harmless. */
  close(): Promise<void>;
}

const firstRetryMs = 50;
const maxRetryMs = 1_000;
/** A connection that says nothing is asked for a sign of life so often. */
const signOfLifeEveryMs = 5_000;

/** Timings of a listener; tests shorten them. */
export interface ListenerTimings {
  /** Default 5 s. */
  signOfLifeEveryMs: number;
}

/** A listener that makes its connections with `newClient`, whose queries have a time-out. */
export function createListener(
  newClient: () => Client,
  timings: ListenerTimings = { signOfLifeEveryMs },
): NotificationListener {
  const subscriptions = new Set<Subscription>();
  let client: Client | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let retry: NodeJS.Timeout | undefined;
  let checking: NodeJS.Timeout | undefined;
  let retryMs = firstRetryMs;
  let isClosed = false;

  return {
    async add(subscription) {
      await inTurn(async () => {
        await send(`listen ${escapeIdentifier(subscription.channel)}`);
        subscriptions.add(subscription);
      });
      subscription.onListening();
    },
    remove: (subscription) => {
      subscriptions.delete(subscription);
      return inTurn(() => unlisten(subscription.channel));
    },
    async close() {
      isClosed = true;
      clearTimeout(retry);
      clearInterval(checking);
      subscriptions.clear();
      await inTurn(async () => client?.end());
    },
  };

  /** One statement at a time, in the order they were asked for. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  async function send(statement: string): Promise<void> {
    try {
      client ??= await connect();
      await client.query(statement);
    } catch (error) {
      // One that has not answered in time may never: the next try is made over another.
      if (isSilence(error)) drop();
      throw new UnavailableError(error);
    }
  }

  async function connect(): Promise<Client> {
    const opened = newClient();
    // An error is followed by the end.
    opened.on('error', () => undefined);
    opened.on('end', () => {
      if (client !== opened) return;
      client = undefined;
      retryLater();
    });
    opened.on('notification', ({ channel, payload = '' }) => {
      for (const one of subscriptions) if (one.channel === channel) one.onNotify(payload);
    });
    await opened.connect();
    clearInterval(checking);
    checking = setInterval(() => void inTurn(checkLife), timings.signOfLifeEveryMs);
    return opened;
  }

  /** A connection that was cut off without a word hears nothing, and would never say so. */
  async function checkLife(): Promise<void> {
    if (client) await send('select 1').catch(() => undefined);
  }

  /** Its end, which follows at once, starts another. */
  function drop(): void {
    void client?.end();
  }

  async function unlisten(channel: string): Promise<void> {
    const isWanted = [...subscriptions].some((one) => one.channel === channel);
    if (client && !isWanted) await send(`unlisten ${escapeIdentifier(channel)}`);
  }

  function retryLater(): void {
    clearTimeout(retry);
    if (isClosed) return;
    retry = setTimeout(() => inTurn(listenAgain).catch(retryLater), retryMs);
    retryMs = Math.min(2 * retryMs, maxRetryMs);
  }

  async function listenAgain(): Promise<void> {
    const wanted = [...subscriptions];
    for (const channel of new Set(wanted.map((one) => one.channel))) {
      await send(`listen ${escapeIdentifier(channel)}`);
    }
    retryMs = firstRetryMs;
    for (const one of wanted) one.onListening();
  }
}
