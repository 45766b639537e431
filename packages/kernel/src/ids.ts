import { z } from "zod";

import { requiredOr } from "./required.ts";

/** Identifier of a row we made: a UUID version 7, so that keys grow with time. */
export type Id<Name extends string> = string & { readonly __id: Name };

export function idOf<Name extends string>(name: Name) {
  return z
    .uuid({ error: requiredOr("kernel.idInvalid") })
    .transform((value) => value as Id<Name>) // branding a checked UUID
    .describe(`id of a ${name}`);
}

export function newId<Name extends string>(now: Date): Id<Name> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(now.getTime() / 2 ** 32));
  view.setUint32(2, now.getTime() % 2 ** 32);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const text = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  return text as Id<Name>; // the only place that makes an id
}

/** Key a client makes for one command, so that a repeated send has one effect. */
export const commandId = z.uuid({ error: requiredOr("kernel.idInvalid") }).toLowerCase();
export type CommandId = z.infer<typeof commandId>;

/** What the version column of a row can hold. */
const VERSION_MAX = 2_147_483_647;

/** The version of the row the person saw. A stale one is refused with the current row. */
export const expectedVersion = z.int().min(1).max(VERSION_MAX);
