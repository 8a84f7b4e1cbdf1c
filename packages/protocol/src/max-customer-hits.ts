/** Most customers that one search counts and shows: whoever finds more has to type more. */
export const MAX_CUSTOMER_HITS = 200;
