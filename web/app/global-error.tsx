'use client';
import './app.css';

/** The last resort, when even the frame of the pages fails. */
export default function GlobalErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body className="global-error">
        <main>
          <h1>This page cannot be shown right now</h1>
          <p>Something on our side does not answer. Try again in a moment.</p>
          <button type="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
