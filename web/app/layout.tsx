import type { ReactNode } from 'react';

/** The nonce of the content security policy changes with each request, so no page is static. */
export const dynamic = 'force-dynamic';

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
