import { z } from "zod";
import { id } from "../../frame/search-values.ts";

export const importSearch = z.object({ run: id });
