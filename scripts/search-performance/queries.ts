/** A customer that is there, as queries are made from. */
export interface Known {
  name: string;
  email: string;
  phone: string;
  order: string;
}

/** How a person types, with one query for each customer given. */
export type QueryKind = readonly [kind: string, query: (known: Known) => string];

const first = ({ name }: Known) => name.split(' ')[0] ?? name;
const last = ({ name }: Known) => name.split(' ').at(-1) ?? name;
const local = ({ email }: Known) => email.split('@')[0] ?? email;
const domain = ({ email }: Known) => email.split('@')[1] ?? email;
const swapped = (word: string) =>
  `${word.slice(0, 1)}${word[2] ?? ''}${word[1] ?? ''}${word.slice(3)}`;
const wrong = (word: string) => `${word.slice(0, 2)}x${word.slice(3)}`;
const letters = (count: number) =>
  Array.from({ length: count }, (_, place) => String.fromCharCode(97 + ((place * 7) % 26))).join(
    ' ',
  );

/** What people type, and what only somebody types who means to keep the server busy. */
export const queryKinds: readonly QueryKind[] = [
  ['whole name', ({ name }) => name],
  ['whole name, the other way round', (known) => `${last(known)}, ${first(known)}`],
  ['first name', first],
  ['last name', last],
  ['two letters', ({ name }) => name.slice(0, 2)],
  ['three letters', ({ name }) => name.slice(0, 3)],
  ['beginnings of both names', (known) => `${first(known).slice(0, 3)} ${last(known).slice(0, 3)}`],
  ['one letter and a last name', (known) => `${first(known).slice(0, 1)} ${last(known)}`],
  ['one letter each', (known) => `${first(known).slice(0, 1)} ${last(known).slice(0, 1)}`],
  ['middle of a name', (known) => last(known).slice(1, 5)],
  ['accents it does not have', ({ name }) => name.replaceAll('a', 'á').replaceAll('o', 'ö')],
  ['letters changed places', (known) => `${first(known)} ${swapped(last(known))}`],
  ['a wrong letter', (known) => `${wrong(first(known))} ${last(known)}`],
  ['a wrong letter in both', (known) => `${wrong(first(known))} ${wrong(last(known))}`],
  ['one name, misspelt', (known) => swapped(last(known))],
  ['whole e-mail', ({ email }) => email],
  ['e-mail, misspelt', (known) => `${swapped(local(known))}@${domain(known)}`],
  ['beginning of an e-mail', ({ email }) => email.slice(0, 6)],
  ['before the @', local],
  ['end of an e-mail', (known) => `${local(known).slice(-3)}@${domain(known)}`],
  ['domain', (known) => `@${domain(known)}`],
  ['end of a domain', () => 'example.com'],
  ['middle of an e-mail', (known) => `${local(known).slice(-4)}@${domain(known).slice(0, 3)}`],
  ['phone', ({ phone }) => phone],
  ['phone with spaces', ({ phone }) => phone.replace(/(\d{3})(?=\d)/g, '$1 ')],
  ['phone as dialled in the country', ({ phone }) => `0${phone.slice(3)}`],
  ['last digits of a phone', ({ phone }) => phone.slice(-4)],
  ['middle of a phone', ({ phone }) => phone.slice(4, 9)],
  ['order number', ({ order }) => order],
  ['digits of an order', ({ order }) => order.replace(/\D/g, '')],
  ['beginning of an order', ({ order }) => order.slice(0, 4)],
  ['three digits', ({ order }) => order.slice(2, 5)],
  ['a common word', () => 'example'],
  ['the end of everything', () => 'com'],
  ['nobody', (known) => `${last(known).slice(0, 1)}qzxvkq wqzkjx`],
  ['a sentence', ({ name }) => `${name} who called about the toaster that never came to her`],
  ['fifty single letters', () => letters(50)],
  ['fifty times the same letter', () => Array.from({ length: 50 }, () => 'a').join(' ')],
  ['a hundred letters', () => 'ananas'.repeat(17).slice(0, 100)],
  ['a hundred digits', () => '1234567890'.repeat(10)],
  ['signs of patterns', () => '%_%_%_%_%_'],
];
