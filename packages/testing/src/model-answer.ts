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
export type ModelRequest = z.infer<typeof modelRequestSchema>;

/** What the fake model writes, by field; fields that the request's schema does not have are left out. */
export type ModelAnswer = Record<string, unknown>;

/** A plausible suggestion that takes up the last words of the request. */
export function sensibleAnswer(request: ModelRequest): ModelAnswer {
  const words = lastWords(request);
  return {
    suggestion: 'I hear you, and I will look into this for you right now. Can you bear with me?',
    reasoning: `The customer said "${words}" and waits for an answer.`,
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

function lastWords({ messages }: ModelRequest): string {
  const content = messages.findLast(({ role }) => role === 'user')?.content;
  const text = typeof content === 'string' ? content : '';
  const line = text.split('\n').findLast((candidate) => candidate.trim() !== '') ?? '';
  return line.trim().slice(-120);
}
