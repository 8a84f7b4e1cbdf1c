/**
 * Words that a shop's talk uses alike, so that an example about a kettle teaches about lamps too. A
 * word may be of several kinds; the first one stands for it beside its neighbours.
 */
export const WORDS_BY_KIND = {
  product: `kettle toaster lamp blender grinder machine maker cafetiere mug glass plate cup bowl pan
    pot teapot casserole jug vase table chair desk shelf mirror blanket duvet towel curtain
    rug cushion pillow sheet shoe boot shirt jumper trousers dress coat jacket hose hoover
    vacuum fridge oven washer dryer television tv phone laptop camera speaker headphone
    watch clock book toy bike filter bean coffee tea pod espresso expresso decaf bottle bag
    basket sofa bed mattress wardrobe cabinet fan heater printer tablet knife fork spoon
    tray candle frame picture scarf hat glove sweater`,
  parcel: `order parcel package packet delivery shipment item box product purchase thing stuff
    article goods`,
  part: `lid handle leg screw cable charger plug lead manual instruction battery screen motor
    pump blade button zip strap wheel corner side door remote part piece bit hinge knob`,
  relative: `nan gran granny grandad mother father wife husband son daughter sister brother aunt uncle grandmother
    grandfather grandson granddaughter nephew niece partner cousin mum dad gran parent
    boyfriend girlfriend fiance`,
  time: `monday tuesday wednesday thursday friday saturday sunday january february march april
    may june july august september october november december`,
  weekday: 'monday tuesday wednesday thursday friday saturday sunday',
  span: 'minute hour day week month year fortnight age weekend',
  money: 'pound dollar euro quid buck cent penny money cash fiver tenner',
  carrier: 'courier driver postman carrier postie van depot fedex ups dhl hermes mailman',
  colour: 'black white red blue green grey gray brown pink yellow orange purple beige silver gold',
  size: 'small medium large big tiny extra-large size single double',
  great: `great brilliant lovely perfect wonderful excellent fantastic super amazing awesome
    smashing marvellous grand fab splendid superb`,
  thanks: 'thank thanks cheers ta grateful appreciate',
  bye: 'bye goodbye cheerio farewell',
  bad: `terrible awful horrible dreadful useless rubbish pathetic ridiculous disgrace
    disgraceful appalling outrageous disgusting hopeless shambles joke incompetent
    unacceptable shocking diabolical atrocious abysmal farce garbage crap`,
  angry: 'angry furious livid fume mad outrage raging seething irate enrage',
  sad: 'disappoint sad upset let unhappy shame pity frustrate gutted sorry dissatisfy',
  broken: `broken damage crack smash shatter dent scratch chip defective defect faulty snap bend
    crush tear rip leak ruin squash burst bash split bust`,
  'give-up': 'die dead conk pack give stop quit fail malfunction',
  arrive: 'arrive come turn show appear deliver land reach',
  call: 'call ring phone contact speak talk write email explain tell',
  manager: 'manager supervisor boss superior chief senior leader',
  law: 'lawyer solicitor attorney court sue legal law ombudsman judge barrister police advocate',
  card: 'visa mastercard amex card maestro',
  charge: 'charge bill debit payment pay take deduct withdraw transaction invoice fee cost',
  twice: 'twice double duplicate identical',
  cancel: 'cancel end stop terminate quit close unsubscribe discontinue finish',
  subscription: 'subscription membership plan contract subscribe renewal trial renew member',
  want: 'want need like prefer wish love rather',
  login: 'login password username pin log access user',
  mail: 'email mail link code message text sms inbox spam junk',
  fix: 'fix repair mend sort solve resolve',
  cheap: `discount voucher coupon promo cheap expensive price deal offer dear pricey reduction
    rebate percent code sale`,
  data: 'data gdpr privacy personal delete remove erase newsletter marketing consent record',
  paper: 'invoice receipt bill vat tax accountant bookkeeping',
  hold: 'hold queue wait line hang music',
  move: 'move relocate address street house flat postcode place apartment',
} as const satisfies Record<string, string>;
