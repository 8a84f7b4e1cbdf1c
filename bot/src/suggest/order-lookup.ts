import { type CustomerId, type OrderNumber, orderNumberSchema } from '@agent/protocol';
import type { CustomerDirectory } from '@agent/store';

export interface OrderLookupOptions {
  directory: Pick<CustomerDirectory, 'ownerOfOrder'>;
  /**
   * The numbers in a text that may be those of orders, those begun in the text before it too; each in
   * every way it can be read, best first.
   */
  orderNumbersIn: (text: string, before: string) => readonly (readonly string[])[];
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
/** What is read less likely is not looked up. */
const MAX_READINGS = 4;

/** Creates the lookup of one call's orders. */
export function createOrderLookup(options: OrderLookupOptions): FindNamedOrders {
  const { directory, orderNumbersIn, onFailure } = options;

  async function find(number: string): Promise<NamedOrder | undefined> {
    const parsed = orderNumberSchema.safeParse(number);
    if (!parsed.success) return undefined;
    try {
      const customerId = await directory.ownerOfOrder(parsed.data);
      return customerId === undefined ? undefined : { orderNumber: parsed.data, customerId };
    } catch (error) {
      onFailure(error);
      return undefined;
    }
  }

  return async ({ before, text }, except) => {
    const isNew = (readings: readonly string[]) =>
      !readings.some((number) => except.includes(number));
    const numbers = orderNumbersIn(text, before).filter(isNew).slice(0, MAX_NUMBERS);
    const found = await Promise.all(
      numbers.map(async (readings) => {
        const orders = await Promise.all(readings.slice(0, MAX_READINGS).map(find));
        return orders.find((order) => order !== undefined);
      }),
    );
    return found.filter((order) => order !== undefined);
  };
}
