import { SPOT_CHECK_LEVELS, SPOT_CHECK_STATUSES } from "@anji/inspection";
import { z } from "zod";
import { id, oneOf } from "../../frame/search-values.ts";

export const checksSearch = z.object({
  level: oneOf(SPOT_CHECK_LEVELS),
  status: oneOf(SPOT_CHECK_STATUSES),
  open: id,
});
