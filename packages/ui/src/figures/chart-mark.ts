/** How a series is drawn; never told apart by its colour alone. */
export type ChartMark = 'line' | 'dashed' | 'dotted' | 'bar' | 'area';

/** One of the tokens `--aui-series-1` to `--aui-series-5`. */
export type ChartColour = 1 | 2 | 3 | 4 | 5;
