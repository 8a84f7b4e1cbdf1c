import { z } from 'zod';

/** A request for a chat completion, as far as the fake looks at it. */
export const modelRequestSchema = z.looseObject({
  model: z.string().default('fake'),
  stream: z.boolean().default(false),
  messages: z.array(z.looseObject({ role: z.string(), content: z.unknown() })).default([]),
  response_format: z
    .looseObject({
      json_schema: z.looseObject({
        schema: z.looseObject({ properties: z.record(z.string(), z.unknown()) }),
      }),
    })
    .optional()
    .catch(undefined),
});
/** What the bot asked the model: messages, and the schema that the answer has to follow. */
export type ModelRequest = z.infer<typeof modelRequestSchema>;

/** What the fake model writes, by field; fields that the request's schema does not have are left out. */
export type ModelAnswer = Record<string, unknown>;

/** What a customer says next may be answered with the next of these. */
const answers = [
  'I hear you, and I will look into this for you right now. Can you bear with me?',
  'Thank you for telling me. Let me see what I can do about that.',
  'I understand how that must feel, and I am sorry. Shall we go through it together?',
  'That makes sense. I will take care of it while you are on the line.',
  'Let me make sure I have this right before I go on.',
] as const;

/** A plausible suggestion that takes up the customer's last words, another one for each turn. */
export function sensibleAnswer(request: ModelRequest): ModelAnswer {
  const said = customerWords(request);
  return {
    suggestion: answers[said.length % answers.length],
    reasoning: `The customer said "${said.at(-1) ?? ''}" and waits for an answer.`,
    action: 'offer_solution',
    confidence: 0.82,
    sentiment: { score: -0.2, confidence: 0.7 },
  };
}

/** The answer as JSON, its fields in the order of the request's schema where there is one. */
export function answerText(request: ModelRequest, answer: ModelAnswer): string {
  const properties = request.response_format?.json_schema.schema.properties;
  if (!properties) return JSON.stringify(answer);
  const inOrder = Object.keys(properties).filter((name) => name in answer);
  return JSON.stringify(Object.fromEntries(inOrder.map((name) => [name, answer[name]])));
}

const callSchema = z.object({
  conversation: z.array(z.object({ who: z.string(), said: z.string() })),
});

/** The customer's turns, oldest first; the last line of a request that is no call as JSON. */
function customerWords({ messages }: ModelRequest): string[] {
  const content = messages.findLast(({ role }) => role === 'user')?.content;
  const text = typeof content === 'string' ? content.trim() : '';
  const call = text.startsWith('{') ? callSchema.safeParse(JSON.parse(text)).data : undefined;
  const said = call?.conversation.filter(({ who }) => who === 'customer').map(({ said }) => said);
  return (said ?? [text.split('\n').at(-1) ?? '']).map((words) => words.slice(-120));
}
