import type { ReactNode } from 'react';
import type { PartClassNames } from '../react/part.ts';
import type { CustomerInfoCardLabels } from './customer-info-card-labels.ts';

/** Parts of a `CustomerInfoCard` that can be given a class. */
export type CustomerInfoCardPart =
  | 'customer-info-card-head'
  | 'customer-info-card-unverified'
  | 'customer-info-card-linked'
  | 'customer-info-card-facts'
  | 'customer-order'
  | 'customer-ticket'
  | 'customer-call';

/** What every part of a record's view needs. */
export interface RecordContext {
  text: CustomerInfoCardLabels;
  locale: string;
  nowMs: number;
  /** Names of the parts that changed a moment ago. */
  changed: ReadonlySet<string>;
  classNames: PartClassNames<CustomerInfoCardPart> | undefined;
}

/** One line of a customer's record. */
export interface CustomerFact {
  label: string;
  value: ReactNode;
}
