import { fakeLog, fakeUuid } from '@agent/testing/fake-log';
import { expect, it } from 'vitest';
import { orderOfAnotherCustomer } from './order-of-another-customer.ts';

function mentioning(...orders: [orderNumber: string, customerId: string][]) {
  const log = fakeLog();
  for (const [orderNumber, customerId] of orders) {
    log.append('order.mentioned', { segmentId: fakeUuid(100), orderNumber, customerId });
  }
  return log.state().assist;
}

it('is nobody’s while every order named is the linked customer’s', () => {
  expect(orderOfAnotherCustomer(mentioning(), null)).toBeNull();
  expect(orderOfAnotherCustomer(mentioning(['4521', 'maria']), 'maria')).toBeNull();
});

it('tells the newest order of somebody else, also when nobody is linked', () => {
  const assist = mentioning(['4521', 'maria'], ['7310', 'james'], ['4522', 'maria']);
  expect(orderOfAnotherCustomer(assist, 'maria')).toEqual({
    orderNumber: '7310',
    customerId: 'james',
  });
  expect(orderOfAnotherCustomer(assist, null)?.orderNumber).toBe('4522');
});
