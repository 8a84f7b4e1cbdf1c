/** Puts a text where a schema looks for one; all else is as the schema wants it, as far as it matters. */
export type Place = (text: string) => unknown;

/** Either library's schema, as its own parts describe it. */
interface ZodLike {
  def: { type: string; coerce?: boolean } & Record<string, unknown>;
}
interface ValibotLike {
  kind: 'schema';
  type: string;
}

/** Tells a schema of zod. */
export function isZod(value: unknown): value is ZodLike {
  return typeof value === 'object' && value !== null && '_zod' in value && 'def' in value;
}

/** Tells a schema of valibot. */
export function isValibot(value: unknown): value is ValibotLike {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';
}

/** Every place of a schema where text from outside is looked at. */
export function stringPlaces(schema: unknown): Place[] {
  if (isZod(schema)) return placesOf(schema.def.type, schema.def);
  if (isValibot(schema)) return placesOf(schema.type, { ...schema });
  throw new TypeError('This is no schema.');
}

type Parts = Record<string, unknown>;

/** Both libraries name most kinds alike; where they differ, both names stand. */
function placesOf(type: string, parts: Parts): Place[] {
  switch (type) {
    case 'string':
    case 'enum':
    case 'picklist':
    case 'unknown':
    case 'url':
      return [(text) => text];
    case 'number':
    case 'date':
      return parts.coerce ? [(text) => text] : [];
    case 'literal':
    case 'boolean':
    case 'null':
    case 'never':
    case 'transform':
      return [];
    case 'object':
    case 'strict_object':
    case 'loose_object':
      return placesInObject((parts.shape ?? parts.entries) as Parts);
    case 'array':
      return stringPlaces(parts.element ?? parts.item).map((place) => (text) => [place(text)]);
    case 'record':
      return [
        (text) => ({ [text]: text }),
        ...stringPlaces(parts.valueType ?? parts.value).map((at) => (text: string) => ({
          a: at(text),
        })),
      ];
    case 'union':
    case 'variant':
      return (parts.options as unknown[]).flatMap(stringPlaces);
    case 'intersection':
      return [...stringPlaces(parts.left), ...stringPlaces(parts.right)];
    case 'pipe':
      return stringPlaces(parts.in);
    case 'optional':
    case 'exact_optional':
    case 'nullable':
    case 'nullish':
    case 'default':
    case 'prefault':
    case 'readonly':
      return stringPlaces(parts.innerType ?? parts.wrapped);
    default:
      throw new TypeError(`What of a schema "${type}" reads text?`);
  }
}

function placesInObject(fields: Parts): Place[] {
  const others = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, example(field)]),
  );
  return Object.entries(fields).flatMap(([name, field]) =>
    stringPlaces(field).map((place) => (text: string) => ({ ...others, [name]: place(text) })),
  );
}

/** Something of the right kind: what stands beside a text must not end the reading before it. */
function example(schema: unknown): unknown {
  const type = isZod(schema) ? schema.def.type : (schema as ValibotLike).type;
  const parts = (isZod(schema) ? schema.def : schema) as Parts;
  switch (type) {
    case 'literal':
      return parts.values ? (parts.values as unknown[])[0] : parts.literal;
    case 'enum':
      return Object.values(parts.entries as Parts)[0];
    case 'picklist':
      return (parts.options as unknown[])[0];
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'array':
      return [];
    case 'string':
      return 'aa';
    case 'object':
    case 'strict_object': {
      const fields = (parts.shape ?? parts.entries) as Parts;
      return Object.fromEntries(Object.entries(fields).map(([name, of]) => [name, example(of)]));
    }
    case 'union':
    case 'variant':
      return example((parts.options as unknown[])[0]);
    case 'default':
    case 'prefault':
    case 'optional':
      return undefined;
    default:
      return null;
  }
}
