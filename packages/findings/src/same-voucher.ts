import type { Act } from "@anji/database";
import { type FieldMistake, yuanText, fen, at } from "@anji/kernel";
import { and, eq, sql } from "drizzle-orm";
import type { FindingRecord } from "./finding-rows.ts";
import { finding, settlement } from "./tables.ts";

const SHOWN_MAX = 20;

/**
 * Step: the same voucher of the same unit. Twice on one line it is refused; elsewhere it is shown, and a person
 * confirms that one voucher pays several findings. A voucher that was taken back altogether may be booked again.
 */
export async function sameVoucher(
  act: Pick<Act, "tx" | "scope">,
  options: { before: FindingRecord; lineNo: number; voucherNo: string; isConfirmed: boolean },
): Promise<FieldMistake[]> {
  const { before, lineNo, voucherNo } = options;
  const rows = await act.tx
    .select({
      findingId: settlement.findingId,
      lineNo: settlement.lineNo,
      number: finding.number,
      sum: sql<string>`sum(${settlement.amountFen})::text`,
    })
    .from(settlement)
    .innerJoin(finding, eq(finding.id, settlement.findingId))
    .where(
      and(
        eq(settlement.regionPath, before.regionPath),
        eq(settlement.voucherNo, voucherNo),
        eq(finding.campaignId, before.campaignId),
        eq(finding.unitCode, before.unitCode),
        act.scope(finding.regionPath),
      ),
    )
    .groupBy(settlement.findingId, settlement.lineNo, finding.number)
    .having(sql`sum(${settlement.amountFen}) > 0`)
    .limit(SHOWN_MAX);
  const isHere = rows.some((row) => row.findingId === before.id && row.lineNo === lineNo);
  if (isHere) return [at("voucherNo", "findings.voucherTwice")];
  if (rows.length === 0 || options.isConfirmed) return [];
  const places = rows.map((row) => `${row.number}（${yuanText(fen(row.sum))}）`).join("、");
  return [at("confirmsSameVoucher", "findings.voucherElsewhere", { places })];
}
