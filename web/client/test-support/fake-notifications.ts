import { vi } from 'vitest';

/** Notifications as a desktop shows them. */
export interface FakeNotifications {
  /** Those that are shown now. */
  shown(): { title: string; body: string | undefined; click(): void }[];
  /** How often the page has asked for them. */
  asked: number;
  /** What the user answers. */
  answer: NotificationPermission;
}

/** Gives jsdom, which has none, notifications that tests can look at and click. */
export function fakeNotifications(permission: NotificationPermission): FakeNotifications {
  const open = new Set<FakeNotification>();
  const fake: FakeNotifications = {
    asked: 0,
    answer: 'granted',
    shown: () =>
      [...open].map((one) => ({
        title: one.title,
        body: one.options.body,
        click: () => one.onclick?.(),
      })),
  };
  class FakeNotification {
    static permission = permission;
    static async requestPermission(): Promise<NotificationPermission> {
      fake.asked++;
      FakeNotification.permission = fake.answer;
      return fake.answer;
    }
    onclick: (() => void) | null = null;
    readonly title: string;
    readonly options: NotificationOptions;
    constructor(title: string, options: NotificationOptions) {
      this.title = title;
      this.options = options;
      open.add(this);
    }
    close(): void {
      open.delete(this);
    }
  }
  vi.stubGlobal('Notification', FakeNotification);
  return fake;
}

/** Puts the page in front of everything, or behind another window. */
export function putInFront(isInFront: boolean): void {
  vi.spyOn(document, 'hasFocus').mockReturnValue(isInFront);
  window.dispatchEvent(new Event(isInFront ? 'focus' : 'blur'));
}
