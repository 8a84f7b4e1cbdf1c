'use client';
import type { CardVersion, StoredCard } from '@agent/protocol';
import { Button, Notice, RelativeTime, Select, Skeleton } from '@agent/ui';
import { useState } from 'react';
import { checkCard } from '#client/admin/playbook/card-issues.ts';
import { versionWords } from '#client/admin/playbook/card-words.ts';
import { yamlOf } from '#client/admin/playbook/card-yaml.ts';
import { restoreCard } from '#client/admin/playbook/playbook-api.ts';
import { useKnownCard, useVersions } from '#client/admin/playbook/use-playbook.ts';
import { messageOf } from '#client/http/request-error.ts';
import { useAction } from '#client/http/use-action.ts';
import { CardDifference } from './card-difference.tsx';

interface CardHistoryProps {
  stored: StoredCard;
  /** Whether something is typed and not saved. */
  hasDraft: boolean;
  onRestored(words: string): void;
  /** Puts the words of a version where they can be edited. */
  onEdit(card: unknown): void;
}

/** What a card has been: who made it so, what differs, and the way back. */
export function CardHistory({ stored, ...props }: CardHistoryProps) {
  const { data: versions, error, refetch } = useVersions(stored.id, stored.version);
  const [chosen, setChosen] = useState<number | null>(null);
  if (error && !versions) {
    return (
      <Notice
        tone="error"
        title="The history could not be fetched"
        action={
          <Button size="sm" onClick={() => void refetch()}>
            Try again
          </Button>
        }
      >
        {messageOf(error)}
      </Notice>
    );
  }
  if (!versions) return <Skeleton lines={4} height="36px" />;
  const version = versions.find((one) => one.version === chosen) ?? versions[0];
  return (
    <div className="playbook-history">
      <ol className="playbook-versions" aria-label="Versions">
        {versions.map((one) => (
          <li key={one.version}>
            <button
              type="button"
              className="admin-row playbook-row"
              aria-current={one.version === version?.version ? 'true' : undefined}
              onClick={() => setChosen(one.version)}
            >
              <span>
                <strong>Version {one.version}</strong>
                {one.version === stored.version ? ' · now' : ''}
              </span>
              <span className="playbook-muted">
                {versionWords(one)} · <RelativeTime at={one.at} />
              </span>
            </button>
          </li>
        ))}
      </ol>
      {version ? (
        <ChosenVersion
          key={version.version}
          version={version}
          before={versions.find((one) => one.version === version.version - 1)}
          stored={stored}
          {...props}
        />
      ) : null}
    </div>
  );
}

function ChosenVersion({
  version,
  before,
  stored,
  hasDraft,
  onRestored,
  onEdit,
}: CardHistoryProps & { version: CardVersion; before: CardVersion | undefined }) {
  const known = useKnownCard();
  const isNow = version.version === stored.version;
  const [against, setAgainst] = useState(isNow ? 'before' : 'now');
  const { issues } = checkCard(version.card, stored.id);
  const restoring = useAction(async () => {
    const wanted = { version: stored.version, restore: version.version };
    known(await restoreCard(stored.id, wanted));
    onRestored(`Version ${version.version} is back, as version ${stored.version + 1}.`);
  });
  const text = yamlOf(version.card);
  return (
    <div className="playbook-version">
      <Select
        label="Compare"
        options={[
          { value: 'before', label: `What version ${version.version} changed` },
          { value: 'now', label: `From version ${version.version} to now`, disabled: isNow },
        ]}
        value={against}
        onValueChange={setAgainst}
      />
      {against === 'now' ? (
        <CardDifference before={text} after={yamlOf(stored.card)} />
      ) : before ? (
        <CardDifference before={yamlOf(before.card)} after={text} />
      ) : (
        <pre className="playbook-text">{text}</pre>
      )}
      {restoring.problem ? <Notice tone="error" title={restoring.problem} /> : null}
      {isNow ? null : issues.length > 0 ? (
        <Notice
          tone="warning"
          title={`Version ${version.version} does not fit the format any more`}
          action={
            <Button size="sm" disabled={hasDraft} onClick={() => onEdit(version.card)}>
              Edit its words
            </Button>
          }
        >
          {issues[0]?.message} It can be mended before it is saved.
        </Notice>
      ) : (
        <div className="playbook-buttons">
          <Button
            pending={restoring.pending}
            disabled={hasDraft}
            onClick={() => void restoring.run()}
          >
            Bring version {version.version} back
          </Button>
          <Button variant="ghost" disabled={hasDraft} onClick={() => onEdit(version.card)}>
            Edit its words
          </Button>
        </div>
      )}
      {isNow ? null : (
        <p className="playbook-muted">
          {hasDraft
            ? 'Save or discard what you have typed first.'
            : 'It becomes a new version, in use within two seconds; nothing of the history is lost. Whether the card is on stays as it is.'}
        </p>
      )}
    </div>
  );
}
