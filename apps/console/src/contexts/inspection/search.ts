import { SPOT_CHECK_LEVELS } from "@anji/inspection";
import { z } from "zod";
import { id, oneOf } from "../../frame/search-values.ts";

export const checksSearch = z.object({ level: oneOf(SPOT_CHECK_LEVELS), open: id });
