/** How a customer names itself when it calls. */
export interface ScriptedCustomer {
  name: string;
  /** E-mail address, as in the customer directory. */
  contact: string;
}

/** Who speaks in each script: customers of the seeded directory, so that the agent sees their record. */
const customers: Readonly<Record<string, ScriptedCustomer>> = {
  'double-charge': { name: 'James Carter', contact: 'james.carter@example.com' },
  'late-delivery': { name: 'Maria Santos', contact: 'maria@example.com' },
  'password-reset': { name: 'Robin Lee', contact: 'robin.lee@example.com' },
};
const unknownCustomer: ScriptedCustomer = {
  name: 'Demo customer',
  contact: 'scripted.customer@example.com',
};

/** The customer of a script; somebody without record when the script is not one of ours. */
export function scriptedCustomer(scriptName: string): ScriptedCustomer {
  return customers[scriptName] ?? unknownCustomer;
}
