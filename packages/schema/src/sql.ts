import { findingsSql } from "@anji/findings/sql";

/** What drizzle cannot say of the rooms' tables, room by room. */
export const roomSql: readonly URL[] = [...findingsSql];
