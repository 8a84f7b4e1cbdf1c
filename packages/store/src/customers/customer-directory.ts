import type {
  CustomerId,
  CustomerRecord,
  CustomerSearchPage,
  CustomerSearchQuery,
  CustomerSummary,
  OrderNumber,
} from '@agent/protocol';

/** How somebody can be reached, in one spelling: lower-case e-mail or E.164. */
export interface ContactKey {
  kind: 'email' | 'phone';
  value: string;
}

/** Who a caller is taken for. `certain`: the contact is that of exactly one customer. */
export interface CustomerMatch {
  certain: CustomerSummary | undefined;
  /** At most 5, likeliest first; empty when `certain`. */
  candidates: readonly CustomerSummary[];
}

/** A customer to be; `email` in lower case, `phone` as E.164, either may be null. */
export interface CustomerToCreate {
  name: string;
  email: string | null;
  phone: string | null;
}

/** An order, and whose it is. */
export interface OwnedOrder {
  orderNumber: OrderNumber;
  customerId: CustomerId;
}

/**
 * Where customers, their orders and their tickets are known. Ours is in Postgres
 * (`createCustomerDirectory`); a CRM can stand in with another implementation. Every method throws
 * when the directory cannot be reached, within a few seconds: callers set no limit of
 * their own.
 */
export interface CustomerDirectory {
  /** Best match first; forgives typing errors. */
  search(query: CustomerSearchQuery): Promise<CustomerSearchPage>;
  /**
   * Undefined when nobody has this id. `orders` are numbers of orders that the record holds besides
   * the newest, however old, as far as they are this customer's: those that a call is about.
   */
  find(
    customerId: CustomerId,
    orders?: readonly OrderNumber[],
  ): Promise<CustomerRecord | undefined>;
  match(caller: { name: string; contact: ContactKey }): Promise<CustomerMatch>;
  /**
   * The orders that a number may mean, as it was said: capital letters and digits without anything
   * between, `S20418` for S-20418. People leave the letters out, so digits alone mean each order that
   * has them and no others: `20418` means 20418 and S-20418, but not 204181. Mostly there is one; of
   * several, which the caller chooses from, the order does not matter.
   */
  findOrders(said: string): Promise<OwnedOrder[]>;
  /** Throws `StoreError` `contact-taken` when another customer has this e-mail or phone. */
  create(customer: CustomerToCreate): Promise<CustomerRecord>;
}
