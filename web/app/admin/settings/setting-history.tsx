'use client';
import { type SettingView, settingInWords } from '@agent/protocol';
import { RelativeTime } from '@agent/ui';

/** Who has set it to what, the newest first. */
export function SettingHistory({ view: { key, history, isUnusable } }: { view: SettingView }) {
  return (
    <section className="setting-history" aria-labelledby="setting-history-title">
      <h3 id="setting-history-title">Changes</h3>
      {history.length === 0 ? (
        <p className="settings-muted">
          Nobody has changed it. The default has always been in force.
        </p>
      ) : (
        <ol>
          {history.map(({ version, value, setBy, setAt }, index) => (
            <li key={version}>
              <span>
                {isUnusable && index === 0 && value === null
                  ? 'something that cannot be used'
                  : settingInWords(key, value)}
              </span>
              <span className="settings-muted">
                {setBy ?? 'by hand, in the database'} · <RelativeTime at={setAt} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
