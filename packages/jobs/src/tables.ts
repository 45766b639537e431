import { idColumn, instantColumn, oneOf, regionPathColumn } from "@anji/database/tables";
import { sql } from "drizzle-orm";
import { check, index, integer, pgSchema, text, uuid } from "drizzle-orm/pg-core";
import { JOB_OUTCOMES } from "./job.ts";

export const jobsSchema = pgSchema("jobs");

/** What people may see of a job. Only the queue knows whether it waits or runs, under the same id. */
export const job = jobsSchema.table(
  "job",
  {
    id: idColumn<"job">("id").primaryKey(),
    kind: text("kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    campaignId: uuid("campaign_id").notNull(),
    regionPath: regionPathColumn(),
    requestedBy: idColumn<"person">("requested_by").notNull(),
    requestedAt: instantColumn("requested_at").notNull(),
    workerName: text("worker_name"),
    done: integer("done").notNull().default(0),
    total: integer("total").notNull().default(0),
    note: text("note"),
    outcome: text("outcome", { enum: JOB_OUTCOMES }),
    finishedAt: instantColumn("finished_at"),
  },
  (table) => [
    check("job_kind", sql`${table.kind} ~ '^[a-z][A-Za-z]+$'`),
    check("job_outcome", oneOf("outcome", JOB_OUTCOMES)),
    check("job_finished", sql`(${table.outcome} is null) = (${table.finishedAt} is null)`),
    check("job_steps", sql`${table.done} >= 0 and ${table.total} >= 0`),
    index("job_region").on(table.regionPath, table.id), // the scope policy ranges over it
    index("job_subject").on(table.subjectId, table.id), // the jobs of one report
  ],
);
