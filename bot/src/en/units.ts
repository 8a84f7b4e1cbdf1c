/** What stands for money or a share right after a number, parted by spaces. */
export const MONEY_UNITS =
  'dollar dollars buck bucks euro euros pound pounds quid cent cents pence usd eur percent';

/** What a number counts or measures, right after it. */
export const UNITS = `point second seconds minute minutes hour hours day days night nights week weeks month months
  year years time times o'clock am pm people person kids children piece pieces item items box boxes
  orders unit units pack packs mile miles kilometre kilometres kilometer kilometers km metre metres
  meter meters centimetre centimetres cm inch inches feet foot gram grams kilo kilos kg litre litres
  degree degrees watt watts volt volts stars star digit digits million billion mails emails calls
  st nd rd th more`;
