import type { CustomerId } from '@agent/protocol';
import { fakeLog, fakeUuid } from '@agent/testing/fake-log';
import { aCustomerId, aSegmentId } from '@agent/testing/ids';
import { expect, it } from 'vitest';
import { orderOfAnotherCustomer } from './order-of-another-customer.ts';

const maria = aCustomerId('maria');

function mentioning(...orders: [orderNumber: string, customerId: CustomerId][]) {
  const log = fakeLog();
  for (const [orderNumber, customerId] of orders) {
    log.append('order.mentioned', {
      segmentId: aSegmentId(fakeUuid(100)),
      orderNumber,
      customerId,
    });
  }
  return log.state().assist;
}

it('is nobody’s while every order named is the linked customer’s', () => {
  expect(orderOfAnotherCustomer(mentioning(), null)).toBeNull();
  expect(orderOfAnotherCustomer(mentioning(['4521', maria]), maria)).toBeNull();
});

it('tells the newest order of somebody else, also when nobody is linked', () => {
  const assist = mentioning(['4521', maria], ['7310', aCustomerId('james')], ['4522', maria]);
  expect(orderOfAnotherCustomer(assist, maria)).toEqual({
    orderNumber: '7310',
    customerId: aCustomerId('james'),
  });
  expect(orderOfAnotherCustomer(assist, null)?.orderNumber).toBe('4522');
});
