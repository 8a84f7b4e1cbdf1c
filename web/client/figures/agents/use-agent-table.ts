'use client';
import type { MetricId } from '@agent/protocol';
import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type AgentRow, agentColumns } from './agent-rows.ts';

const features = tableFeatures({
  columnFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});
const helper = createColumnHelper<typeof features, AgentRow>();

/** Who has no figure stands last, however it is sorted. */
const columns = helper.columns([
  helper.accessor('name', {
    id: 'name',
    sortFn: (a, b) => a.original.name.localeCompare(b.original.name),
    filterFn: (row, _column, wanted: string) => hasWords(row.original.name, wanted),
  }),
  ...agentColumns.map((id) =>
    helper.accessor((row) => row.figures[id]?.value ?? undefined, {
      id,
      sortUndefined: 'last',
      sortFn: (a, b) => figureOf(a.original, id) - figureOf(b.original, id),
    }),
  ),
]);

/** How the table of agents is sorted, and whose name has to have what in it. */
export interface AgentTableChoice {
  sort: 'name' | MetricId;
  order: 'up' | 'down';
  name: string;
}

/** The agents that a filter lets through, in their order. */
export function useAgentTable(
  data: readonly AgentRow[],
  { sort, order, name }: AgentTableChoice,
): AgentRow[] {
  const table = useTable({
    features,
    columns,
    data: data as AgentRow[],
    getRowId: ({ agentId }) => agentId,
    state: {
      sorting: [{ id: sort, desc: order === 'down' }],
      columnFilters: name.trim() ? [{ id: 'name', value: name }] : [],
    },
  });
  return table.getRowModel().rows.map(({ original }) => original);
}

function figureOf({ figures }: AgentRow, id: MetricId): number {
  return figures[id]?.value ?? 0;
}

function hasWords(name: string, wanted: string): boolean {
  const lower = name.toLocaleLowerCase();
  return wanted
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
