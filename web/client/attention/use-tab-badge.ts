'use client';
import { useEffect } from 'react';

/** Our icon with a mark in its corner that is seen among many tabs. It does not move: nothing has to. */
const marked = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#3a50c8"/><path d="M7 20v-4a9 9 0 0 1 18 0v4m-18 0a3 3 0 0 0 3 3h1v-7H7zm18 0a3 3 0 0 1-3 3h-1v-7h4z" fill="none" stroke="#fff" stroke-width="2.4" stroke-linejoin="round" stroke-linecap="round"/><circle cx="24" cy="8" r="8" fill="#fff"/><circle cx="24" cy="8" r="6.4" fill="#d92c2c"/></svg>',
)}`;

/** Tells of an offer where the page itself is not seen: title and icon of the tab, icon of the installed app. */
export function useTabBadge(title: string | null): void {
  useEffect(() => {
    if (title === null) return;
    const before = document.title;
    document.title = title;
    const restoreIcon = markIcons();
    setAppBadge(1);
    return () => {
      document.title = before;
      restoreIcon();
      setAppBadge(0);
    };
  }, [title]);
}

function markIcons(): () => void {
  const icons = [...document.head.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')];
  const before = icons.map((icon) => icon.getAttribute('href') ?? '');
  for (const icon of icons) icon.href = marked;
  return () => {
    for (const [index, icon] of icons.entries()) icon.setAttribute('href', before[index] ?? '');
  };
}

/** Only where the page is installed as an app, and the browser can. */
function setAppBadge(count: number): void {
  const done = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
  done?.catch(() => undefined);
}
