import type { Page } from 'playwright';

/** The network of one page, which a test makes worse and better. */
export interface PageNetwork {
  /** Loses this share of the packets of media in each direction, and makes each way this much longer. */
  weaken(to: { lossPercent: number; roundTripMs: number }): Promise<void>;
  mend(): Promise<void>;
}

/** Takes the network of a page in hand. Call before it is loaded: Chromium leaves older connections alone. */
export async function controlNetwork(page: Page): Promise<PageNetwork> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const emulate = async (latency: number, packetLoss: number) => {
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      // No limit to speak of, but one: without any Chromium takes itself out of the way.
      downloadThroughput: 125_000_000,
      uploadThroughput: 125_000_000,
      packetLoss,
      packetQueueLength: 0,
      packetReordering: false,
    });
  };
  await emulate(0, 0);
  return {
    weaken: ({ lossPercent, roundTripMs }) => emulate(roundTripMs / 2, lossPercent),
    mend: () => emulate(0, 0),
  };
}
