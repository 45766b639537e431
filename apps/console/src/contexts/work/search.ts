import { WORK_GROUPS } from "@anji/kernel";
import { z } from "zod";
import { oneOf } from "../../frame/search-values.ts";

export const workSearch = z.object({ show: oneOf(["returned", ...WORK_GROUPS]) });
