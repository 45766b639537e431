import { instantColumn } from "@anji/database/tables";
import { sql } from "drizzle-orm";
import { boolean, index, integer, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core";

/** Sign-in tables, in the shape the sign-in library asks for. They hold no business facts and no region. */
export const authSchema = pgSchema("auth");

export const user = authSchema.table(
  "user",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    email: text("email").notNull().unique(),
    emailVerified: boolean("email_verified").notNull().default(false),
    image: text("image"),
    username: text("username"),
    displayUsername: text("display_username"),
    createdAt: instantColumn("created_at").notNull().default(sql`now()`),
    updatedAt: instantColumn("updated_at").notNull().default(sql`now()`),
  },
  (table) => [uniqueIndex("user_username").on(table.username)],
);

export const session = authSchema.table(
  "session",
  {
    id: text("id").primaryKey(),
    expiresAt: instantColumn("expires_at").notNull(),
    token: text("token").notNull().unique(),
    createdAt: instantColumn("created_at").notNull().default(sql`now()`),
    updatedAt: instantColumn("updated_at").notNull().default(sql`now()`),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    userId: text("user_id").notNull().references(() => user.id, { onDelete: "cascade" }),
  },
  (table) => [index("session_user").on(table.userId)], // ending every session of one person
);

export const account = authSchema.table(
  "account",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("user_id").notNull().references(() => user.id, { onDelete: "cascade" }),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: instantColumn("access_token_expires_at"),
    refreshTokenExpiresAt: instantColumn("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: instantColumn("created_at").notNull().default(sql`now()`),
    updatedAt: instantColumn("updated_at").notNull().default(sql`now()`),
  },
  (table) => [index("account_user").on(table.userId)], // the credential of one person
);

export const verification = authSchema.table(
  "verification",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: instantColumn("expires_at").notNull(),
    createdAt: instantColumn("created_at").notNull().default(sql`now()`),
    updatedAt: instantColumn("updated_at").notNull().default(sql`now()`),
  },
  (table) => [index("verification_identifier").on(table.identifier)], // looked up by what is verified
);

export const apikey = authSchema.table(
  "apikey",
  {
    id: text("id").primaryKey(),
    configId: text("config_id").notNull().default("default"),
    name: text("name"),
    start: text("start"),
    referenceId: text("reference_id").notNull(),
    prefix: text("prefix"),
    key: text("key").notNull(),
    refillInterval: integer("refill_interval"),
    refillAmount: integer("refill_amount"),
    lastRefillAt: instantColumn("last_refill_at"),
    enabled: boolean("enabled").default(true),
    rateLimitEnabled: boolean("rate_limit_enabled").default(false),
    rateLimitTimeWindow: integer("rate_limit_time_window"),
    rateLimitMax: integer("rate_limit_max"),
    requestCount: integer("request_count").default(0),
    remaining: integer("remaining"),
    lastRequest: instantColumn("last_request"),
    expiresAt: instantColumn("expires_at"),
    createdAt: instantColumn("created_at").notNull().default(sql`now()`),
    updatedAt: instantColumn("updated_at").notNull().default(sql`now()`),
    permissions: text("permissions"),
    metadata: text("metadata"),
  },
  (table) => [index("apikey_key").on(table.key), index("apikey_reference").on(table.referenceId)], // looked up by hash, listed by owner
);
