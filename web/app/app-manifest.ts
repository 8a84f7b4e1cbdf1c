/** What tells the two apps that can be installed apart. */
export interface InstalledApp {
  name: string;
  /** Under an icon, where there is little room. */
  shortName: string;
  description: string;
  /** Where it starts; also its name among the apps of this site. */
  start: `/${string}`;
  /** Pages beyond it are opened in the browser. */
  scope: `/${string}`;
  /** Its icons are `public/icons/{icons}-….png` (`scripts/app-icons.ts`). */
  icons: 'desk' | 'call';
}

/** Agents stay in their app on all pages of staff, and start it again where it is open already. */
export const deskApp: InstalledApp = {
  name: 'Call centre desk',
  shortName: 'Desk',
  description: 'Take calls, with a transcript and suggestions beside them.',
  start: '/agent',
  scope: '/',
  icons: 'desk',
};

/** The customer's page alone. */
export const callApp: InstalledApp = {
  name: 'Call us',
  shortName: 'Call us',
  description: 'Talk to an agent in your browser, with captions of both sides.',
  start: '/call',
  scope: '/call',
  icons: 'call',
};

/**
 * The answer to a browser that asks how a page is installed. There is no service worker: calls live from
 * the network alone, and nothing of them may stay behind in a cache.
 */
export function manifestOf(app: InstalledApp): Response {
  const { name, shortName, description, start, scope, icons } = app;
  const icon = (file: string, sizes: string, purpose: 'any' | 'maskable') => {
    return { src: `/icons/${icons}-${file}.png`, sizes, type: 'image/png', purpose };
  };
  const manifest = {
    id: start,
    name,
    short_name: shortName,
    description,
    lang: 'en',
    start_url: start,
    scope,
    display: 'standalone',
    // The light ones: a manifest has one of each, and the page says which it has now.
    theme_color: '#f6f7f8',
    background_color: '#f6f7f8',
    launch_handler: { client_mode: 'focus-existing' },
    icons: [
      icon('192', '192x192', 'any'),
      icon('512', '512x512', 'any'),
      icon('maskable-512', '512x512', 'maskable'),
    ],
  };
  return Response.json(manifest, {
    headers: { 'content-type': 'application/manifest+json', 'cache-control': 'max-age=3600' },
  });
}
