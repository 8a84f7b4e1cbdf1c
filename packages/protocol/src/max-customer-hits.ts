/** Most customers that one search counts and shows: to find one beyond them, type more. */
export const MAX_CUSTOMER_HITS = 200;
