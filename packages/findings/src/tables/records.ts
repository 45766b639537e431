import { idColumn, regionPathColumn } from "@anji/database/tables";
import { integer, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { findingsSchema } from "./schema.ts";

/** The last number given in a city. The row stays locked until the act ends, so no number is given twice. */
export const numberSeries = findingsSchema.table(
  "number_series",
  {
    campaignId: idColumn<"campaign">("campaign_id").notNull(),
    regionPath: regionPathColumn(),
    prefix: text("prefix").notNull(),
    lastNumber: integer("last_number").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.regionPath] }),
    uniqueIndex("number_series_prefix").on(table.campaignId, table.prefix), // two cities never share a prefix
  ],
);
