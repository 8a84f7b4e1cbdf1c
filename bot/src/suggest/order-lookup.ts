import { type CustomerId, type OrderNumber, orderNumberSchema } from '@agent/protocol';
import type { CustomerDirectory } from '@agent/store';

export interface OrderLookupOptions {
  directory: Pick<CustomerDirectory, 'ownerOfOrder'>;
  /** The numbers in a text that may be those of orders, those begun in the text before it too. */
  orderNumbersIn: (text: string, before: string) => readonly string[];
  onFailure: (error: unknown) => void;
}

/** An order that was named, and whose it is. */
export interface NamedOrder {
  orderNumber: OrderNumber;
  customerId: CustomerId;
}

/** Something said, with what the same speaker said just before: a number may go over a pause. */
export interface SaidInOneGo {
  before: string;
  text: string;
}

/** Finds the orders named in what was said that the directory knows, leaving out some. Never rejects. */
export type FindNamedOrders = (
  said: SaidInOneGo,
  except: readonly OrderNumber[],
) => Promise<NamedOrder[]>;

/** Nobody names more in one breath. */
const MAX_NUMBERS = 5;

/** Creates the lookup of one call's orders. */
export function createOrderLookup(options: OrderLookupOptions): FindNamedOrders {
  const { directory, orderNumbersIn, onFailure } = options;

  async function find(number: string): Promise<NamedOrder[]> {
    const parsed = orderNumberSchema.safeParse(number);
    if (!parsed.success) return [];
    try {
      const customerId = await directory.ownerOfOrder(parsed.data);
      return customerId === undefined ? [] : [{ orderNumber: parsed.data, customerId }];
    } catch (error) {
      onFailure(error);
      return [];
    }
  }

  return async ({ before, text }, except) => {
    const numbers = orderNumbersIn(text, before).filter((number) => !except.includes(number));
    return (await Promise.all(numbers.slice(0, MAX_NUMBERS).map(find))).flat();
  };
}
