import type { Means } from "@anji/findings";
import { aLedgerRow } from "@anji/ledger-sheet/testing";
import { addDays, fen, knownDay, parseOccurrence, type Fen, type Occurrence } from "@anji/kernel";
import * as fc from "fast-check";

import type { LedgerCatalogue } from "../../src/sheet/ledger-catalogue.ts";
import type { LedgerFacts, LedgerRow } from "../../src/sheet/ledger-reading.ts";

export function occurrence(text: string): Occurrence {
  const known = parseOccurrence(text);
  if (known === null) throw new Error(`not an occurrence: ${text}`);
  return known;
}

export function factsOf(row: LedgerRow): LedgerFacts {
  const { rowNumber: _rowNumber, isHidden: _isHidden, cells: _cells, ...rest } = row;
  return rest;
}

export async function* rowsOf(rows: Iterable<LedgerFacts>): AsyncGenerator<LedgerFacts, void, undefined> {
  yield* rows;
}

// Any text a person may have typed: formulas, markup, line breaks, control characters, characters beyond the basic
// plane.
const anyText = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
    fc.string({ unit: "binary", minLength: 1, maxLength: 20 }),
    fc.constantFrom(
      "=1+1",
      "+cmd|' /C calc'!A0",
      "-2+3",
      "@SUM(A1)",
      "＝1＋1",
      "_x000D_",
      "a\r\nb",
      "<b>&amp;\"'",
      "130102",
      "1996-12",
      "小计",
      "𠮷\u0001",
    ),
  )
  .map((text) => text.replaceAll(/^[\s\u3000\u200b\ufeff]+|[\s\u3000\u200b\ufeff]+$/g, "").toWellFormed());
const filledText = anyText.map((text) => (text.replaceAll(/[\s\u3000\u200b\ufeff]/g, "") === "" ? "文" : text));
const nullableText = fc.option(filledText, { nil: null });
const amount: fc.Arbitrary<Fen> = fc
  .oneof(
    fc.bigInt(0n, 10_000_000_000_000n),
    fc.bigInt(0n, 2_000_000_000_000_000n),
    fc.constantFrom(0n, 1n, 2_683_472n, 140_000_000_000n),
  )
  .map(fen);
const someDay = fc.integer({ min: 0, max: 6000 }).map((days) => addDays(knownDay("1992-01-01"), days));
const someOccurrence = fc
  .oneof(
    someDay.map(String),
    someDay.map((on) => on.slice(0, 7)),
    someDay.map((on) => on.slice(0, 4)),
    fc.constant("1900-01-15"),
  )
  .map(occurrence);

export function someFacts(catalogue: LedgerCatalogue): fc.Arbitrary<LedgerFacts> {
  const kindAndFund = fc
    .constantFrom(...catalogue.kinds)
    .chain((kind) => fc.constantFrom(...kind.fundLines).map((fundLine) => ({ kind, fundLine })));
  return fc
    .record({
      no: fc.integer({ min: 1, max: 999_999 }),
      unit: fc.constantFrom(...catalogue.units),
      kindAndFund,
      parts: fc.array(amount, { minLength: 5, maxLength: 5 }),
      occurrence: someOccurrence,
      discoveredAfterDays: fc.integer({ min: 0, max: 30 }),
      required: fc.tuple(filledText, filledText),
      texts: fc.array(nullableText, { minLength: 10, maxLength: 10 }),
      rectificationKind: fc.constantFrom("immediate", "staged", "continuing", null),
      means: fc.subarray<Means>(["economic", "administrative", "judicial"]),
      dueOn: fc.option(someDay, { nil: null }),
    })
    .map((made) => {
      const [recovered = fen(0n), repaid = fen(0n), rebooked = fen(0n), writtenOff = fen(0n), outstanding = fen(0n)] =
        made.parts;
      const [project, noticeNo, auditedBody, basis, measures, department, responsiblePerson, advice, source, remark] =
        made.texts;
      return aLedgerRow({
        no: made.no,
        unitCode: made.unit.code,
        category: made.kindAndFund.kind.category,
        kind: made.kindAndFund.kind.code,
        fundLine: made.kindAndFund.fundLine,
        occurrence: made.occurrence,
        discoveredOn: addDays(knownDay("2008-08-01"), made.discoveredAfterDays),
        summary: made.required[0],
        responsibleUnit: made.required[1],
        foundFen: fen(recovered + repaid + rebooked + writtenOff + outstanding),
        recoveredFen: recovered,
        repaidFen: repaid,
        rebookedFen: rebooked,
        writtenOffFen: writtenOff,
        outstandingFen: outstanding,
        project: project ?? null,
        noticeNo: noticeNo ?? null,
        auditedBody: auditedBody ?? null,
        basis: basis ?? null,
        measures: measures ?? null,
        department: department ?? null,
        responsiblePerson: responsiblePerson ?? null,
        advice: advice ?? null,
        source: source ?? null,
        remark: remark ?? null,
        rectificationKind: made.rectificationKind,
        means: made.means,
        dueOn: made.dueOn,
      });
    });
}
