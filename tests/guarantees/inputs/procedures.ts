import { appRouter } from "@anji/api";
import { z } from "zod";

const definition = z.object({
  type: z.enum(["query", "mutation", "subscription"]),
  inputs: z.array(z.instanceof(z.core.$ZodType)).max(1),
});

export type ProcedureInput = { path: string; type: z.output<typeof definition>["type"]; input: z.core.$ZodType | null };

/** Every procedure of the product with the schema of its input; null for one without input. */
export function procedureInputs(): ProcedureInput[] {
  const procedures: Readonly<Record<string, unknown>> = appRouter._def.procedures;
  return Object.keys(procedures)
    .toSorted()
    .map((path) => {
      const { type, inputs } = definition.parse(Reflect.get(Object(procedures[path]), "_def"));
      return { path, type, input: inputs[0] ?? null };
    });
}

/** The fields of an input, or null when it is no object. */
export function shapeOf(schema: z.core.$ZodType | null): z.core.$ZodShape | null {
  return schema instanceof z.core.$ZodObject ? schema._zod.def.shape : null;
}

/** Places in a schema, at any depth, where an unnamed field could pass. */
export function openPlaces(schema: z.core.$ZodType, at: string): string[] {
  const { children, isClosed } = partsOf(schema);
  const here = isClosed ? [] : [`${at}: ${schema._zod.def.type}`];
  return [...here, ...children.flatMap(([name, child]) => openPlaces(child, `${at}.${name}`))];
}

type Parts = { isClosed: boolean; children: [name: string, schema: z.core.$ZodType][] };

const LEAVES = ["string", "number", "int", "boolean", "enum", "literal", "null", "transform", "custom"];
const closed = (children: Parts["children"]): Parts => ({ isClosed: true, children });

function partsOf(schema: z.core.$ZodType): Parts {
  if (schema instanceof z.core.$ZodObject) {
    const { shape, catchall } = schema._zod.def;
    return { isClosed: catchall instanceof z.core.$ZodNever, children: Object.entries(shape) };
  }
  if (schema instanceof z.core.$ZodArray) return closed([["*", schema._zod.def.element]]);
  if (schema instanceof z.core.$ZodNullable || schema instanceof z.core.$ZodOptional)
    return closed([["?", schema._zod.def.innerType]]);
  if (schema instanceof z.core.$ZodPipe)
    return closed([
      ["in", schema._zod.def.in],
      ["out", schema._zod.def.out],
    ]);
  if (schema instanceof z.core.$ZodUnion)
    return closed(schema._zod.def.options.map((one, index) => [String(index), one]));
  return { isClosed: LEAVES.includes(schema._zod.def.type), children: [] };
}

/** The fields a schema names at a place of its input, such as ".changes.lines.0". */
export function fieldsAt(schema: z.core.$ZodType, at: string): string[] {
  let current: z.core.$ZodType | null = bare(schema);
  for (const step of at.split(".").slice(1)) {
    const below: z.core.$ZodType | undefined =
      current instanceof z.core.$ZodArray ? current._zod.def.element : shapeOf(current)?.[step];
    current = below === undefined ? null : bare(below);
  }
  return Object.keys(shapeOf(current) ?? {});
}

/** The schema without its optional and transforming parts. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.core.$ZodNullable || schema instanceof z.core.$ZodOptional)
    return bare(schema._zod.def.innerType);
  return schema instanceof z.core.$ZodPipe ? bare(schema._zod.def.in) : schema;
}
