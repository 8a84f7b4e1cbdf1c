import { clsx } from 'clsx';
import { Search } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef, useId } from 'react';
import { Avatar } from '../avatar/avatar.tsx';
import { Button } from '../button/button.tsx';
import {
  type CustomerStateWords,
  defaultCustomerStateWords,
} from '../customer-info-card/customer-info-card-labels.ts';
import { AccountStatusBadge } from '../customer-info-card/customer-state-badges.tsx';
import type { CustomerSummary } from '../customer-info-card/customer-types.ts';
import { nameFrom } from '../react/aria.ts';

/** Strings of `CustomerCandidates`. */
export interface CustomerCandidatesLabels {
  title: string;
  description: string;
  find: string;
  account: CustomerStateWords['account'];
}
/** English words of the list of candidates; `labels` replaces them one by one. */
export const defaultCustomerCandidatesLabels: CustomerCandidatesLabels = {
  title: 'Who is it?',
  description: 'More than one record fits. Ask, then choose.',
  find: 'None of them',
  account: defaultCustomerStateWords.account,
};

/** Customers likeliest first, and what choosing one or looking for another does. */
export interface CustomerCandidatesProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** Likeliest first. */
  candidates: readonly CustomerSummary[];
  onChoose: (customerId: string) => void;
  /** None of them: search. The button is there only with it. */
  onFind?: (() => void) | undefined;
  /** The candidate that was chosen and is being linked. */
  pendingId?: string | null | undefined;
  labels?: Partial<CustomerCandidatesLabels> | undefined;
}

/** The few records that the caller may belong to, to choose from. */
export const CustomerCandidates = forwardRef<HTMLElement, CustomerCandidatesProps>(
  function CustomerCandidates(
    { candidates, onChoose, onFind, pendingId = null, labels, className, ...rest },
    ref,
  ) {
    const text = { ...defaultCustomerCandidatesLabels, ...labels };
    const id = useId();
    return (
      <section
        aria-labelledby={nameFrom(`${id}-title`, rest)}
        {...rest}
        ref={ref}
        className={clsx('aui-customer-candidates', className)}
        data-slot="customer-candidates"
        data-state={pendingId === null ? 'ready' : 'pending'}
      >
        <h3 id={`${id}-title`}>{text.title}</h3>
        <p data-slot="customer-faint">{text.description}</p>
        <ul>
          {candidates.map((candidate) => (
            <li key={candidate.customerId}>
              <button
                type="button"
                data-slot="customer-choice"
                data-state={candidate.customerId === pendingId ? 'pending' : 'idle'}
                disabled={pendingId !== null}
                onClick={() => onChoose(candidate.customerId)}
              >
                <Avatar name={candidate.name} />
                <CustomerLine customer={candidate} account={text.account} />
              </button>
            </li>
          ))}
        </ul>
        {onFind ? (
          <Button size="sm" icon={<Search />} disabled={pendingId !== null} onClick={onFind}>
            {text.find}
          </Button>
        ) : null}
      </section>
    );
  },
);

/** Name, contact and status of a customer in a list. Internal to the lists of customers. */
function CustomerLine({
  customer,
  account,
}: {
  customer: CustomerSummary;
  account: CustomerStateWords['account'];
}) {
  return (
    <span data-slot="customer-line">
      <strong dir="auto">{customer.name}</strong>
      {[customer.email, customer.phone].map((contact) =>
        contact === null ? null : <bdi key={contact}>{contact}</bdi>,
      )}
      <AccountStatusBadge status={customer.status} word={account[customer.status]} />
    </span>
  );
}
