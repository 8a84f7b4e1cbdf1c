import type { CustomerOrder } from '@agent/protocol';
import { customerIdSchema } from '@agent/protocol';
import type { CustomerToAdd } from '@agent/store';
import { daysBefore, isoTime, minutesAfter, monthsBefore, thirdOfMonth } from './times.ts';

const usd = (cents: number) => ({ cents, currency: 'USD' });

/** The callers of the recorded conversations (`packages/testing/speech`) and of the tests. */
export function callerCustomers(now: Date): CustomerToAdd[] {
  return [mariaSantos(now), jamesCarter(now), robinLee(now), priyaNair(now)];
}

/** Waits for a coffee machine that she ordered two weeks ago as a birthday present. */
function mariaSantos(now: Date): CustomerToAdd {
  return {
    customerId: customerIdSchema.parse('demo-maria-santos'),
    name: 'Maria Santos',
    email: 'maria@example.com',
    phone: '+12125550142',
    status: 'active',
    customerSince: isoTime(daysBefore(now, 1_130)),
    lifetimeValue: usd(61_370),
    orders: [
      {
        orderNumber: '4521',
        status: 'delayed',
        summary: 'Barista Pro coffee machine, gift-wrapped, card “Happy birthday, Sofia”',
        total: usd(24_900),
        placedAt: isoTime(daysBefore(now, 14)),
        expectedAt: isoTime(daysBefore(now, 6)),
      },
      delivered('4187', 'Set of six wine glasses', 3_400, now, 96),
      delivered('3902', 'Stand mixer', 32_900, now, 412),
    ],
    tickets: [],
  };
}

/** Was charged twice for his subscription, for the second time. */
function jamesCarter(now: Date): CustomerToAdd {
  const third = thirdOfMonth(now);
  const paid = (orderNumber: string, at: Date, status: 'delivered' | 'refunded' = 'delivered') =>
    payment(orderNumber, at, status);
  return {
    customerId: customerIdSchema.parse('demo-james-carter'),
    name: 'James Carter',
    email: 'james.carter@example.com',
    phone: '+13125550117',
    status: 'active',
    customerSince: isoTime(daysBefore(now, 590)),
    lifetimeValue: usd(52_200),
    orders: [
      paid('S-20418', minutesAfter(third, 11)),
      paid('S-20417', third),
      paid('S-19562', monthsBefore(third, 1)),
      paid('S-18745', minutesAfter(monthsBefore(third, 2), 9), 'refunded'),
      paid('S-18744', monthsBefore(third, 2)),
    ],
    tickets: [
      {
        ticketNumber: 'T-3107',
        subject: 'Charged twice for my subscription',
        status: 'closed',
        openedAt: isoTime(minutesAfter(monthsBefore(third, 2), 3_000)),
        orderNumber: 'S-18745',
      },
    ],
  };
}

/** Cannot sign in; nothing is wrong with the account. */
function robinLee(now: Date): CustomerToAdd {
  return {
    customerId: customerIdSchema.parse('demo-robin-lee'),
    name: 'Robin Lee',
    email: 'robin.lee@example.com',
    phone: '+16465550163',
    status: 'active',
    customerSince: isoTime(daysBefore(now, 240)),
    lifetimeValue: usd(10_880),
    orders: [delivered('4338', 'Electric kettle, 1.7 l', 4_490, now, 61)],
    tickets: [],
  };
}

/** Nothing is wrong. */
function priyaNair(now: Date): CustomerToAdd {
  return {
    customerId: customerIdSchema.parse('demo-priya-nair'),
    name: 'Priya Nair',
    email: 'priya@example.com',
    phone: '+14155552671',
    status: 'active',
    customerSince: isoTime(daysBefore(now, 402)),
    lifetimeValue: usd(23_840),
    orders: [delivered('4402', 'Cast-iron pan, 28 cm', 7_450, now, 33)],
    tickets: [],
  };
}

function delivered(
  orderNumber: string,
  summary: string,
  cents: number,
  now: Date,
  days: number,
): CustomerOrder {
  return {
    orderNumber,
    status: 'delivered',
    summary,
    total: usd(cents),
    placedAt: isoTime(daysBefore(now, days)),
    expectedAt: isoTime(daysBefore(now, days - 5)),
  };
}

function payment(orderNumber: string, at: Date, status: 'delivered' | 'refunded'): CustomerOrder {
  return {
    orderNumber,
    status,
    summary: 'Northwind Plus, monthly payment',
    total: usd(2_900),
    placedAt: isoTime(at),
    expectedAt: null,
  };
}
