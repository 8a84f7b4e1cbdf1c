import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { OwnPolicy } from './own-policy.tsx';
import { readTheme } from './read-theme.ts';
import '@fontsource-variable/inter/index.css';
import '@agent/ui/styles.css';
import './app.css';

/** The nonce of the content security policy changes with each request, so no page is static. */
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'Call centre', template: '%s · Call centre' },
  description: 'Talk to an agent in your browser, with captions of both sides.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f7f8' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1014' },
  ],
};

/** Every page: fonts, colours, language. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await readTheme();
  return (
    <html lang="en" {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <body>
        <OwnPolicy />
        {children}
      </body>
    </html>
  );
}
