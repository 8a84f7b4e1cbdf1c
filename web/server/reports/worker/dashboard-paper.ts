/** What a document about a period says, all of it in words: who draws it knows nothing of figures. */
export interface DashboardPaper {
  title: string;
  /** Period, what it is compared with, filter, zone, when it was made: each a line. */
  about: readonly string[];
  /** Something to be read first, such as that some of it is made up. */
  warning: string | null;
  tiles: readonly PaperTile[];
  trends: readonly PaperTrend[];
  heat: PaperHeat;
  /** ISO 8601. */
  madeAt: string;
}

/** A figure. */
export interface PaperTile {
  name: string;
  /** `–` where there is none. */
  value: string;
  sample: string;
  /** Against the period before; null: there is nothing to compare with. */
  change: string | null;
  /** What it is, how it came about, and what to bear in mind: each a sentence. */
  words: readonly string[];
}

/** How a figure went. */
export interface PaperTrend {
  title: string;
  points: readonly { label: string; value: number | null; words: string }[];
  /** What it does, in a sentence, for those who do not see it. */
  alt: string;
}

/** How many calls there were by hour of the week. */
export interface PaperHeat {
  title: string;
  alt: string;
  /** 0 to 1 of the fullest hour. */
  cells: readonly { weekday: number; hour: number; share: number; words: string }[];
}
