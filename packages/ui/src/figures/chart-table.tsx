import { type ReactNode, useRef } from 'react';
import { useScrollableTabIndex } from '../react/use-scrollable-tab-index.ts';

/** A chart in numbers. */
export interface ChartTableContent {
  /** Heads of the columns; the first is that of the rows' names. */
  columns: readonly string[];
  rows: readonly { key: string; name: ReactNode; cells: readonly ReactNode[] }[];
}

/** The numbers of a chart, for those who would rather read or hear them. Internal to charts. */
export function ChartTable({ caption, columns, rows }: ChartTableContent & { caption: string }) {
  const root = useRef<HTMLDivElement>(null);
  const tabIndex = useScrollableTabIndex(root);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form.
    <div ref={root} data-slot="chart-table" role="group" aria-label={caption} tabIndex={tabIndex}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1] ?? index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
