import 'server-only';
import type { ReportKind } from '@agent/protocol';

const types: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** Headers of a file of these days: `calls-2026-11-24-2026-11-30.csv`. No cache keeps it. */
export function fileHeaders(
  kind: ReportKind,
  { from, to }: { from: string; to: string },
): Record<string, string> {
  const [name = '', extension = ''] = kind.split('.');
  const days = from === to ? from : `${from}-${to}`;
  return {
    'content-type': types[extension] ?? 'application/octet-stream',
    'content-disposition': `attachment; filename="${name}-${days}.${extension}"`,
    'cache-control': 'private, no-store',
  };
}
