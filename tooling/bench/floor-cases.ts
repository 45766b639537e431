import { z } from "zod";

const parameter = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const statement = z.strictObject({ text: z.string(), params: z.array(parameter) });
const floorCase = z.strictObject({ path: z.string(), statements: z.array(statement) });

/** What the floor server sends to the database, by the name it is asked for. */
export const floorCases = z.record(z.string(), floorCase);
export type FloorCase = z.output<typeof floorCase>;
export type Statement = z.output<typeof statement>;
export const statements = z.array(statement);
