import type { AccountStatus } from '@agent/protocol';

/** Somebody whose name, contact or account is worth having among the customers. */
export interface RemarkablePerson {
  name: string;
  email: string | null;
  phone: string | null;
  status?: AccountStatus;
  /** Spent so much before the orders that are listed, in cents. */
  spentBeforeCents?: number;
  openTickets?: number;
}

/** Namesakes, families, good customers, troubled accounts, and names that screens break on. */
export const remarkablePeople: readonly RemarkablePerson[] = [
  // Namesakes: a name alone does not tell who calls.
  { name: 'James Carter', email: 'jcarter.denver@example.net', phone: '+17205550119' },
  { name: 'John Smith', email: 'john.smith@example.com', phone: '+12065550101' },
  { name: 'John Smith', email: 'jsmith71@example.org', phone: '+16175550188', openTickets: 1 },
  { name: 'John Smith', email: null, phone: '+447700900318', status: 'paused' },
  { name: 'Maria Garcia', email: 'maria.garcia@example.com', phone: '+13055550134' },
  { name: 'María García', email: 'mgarcia@example.org', phone: '+13055550187' },
  { name: 'Anna Müller', email: 'anna.mueller@example.com', phone: '+493023125411' },
  { name: 'Anna Mueller', email: 'a.mueller@example.net', phone: null, status: 'closed' },
  // A family: numbers that differ in their last digit only.
  { name: 'Rosa Delgado', email: 'rosa.delgado@example.com', phone: '+17185550151' },
  { name: 'Hector Delgado', email: 'hector.delgado@example.com', phone: '+17185550152' },
  { name: 'Lucia Delgado', email: null, phone: '+17185550153' },
  // Good customers.
  {
    name: 'Eleanor Whitfield',
    email: 'eleanor.whitfield@example.com',
    phone: '+16175550120',
    spentBeforeCents: 1_284_000,
    openTickets: 2,
  },
  {
    name: 'Haruto Tanaka',
    email: 'haruto.tanaka@example.com',
    phone: '+14155550173',
    spentBeforeCents: 642_500,
  },
  // Accounts in trouble.
  { name: 'Dwayne Pruitt', email: 'dwayne.pruitt@example.com', phone: null, status: 'past-due' },
  {
    name: 'Ingrid Solberg',
    email: 'ingrid.solberg@example.org',
    phone: '+447700900442',
    status: 'past-due',
    openTickets: 3,
  },
  { name: 'Walter Quigley', email: null, phone: '+13125550191', status: 'closed' },
  // Names that are long, short, hyphenated, with apostrophes, of one word, or of another script.
  {
    name: 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Maria Theresia von und zu',
    email: 'maria-theresia.wolfeschlegelsteinhausenbergerdorff-featherstonehaugh@example.com',
    phone: null,
  },
  { name: 'Bo Ng', email: 'bo@example.org', phone: '+12065550166' },
  { name: 'Siobhán O’Súilleabháin', email: 'siobhan@example.com', phone: '+447700900555' },
  { name: 'D’Arcy Saint-Exupéry', email: 'darcy@example.net', phone: '+33199000177' },
  { name: 'Suharto', email: 'suharto@example.org', phone: null },
  { name: 'محمد بن عبد الرحمن الفارسي', email: 'm.alfarsi@example.com', phone: '+12125550184' },
  { name: 'רבקה בן־דוד', email: 'rivka@example.com', phone: '+17185550178', openTickets: 1 },
  { name: '李小龍', email: 'lee.siulung@example.com', phone: '+14155550128' },
  { name: 'Nguyễn Thị Minh Khai', email: 'minhkhai@example.com', phone: '+14155550149' },
];
