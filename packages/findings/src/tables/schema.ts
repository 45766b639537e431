import { pgSchema } from "drizzle-orm/pg-core";

export const findingsSchema = pgSchema("findings");
