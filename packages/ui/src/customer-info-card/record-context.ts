import type { ReactNode } from 'react';
import type { CustomerInfoCardLabels } from './customer-info-card-labels.ts';

/** What every part of a record's view needs. */
export interface RecordContext {
  text: CustomerInfoCardLabels;
  locale: string;
  nowMs: number;
  /** Names of the parts that changed a moment ago. */
  changed: ReadonlySet<string>;
}

/** One line of a customer's record. */
export interface CustomerFact {
  label: string;
  value: ReactNode;
}
