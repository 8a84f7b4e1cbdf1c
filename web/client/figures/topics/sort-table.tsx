'use client';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { ShowAll, type ShowAllChoice, shownRows } from './show-all.tsx';
import { type SortColumn, sortRows } from './sort-rows.ts';
import '../agents/agent-table.css';

/** What a table is sorted by. */
export interface SortChoice<Column extends string> {
  sort: Column;
  order: 'up' | 'down';
}

/** Rows with a name and columns, each of whose heads sorts all rows, also those that are not shown. */
export function SortTable<Column extends string, Row extends { id: string }>({
  name,
  rows,
  columns,
  choice,
  onSort,
  nameOf,
  more,
  isAll,
  onShowAll,
}: ShowAllChoice & {
  name: string;
  rows: readonly Row[];
  /** The first has the rows' names. */
  columns: Readonly<Record<Column, SortColumn<Row>>>;
  choice: SortChoice<Column>;
  onSort: (choice: SortChoice<Column>) => void;
  /** What stands in the first cell. */
  nameOf: (row: Row) => ReactNode;
  /** A last column that nothing is sorted by. */
  more?: { label: string; cell: (row: Row) => ReactNode };
}) {
  const ids = Object.keys(columns) as Column[];
  const sortBy = (sort: Column) => {
    const first = sort === ids[0] ? 'up' : 'down';
    const other = choice.order === 'up' ? 'down' : 'up';
    onSort({ sort, order: choice.sort === sort ? other : first });
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: columns beyond the edge are reached by the keyboard. */}
      <section className="agent-table topic-table" aria-label={name} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {ids.map((id) => (
                <Head
                  key={id}
                  label={columns[id].label}
                  order={choice.sort === id ? choice.order : null}
                  onSort={() => sortBy(id)}
                />
              ))}
              {more ? (
                <th scope="col">
                  <span>{more.label}</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {shownRows(sortRows(rows, columns[choice.sort], choice.order), isAll).map((row) => (
              <tr key={row.id}>
                {ids.map((id, index) =>
                  index === 0 ? (
                    <th key={id} scope="row">
                      {nameOf(row)}
                    </th>
                  ) : (
                    <td key={id}>{columns[id].words(row)}</td>
                  ),
                )}
                {more ? <td>{more.cell(row)}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ShowAll name={name} count={rows.length} {...{ isAll, onShowAll }} />
    </>
  );
}

function Head({
  label,
  order,
  onSort,
}: {
  label: string;
  order: 'up' | 'down' | null;
  onSort: () => void;
}) {
  const sorted = order === 'up' ? 'ascending' : 'descending';
  return (
    <th scope="col" aria-sort={order ? sorted : undefined}>
      <button type="button" onClick={onSort}>
        {label}
        {order === 'up' ? <ArrowUp aria-hidden /> : null}
        {order === 'down' ? <ArrowDown aria-hidden /> : null}
      </button>
    </th>
  );
}
