/** A customer's id: printable ASCII without spaces, else opaque, because a CRM may stand in for our tables. */
export const CUSTOMER_ID = /^[!-~]{1,64}$/;

/** An order's number as people say it: digits, possibly with letters. */
export const ORDER_NUMBER = /^[A-Z0-9-]{3,20}$/;
