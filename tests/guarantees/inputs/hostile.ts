import * as fc from "fast-check";

const nested = (depth: number, [open, middle, close]: [string, string, string]): unknown =>
  JSON.parse(open.repeat(depth) + middle + close.repeat(depth));

/** Values that have broken programs before, each in the place of a valid one. */
const KNOWN: readonly unknown[] = [
  "",
  " ",
  "\u0000",
  "甲\u0000乙",
  "\ud800",
  "甲\udfff",
  "\u202e乙甲",
  "\ufeff",
  "\u2028",
  "😀".repeat(300),
  "x".repeat(100_000),
  "%",
  "_",
  "\\",
  "%' or 1=1 --",
  "'; drop table findings.finding; --",
  "$1",
  "${7*7}",
  "{{7*7}}",
  "<script>alert(1)</script>",
  "=cmd|' /C calc'!A0",
  "../../etc/passwd",
  "null",
  "undefined",
  "NaN",
  "[object Object]",
  "__proto__",
  "constructor",
  "0",
  "-0",
  "-1",
  "1e308",
  "0x10",
  "9223372036854775807",
  "9223372036854775808",
  "99999999999999999999",
  "-9223372036854775809",
  "9000000000000000",
  "9000000000000001",
  "1.5",
  "１２３",
  "٣",
  "2008-02-30",
  "0000-00-00",
  "9999-12-31",
  "2199-12-31",
  "1900-01-01",
  "2008-13",
  "2008-00",
  "9999-99:130100",
  "2008-10",
  "2008-9-1",
  "infinity",
  "now",
  "-infinity",
  "epoch",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "00000000-0000-7000-8000-000000000000",
  "130000",
  "999999",
  "130600-99",
  "130681-01",
  "000000",
  "B2",
  "zz",
  "A-1",
  0,
  -0,
  -1,
  1,
  2,
  1.5,
  200,
  201,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 53 - 1,
  2 ** 53,
  1e308,
  -1e308,
  5e-324,
  true,
  false,
  null,
  [],
  {},
  [null],
  [[]],
  { length: 1 },
  { toString: "x" },
  nested(500, ["[", "", "]"]),
  nested(500, ['{"a":', "1", "}"]),
  Array.from({ length: 1000 }, () => "x"),
  JSON.parse('{"__proto__":{"isAdministrator":true}}'),
];

const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...KNOWN) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true }) },
);

type Change = (input: unknown) => unknown;

/** Ways to spoil an input: another value at some place, a key more, a key less, or something else altogether. */
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(fc.nat(), hostile).map(
      ([place, value]): Change =>
        (input) =>
          replacedAt(input, place, () => value),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat().map(
      (place): Change =>
        (input) =>
          replacedAt(input, place, () => undefined),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(), fc.string({ maxLength: 12 }), hostile).map(
      ([place, key, value]): Change =>
        (input) =>
          replacedAt(input, place, (old) => (isObject(old) ? { ...old, [key]: value } : [old, value])),
    ),
  },
  {
    weight: 1,
    arbitrary: hostile.map(
      (value): Change =>
        () =>
          value,
    ),
  },
);

/** One to three changes to an input, one after the other. */
export const changes: fc.Arbitrary<Change> = fc.array(change, { minLength: 0, maxLength: 3 }).map(
  (list): Change =>
    (input) =>
      list.reduce((current, one) => one(current), input),
);

/** The same input at a version the row may have. */
export function atVersion(input: unknown, version: number): unknown {
  return isObject(input) && Object.hasOwn(input, "version") ? { ...input, version } : input;
}

/** The input with `by` applied to its n-th place; places are counted over the whole tree. */
function replacedAt(input: unknown, place: number, by: (old: unknown) => unknown): unknown {
  const count = placesOf(input);
  let left = count === 0 ? 0 : place % count;
  const walk = (value: unknown): unknown => {
    if (left-- === 0) return by(value);
    if (Array.isArray(value)) return value.map(walk);
    return isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]))
      : value;
  };
  return walk(input);
}

function placesOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, inner) => sum + placesOf(inner), 1);
  return isObject(value) ? Object.values(value).reduce((sum: number, inner) => sum + placesOf(inner), 1) : 1;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
