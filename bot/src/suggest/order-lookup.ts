import { type CustomerId, type OrderNumber, orderNumberSchema } from '@agent/protocol';
import type { CustomerDirectory } from '@agent/store';

export interface OrderLookupOptions {
  directory: Pick<CustomerDirectory, 'ownerOfOrder'>;
  /** The numbers in a text that may be those of orders. */
  orderNumbersIn: (text: string) => readonly string[];
  onFailure: (error: unknown) => void;
}

/** An order that was named, and whose it is. */
export interface NamedOrder {
  orderNumber: OrderNumber;
  customerId: CustomerId;
}

/** Finds the orders named in a text that the directory knows, leaving out some. Never rejects. */
export type FindNamedOrders = (
  text: string,
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

  return async (text, except) => {
    const numbers = orderNumbersIn(text).filter((number) => !except.includes(number));
    return (await Promise.all(numbers.slice(0, MAX_NUMBERS).map(find))).flat();
  };
}
