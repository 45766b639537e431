import { fenColumn } from "@anji/database/tables";
import { type SQL, sql } from "drizzle-orm";
import { check } from "drizzle-orm/pg-core";

/** The amounts that are written, and the two that the database computes: 认定总额 and 尚未整改. */
export function amounts() {
  return {
    statedFen: fenColumn("stated_fen")
      .notNull()
      .generatedAlwaysAs(sql`found_fen + reduced_fen`),
    reducedFen: fenColumn("reduced_fen").notNull(),
    foundFen: fenColumn("found_fen").notNull(),
    recoveredFen: fenColumn("recovered_fen").notNull(),
    repaidFen: fenColumn("repaid_fen").notNull(),
    rebookedFen: fenColumn("rebooked_fen").notNull(),
    writtenOffFen: fenColumn("written_off_fen").notNull(),
    outstandingFen: fenColumn("outstanding_fen")
      .notNull()
      .generatedAlwaysAs(sql`found_fen - recovered_fen - repaid_fen - rebooked_fen - written_off_fen`),
  };
}

type AmountColumns = Record<keyof ReturnType<typeof amounts>, SQL | { name: string }>;

export function amountChecks(name: string, table: AmountColumns) {
  return [
    check(
      `${name}_amounts`,
      sql`${table.reducedFen} >= 0 and ${table.foundFen} >= 0 and ${table.recoveredFen} >= 0 and ${table.repaidFen} >= 0 and ${table.rebookedFen} >= 0 and ${table.writtenOffFen} >= 0`,
    ),
    // 认定 = 追回 + 归还 + 调账 + 核销 + 尚未整改, none of them negative
    check(`${name}_outstanding`, sql`${table.outstandingFen} >= 0`),
  ];
}
