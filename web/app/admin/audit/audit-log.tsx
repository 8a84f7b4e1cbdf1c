'use client';
import { Button, EmptyState, Notice, Skeleton } from '@agent/ui';
import { Download, RefreshCw, ScrollText, SearchX } from 'lucide-react';
import { type AuditFilters, auditExportHref } from '#client/admin/audit/audit-api.ts';
import { type AuditListState, useAudit, useAuditChoices } from '#client/admin/audit/use-audit.ts';
import { noAuditFilters, useAuditAddress } from '#client/admin/audit/use-audit-address.ts';
import { command } from '#client/http/request.ts';
import { messageOf } from '#client/http/request-error.ts';
import { useAction } from '#client/http/use-action.ts';
import { AuditEntry } from './audit-entry.tsx';
import { AuditFilterBar } from './audit-filter-bar.tsx';

/** Everything that is on record, to look through, narrow and export. */
export function AuditLog() {
  const { filters, pages, change, wantPage } = useAuditAddress();
  const list = useAudit(filters, pages);
  const choices = useAuditChoices();
  const exporting = useAction(async () => {
    const href = auditExportHref(filters);
    // Asked first: a download that is refused would show as a page.
    await command(href, { method: 'HEAD' });
    window.location.assign(href);
  });
  const isUnfiltered = Object.values(filters).every((value) => value === null);
  return (
    <div className="audit">
      <header className="audit-head">
        <h1>Audit</h1>
        <div className="audit-buttons">
          <Button icon={<RefreshCw />} pending={list.isFetching} onClick={list.retry}>
            Look again
          </Button>
          <Button
            icon={<Download />}
            pending={exporting.pending}
            onClick={() => void exporting.run()}
          >
            Export as CSV
          </Button>
        </div>
      </header>
      <AuditFilterBar
        filters={filters}
        choices={choices}
        zone={list.zone}
        onChange={change}
        onClear={isUnfiltered ? undefined : () => change(noAuditFilters)}
      />
      {exporting.problem ? (
        <Notice
          tone="error"
          title="It could not be exported"
          className="audit-problem"
          onDismiss={exporting.clear}
        >
          {exporting.problem}
        </Notice>
      ) : null}
      <section
        className="audit-list"
        aria-label="Entries"
        aria-busy={list.isFetching}
        data-state={list.isOld ? 'old' : 'current'}
      >
        <Entries
          list={list}
          filters={filters}
          onChange={change}
          onClear={() => change(noAuditFilters)}
          isUnfiltered={isUnfiltered}
        />
        <More list={list} onMore={wantPage} />
      </section>
    </div>
  );
}

interface EntriesProps {
  list: AuditListState;
  filters: AuditFilters;
  onChange(next: Partial<AuditFilters>): void;
  onClear(): void;
  isUnfiltered: boolean;
}

function Entries({ list, filters, onChange, onClear, isUnfiltered }: EntriesProps) {
  const { entries, problem, hasMoreFailed } = list;
  const isFailed = problem !== null && !hasMoreFailed;
  return (
    <>
      {isFailed ? (
        <Notice
          tone={entries ? 'warning' : 'error'}
          title={entries ? 'This list may be old' : 'The log could not be fetched'}
          action={
            <Button size="sm" onClick={list.retry}>
              Try again
            </Button>
          }
        >
          {messageOf(problem)}
        </Notice>
      ) : null}
      {!entries && list.isOffline ? <Notice tone="warning" title="You are offline" /> : null}
      {!entries && !isFailed && !list.isOffline ? <Skeleton lines={8} height="48px" /> : null}
      {entries?.length === 0 && !isFailed ? (
        <Nothing isUnfiltered={isUnfiltered} onClear={onClear} />
      ) : null}
      {entries && entries.length > 0 ? (
        <ol className="audit-entries">
          {entries.map((entry) => (
            <AuditEntry
              key={entry.id}
              entry={entry}
              zone={list.zone}
              filters={filters}
              onChange={onChange}
            />
          ))}
        </ol>
      ) : null}
    </>
  );
}

function Nothing({ isUnfiltered, onClear }: Pick<EntriesProps, 'isUnfiltered' | 'onClear'>) {
  if (isUnfiltered) {
    return (
      <EmptyState
        icon={<ScrollText />}
        title="Nothing is on record yet"
        description="Sign-ins, changes, and whatever is read, played or exported stand here."
      />
    );
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title="Nothing on record fits"
      description="Take a filter away, or choose more days."
      action={<Button onClick={onClear}>Clear all</Button>}
    />
  );
}

function More({ list, onMore }: { list: AuditListState; onMore(): void }) {
  if (list.hasMoreFailed) {
    return (
      <Notice
        tone="error"
        title="More could not be fetched"
        action={
          <Button size="sm" onClick={list.retryMore}>
            Try again
          </Button>
        }
      >
        {messageOf(list.problem)}
      </Notice>
    );
  }
  if (!list.hasMore) return null;
  return (
    <Button pending={list.isFetchingMore} onClick={onMore}>
      Show more
    </Button>
  );
}
