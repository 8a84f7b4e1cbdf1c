/** Something the shop sells; `cents` in any currency, as shops round prices per country. */
export interface Product {
  name: string;
  cents: number;
}

/** What customers have bought. */
export const products: readonly Product[] = [
  { name: 'Barista Pro coffee machine', cents: 24_900 },
  { name: 'Aroma coffee beans, 1 kg', cents: 1_890 },
  { name: 'Burr grinder', cents: 8_900 },
  { name: 'Milk frother', cents: 3_950 },
  { name: 'Electric kettle, 1.7 l', cents: 4_490 },
  { name: 'Toaster, four slots', cents: 5_990 },
  { name: 'Stand mixer', cents: 32_900 },
  { name: 'Cast-iron pan, 28 cm', cents: 7_450 },
  { name: 'Chef’s knife, 20 cm', cents: 6_200 },
  { name: 'Set of six wine glasses', cents: 3_400 },
  { name: 'Dinner service for eight', cents: 15_900 },
  { name: 'Robot vacuum cleaner', cents: 39_900 },
  { name: 'Air purifier', cents: 17_900 },
  { name: 'Desk lamp', cents: 4_990 },
  { name: 'Wool blanket', cents: 6_990 },
  { name: 'Linen bed set, 200 × 200 cm', cents: 12_900 },
  { name: 'Bathroom scales', cents: 3_290 },
  { name: 'Replacement filter, pack of three', cents: 2_150 },
  { name: 'Garden chair, pair', cents: 11_900 },
  { name: 'Gift card', cents: 5_000 },
];

/** What customers pay every month. */
export const plans: readonly Product[] = [
  { name: 'Northwind Plus, monthly payment', cents: 2_900 },
  { name: 'Coffee subscription, monthly payment', cents: 1_990 },
  { name: 'Filter subscription, monthly payment', cents: 990 },
  { name: 'Northwind Family, monthly payment', cents: 4_900 },
];

/** What customers have written about. */
export const ticketSubjects: readonly string[] = [
  'Parcel has not arrived',
  'Item arrived damaged',
  'Wrong colour delivered',
  'One part is missing',
  'Refund not on my account yet',
  'Charged although I cancelled',
  'Please change the delivery address',
  'Sign-in link does not arrive',
  'Invoice with the company’s name, please',
  'Warranty: stopped working after a month',
  'Discount code is refused',
  'How do I pause my subscription?',
];
