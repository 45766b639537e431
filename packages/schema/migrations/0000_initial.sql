CREATE SCHEMA "database";
--> statement-breakpoint
CREATE SCHEMA "jurisdictions";
--> statement-breakpoint
CREATE SCHEMA "campaign";
--> statement-breakpoint
CREATE TABLE "database"."audit_entry" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "database"."audit_entry_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"acted_at" timestamp with time zone NOT NULL,
	"transaction_id" text DEFAULT pg_current_xact_id()::text NOT NULL,
	"person_id" uuid NOT NULL,
	"person_name" text NOT NULL,
	"unit_code" text NOT NULL,
	"verb" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"campaign_id" uuid,
	"before" jsonb,
	"after" jsonb,
	"command_id" uuid NOT NULL,
	"request_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "database"."clock_setting" (
	"id" integer PRIMARY KEY NOT NULL,
	"is_training" boolean NOT NULL,
	"shift_ms" bigint NOT NULL,
	CONSTRAINT "clock_setting_single" CHECK ("database"."clock_setting"."id" = 1),
	CONSTRAINT "clock_setting_real" CHECK ("database"."clock_setting"."is_training" or "database"."clock_setting"."shift_ms" = 0)
);
--> statement-breakpoint
CREATE TABLE "database"."command" (
	"person_id" uuid NOT NULL,
	"command_id" uuid NOT NULL,
	"verb" text NOT NULL,
	"input_hash" text NOT NULL,
	"answer" jsonb NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "command_person_id_command_id_pk" PRIMARY KEY("person_id","command_id")
);
--> statement-breakpoint
CREATE TABLE "database"."outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "database"."outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"topic" text NOT NULL,
	"subject_id" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"campaign_id" uuid,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "database"."stored_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"media_type" text NOT NULL,
	"name" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stored_file_sha256" CHECK ("database"."stored_file"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "stored_file_size" CHECK ("database"."stored_file"."size_bytes" >= 0)
);
--> statement-breakpoint
CREATE TABLE "jurisdictions"."leading_group" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"unit_code" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"established_on" date NOT NULL,
	"document_no" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jurisdictions"."leading_group_member" (
	"group_id" uuid NOT NULL,
	"position" text NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"body" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	CONSTRAINT "leading_group_member_group_id_ordinal_pk" PRIMARY KEY("group_id","ordinal"),
	CONSTRAINT "leading_group_member_position" CHECK (position in ('leader', 'deputy', 'member'))
);
--> statement-breakpoint
CREATE TABLE "jurisdictions"."person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"auth_user_id" text NOT NULL,
	"username" text NOT NULL,
	"name" text NOT NULL,
	"unit_code" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"department" text,
	"roles" text[] NOT NULL,
	"is_service" boolean NOT NULL,
	"is_active" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "person_roles" CHECK ("jurisdictions"."person"."roles" <@ array['clerk','reviewer','inspector','leader','administrator','worker','reader'] and cardinality("jurisdictions"."person"."roles") > 0)
);
--> statement-breakpoint
CREATE TABLE "jurisdictions"."unit" (
	"code" text PRIMARY KEY NOT NULL,
	"revision" text NOT NULL,
	"name" text NOT NULL,
	"full_name" text NOT NULL,
	"parent_code" text,
	"level" text NOT NULL,
	"kind" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"is_custom" boolean NOT NULL,
	"reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "unit_level" CHECK (level in ('province', 'city', 'county', 'agency')),
	CONSTRAINT "unit_path" CHECK ("jurisdictions"."unit"."region_path" ~ '^\d{2}(\.\d{2}){0,2}$'),
	CONSTRAINT "unit_root" CHECK (("jurisdictions"."unit"."parent_code" is null) = ("jurisdictions"."unit"."level" = 'province'))
);
--> statement-breakpoint
CREATE TABLE "campaign"."campaign" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"province_code" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"plan" jsonb NOT NULL,
	"phase" text NOT NULL,
	"machine_version" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "campaign_key_unique" UNIQUE("key"),
	CONSTRAINT "campaign_phase" CHECK (phase in ('deployment', 'selfCheck', 'acceptance', 'summary', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "campaign"."implementing_plan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"unit_code" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"title" text NOT NULL,
	"document_no" text NOT NULL,
	"filed_on" date NOT NULL,
	"tasks" text NOT NULL,
	"goals" text NOT NULL,
	"division" text NOT NULL,
	"measures" text NOT NULL,
	"file_id" uuid,
	"filed_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign"."kind_fund" (
	"campaign_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"fund_line" text NOT NULL,
	"category" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	CONSTRAINT "kind_fund_campaign_id_kind_fund_line_pk" PRIMARY KEY("campaign_id","kind","fund_line")
);
--> statement-breakpoint
CREATE TABLE "campaign"."phase_event" (
	"campaign_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"event" text NOT NULL,
	"from_phase" text NOT NULL,
	"to_phase" text NOT NULL,
	"machine_version" integer NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_by_name" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"document_no" text NOT NULL,
	"remark" text NOT NULL,
	"gates" jsonb NOT NULL,
	"region_path" text collate "C" NOT NULL,
	CONSTRAINT "phase_event_campaign_id_seq_pk" PRIMARY KEY("campaign_id","seq")
);
--> statement-breakpoint
CREATE TABLE "campaign"."waiver" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"unit_code" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"reason" text NOT NULL,
	"expires_on" date NOT NULL,
	"state" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"document_no" text,
	"remark" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "waiver_state" CHECK (state in ('requested', 'approved', 'rejected')),
	CONSTRAINT "waiver_decided" CHECK (("campaign"."waiver"."state" = 'requested') = ("campaign"."waiver"."decided_by" is null)),
	CONSTRAINT "waiver_two_persons" CHECK ("campaign"."waiver"."decided_by" is null or "campaign"."waiver"."decided_by" <> "campaign"."waiver"."requested_by")
);
--> statement-breakpoint
ALTER TABLE "jurisdictions"."leading_group" ADD CONSTRAINT "leading_group_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jurisdictions"."leading_group_member" ADD CONSTRAINT "leading_group_member_group_id_leading_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "jurisdictions"."leading_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jurisdictions"."person" ADD CONSTRAINT "person_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jurisdictions"."unit" ADD CONSTRAINT "unit_parent_code_unit_code_fk" FOREIGN KEY ("parent_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign"."campaign" ADD CONSTRAINT "campaign_province_code_unit_code_fk" FOREIGN KEY ("province_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign"."implementing_plan" ADD CONSTRAINT "implementing_plan_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign"."implementing_plan" ADD CONSTRAINT "implementing_plan_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign"."kind_fund" ADD CONSTRAINT "kind_fund_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign"."phase_event" ADD CONSTRAINT "phase_event_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign"."waiver" ADD CONSTRAINT "waiver_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign"."waiver" ADD CONSTRAINT "waiver_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_subject" ON "database"."audit_entry" USING btree ("subject_kind","subject_id","id");--> statement-breakpoint
CREATE INDEX "audit_entry_region" ON "database"."audit_entry" USING btree ("region_path","id");--> statement-breakpoint
CREATE INDEX "outbox_region" ON "database"."outbox" USING btree ("region_path","id");--> statement-breakpoint
CREATE INDEX "stored_file_region" ON "database"."stored_file" USING btree ("region_path");--> statement-breakpoint
CREATE UNIQUE INDEX "leading_group_unit" ON "jurisdictions"."leading_group" USING btree ("campaign_id","unit_code");--> statement-breakpoint
CREATE INDEX "leading_group_region" ON "jurisdictions"."leading_group" USING btree ("region_path");--> statement-breakpoint
CREATE UNIQUE INDEX "leading_group_leader" ON "jurisdictions"."leading_group_member" USING btree ("group_id") WHERE position = 'leader';--> statement-breakpoint
CREATE UNIQUE INDEX "person_auth_user" ON "jurisdictions"."person" USING btree ("auth_user_id");--> statement-breakpoint
CREATE INDEX "person_region" ON "jurisdictions"."person" USING btree ("region_path","id");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_region" ON "jurisdictions"."unit" USING btree ("region_path") WHERE level <> 'agency';--> statement-breakpoint
CREATE INDEX "unit_parent" ON "jurisdictions"."unit" USING btree ("parent_code");--> statement-breakpoint
CREATE UNIQUE INDEX "implementing_plan_unit" ON "campaign"."implementing_plan" USING btree ("campaign_id","unit_code");--> statement-breakpoint
CREATE INDEX "implementing_plan_region" ON "campaign"."implementing_plan" USING btree ("region_path");--> statement-breakpoint
CREATE INDEX "waiver_region" ON "campaign"."waiver" USING btree ("region_path");