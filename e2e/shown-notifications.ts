import type { Page } from 'playwright';

/** A notification that a page has shown, and whether it is still there. */
export interface ShownNotification {
  title: string;
  body: string;
  isOpen: boolean;
}

/** Lets a test see the notifications that the desktop has taken; call before the page is loaded. */
export async function reachNotifications(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const taken: Notification[] = [];
    const takenAway = new Set<Notification>();
    Object.assign(globalThis, { taken, takenAway });
    const { close } = Notification.prototype;
    Notification.prototype.close = function closeAndRemember() {
      takenAway.add(this);
      close.call(this);
    };
    globalThis.Notification = new Proxy(Notification, {
      construct(Real, [title, options]: [string, NotificationOptions]) {
        const notification = new Real(title, options);
        notification.addEventListener('show', () => taken.push(notification));
        return notification;
      },
    });
  });
}

/** What the desktop has shown of a page so far, oldest first. */
export async function shownNotifications(page: Page): Promise<ShownNotification[]> {
  return page.evaluate(() => {
    const { taken, takenAway } = globalThis as unknown as Reached;
    return taken.map((one) => ({ title: one.title, body: one.body, isOpen: !takenAway.has(one) }));
  });
}

/**
 * Tells the page that its user has clicked the newest, and says whether it asks to come to the front: a
 * headless browser has no desktop to click on, and lets only a real click bring it there.
 */
export async function clickNotification(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    let asks = false;
    const { focus } = window;
    window.focus = () => {
      asks = true;
    };
    (globalThis as unknown as Reached).taken.at(-1)?.dispatchEvent(new Event('click'));
    window.focus = focus;
    return asks;
  });
}

/** Playwright makes each page believe that it is in front; then it knows the truth. */
export async function stopPretendingFocus(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
}

interface Reached {
  taken: Notification[];
  takenAway: Set<Notification>;
}
