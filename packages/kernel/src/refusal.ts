/** Why a foreseen request is refused. Each maps to one transport code in the rpc room. */
export const REFUSAL_CODES = [
  "notSignedIn",
  "notFound",
  "notAllowed",
  "invalid",
  "stale",
  "conflict",
  "precondition",
  "tooLarge",
  "tooMany",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export type RefusalParams = Readonly<Record<string, string | number>>;

/** A mistake at one field of an input: where, and which rule says so. */
export type FieldMistake = {
  readonly path: string;
  readonly rule: string;
  readonly params: RefusalParams;
};

/** A foreseen "no": a stable rule key, its parameters, and where in the input the mistake is. */
export type Refusal = {
  readonly code: RefusalCode;
  readonly rule: string;
  readonly params: RefusalParams;
  readonly fields: readonly FieldMistake[];
  /** The current row, when the caller's version was stale. */
  readonly current: unknown;
};

export function refusal(options: {
  code: RefusalCode;
  rule: string;
  params?: RefusalParams;
  fields?: readonly FieldMistake[];
  current?: unknown;
}): Refusal {
  return {
    code: options.code,
    rule: options.rule,
    params: options.params ?? {},
    fields: options.fields ?? [],
    current: options.current ?? null,
  };
}

/** A mistake at one field. */
export function at(path: string, rule: string, params?: RefusalParams): FieldMistake {
  return { path, rule, params: params ?? {} };
}

/** Refuses for the first of the mistakes, and names all of them; null without any. */
export function invalid(mistakes: readonly FieldMistake[]): Refusal | null {
  const [first] = mistakes;
  return first === undefined ? null : invalidAt(first, mistakes);
}

function invalidAt({ rule, params }: FieldMistake, fields: readonly FieldMistake[]): Refusal {
  return refusal({ code: "invalid", rule, params, fields });
}

/** A refusal on its way out of a transaction; the rpc room turns it into an answer. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(reason: Refusal) {
    super(reason.rule);
    this.name = "RefusalError";
    this.refusal = reason;
  }
}

export function refuse(options: Parameters<typeof refusal>[0]): never {
  throw new RefusalError(refusal(options));
}

/** Refuses for a mistake at one field. */
export function refuseAt(path: string, rule: string, params?: RefusalParams): never {
  const mistake = at(path, rule, params);
  throw new RefusalError(invalidAt(mistake, [mistake]));
}

export function refuseIf(reason: Refusal | null): void {
  if (reason !== null) throw new RefusalError(reason);
}
