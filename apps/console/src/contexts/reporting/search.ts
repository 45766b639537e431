import { z } from "zod";
import { key, oneOf } from "../../frame/search-values.ts";

export const REPORT_TABS = ["monthly", "summaries"] as const;
export const reportsSearch = z.object({ tab: oneOf(REPORT_TABS), month: key });
