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
    createdAt: instantColumn("created_at")
      .notNull()
      .default(sql`now()`),
    updatedAt: instantColumn("updated_at")
      .notNull()
      .default(sql`now()`),
  },
  (table) => [uniqueIndex("user_username").on(table.username)],
);

export const session = authSchema.table(
  "session",
  {
    id: text("id").primaryKey(),
    expiresAt: instantColumn("expires_at").notNull(),
    token: text("token").notNull().unique(),
    createdAt: instantColumn("created_at")
      .notNull()
      .default(sql`now()`),
    updatedAt: instantColumn("updated_at")
      .notNull()
      .default(sql`now()`),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
  },
  (table) => [index("session_user").on(table.userId)], // ending every session of one person
);

export const account = authSchema.table(
  "account",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: instantColumn("access_token_expires_at"),
    refreshTokenExpiresAt: instantColumn("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    /** Set by an administrator, who knows it: to be changed at the next sign-in. */
    isTemporary: boolean("is_temporary").notNull().default(false),
    createdAt: instantColumn("created_at")
      .notNull()
      .default(sql`now()`),
    updatedAt: instantColumn("updated_at")
      .notNull()
      .default(sql`now()`),
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
    createdAt: instantColumn("created_at")
      .notNull()
      .default(sql`now()`),
    updatedAt: instantColumn("updated_at")
      .notNull()
      .default(sql`now()`),
  },
  (table) => [index("verification_identifier").on(table.identifier)], // looked up by what is verified
);

/** Attempts counted per key, such as an address. All servers on this database share the rows. */
export const guess = authSchema.table("guess", {
  key: text("key").primaryKey(),
  count: integer("count").notNull(),
  endsAt: instantColumn("ends_at").notNull(),
});

/** The key of a service. Only its hash is stored; the key itself is shown once. */
export const serviceKey = authSchema.table(
  "service_key",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    start: text("start").notNull(),
    keyHash: text("key_hash").notNull().unique(),
    isEnabled: boolean("is_enabled").notNull().default(true),
    createdAt: instantColumn("created_at")
      .notNull()
      .default(sql`now()`),
  },
  (table) => [index("service_key_user").on(table.userId)], // ending every key of one service
);
