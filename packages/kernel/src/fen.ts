import { z } from "zod";

/** Money in fen (分), an integer. 1 元 = 100 fen, 1 万元 = 1,000,000 fen. */
export type Fen = bigint & { readonly __unit: "fen" };

/** The largest single amount. It leaves room for sums in a PostgreSQL bigint. */
export const FEN_MAX = 9_000_000_000_000_000n;

export function fen(amount: bigint | number | string): Fen {
  return asFen(BigInt(amount));
}

// The brand exists at compile time only; a bigint is its representation.
function asFen(amount: bigint): Fen {
  return amount as Fen;
}

export const ZERO_FEN = fen(0n);

export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return asFen(total);
}

export function subtractFen(from: Fen, amounts: Iterable<Fen>): Fen {
  return asFen(from - sumFen(amounts));
}

/** Fen as they travel over the wire: a decimal string such as "2683472". */
export const fenWire = z.string().regex(/^-?\d{1,19}$/, "kernel.amountInvalid");

/** Decodes a wire string to Fen; encodes Fen to a wire string. */
export const fenCodec = z.codec(
  fenWire,
  z.custom<Fen>((value) => typeof value === "bigint"),
  {
    decode: (text) => fen(text),
    encode: (amount) => amount.toString(),
  },
);

/** A non-negative amount of an input, at most FEN_MAX. */
export const amountFen = fenCodec
  .refine((amount) => amount >= 0n, "kernel.amountNegative")
  .refine((amount) => amount <= FEN_MAX, "kernel.amountTooLarge");
