/** Words around a number that tell whether it may be an order's; each list parted by spaces. */
export const ORDER_WORDS = {
  /** A number with one of these before it is an order's. */
  order: 'order orders parcel package shipment invoice booking purchase reference',
  /** A number with one of these before it is something else's. */
  other: `phone telephone mobile cell landline fax postcode zip card visa mastercard code pin cvv cvc
  security account iban birthday born password flat apartment room house gate platform flight model`,
  /** Money was paid. */
  money: 'cost costs paid pay price charged charge refunded refund worth balance bill',
  /** Right before a number: "charged for 4521" is about an order, "charged 45" about money. */
  topic: 'on for refund',
  /** A count follows. */
  roughly: 'about over under almost nearly around approximately roughly than least most to',
  months: `january february march april may june july august september october november december`,
  /** A time of day may follow. */
  time: 'at until till by before after since past from',
  /** A year may follow. */
  year: 'in since year of until by from during back',
  /** Ends an address. */
  streets: 'street road avenue lane drive way court square boulevard place terrace st',
  /** What calls a number an order's, if nothing nearer says otherwise: "number 4521". */
  number: 'number',
  /** After these, "one" is no number: "the other one". */
  pointing: `this that the other another last first second next previous new old which what only same right
  wrong`,
  one: 'one',
  /** Right after a number these are not what it counts. */
  namesNothing: `a about after again ago also am an and are as at because but by can could did do does for from
  had has have he hello hi how i if in is isn't it it's ma'am my no not now oh okay ok on or our
  please really right she should since sir so still thank thanks that that's the then there they
  this to was we well were what when where which who why will with would yeah yes you your`,
};
