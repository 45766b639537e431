CREATE SCHEMA "campaign";
--> statement-breakpoint
CREATE SCHEMA "database";
--> statement-breakpoint
CREATE SCHEMA "figures";
--> statement-breakpoint
CREATE SCHEMA "findings";
--> statement-breakpoint
CREATE SCHEMA "inspection";
--> statement-breakpoint
CREATE SCHEMA "jobs";
--> statement-breakpoint
CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE SCHEMA "jurisdictions";
--> statement-breakpoint
CREATE SCHEMA "ledger_sheet";
--> statement-breakpoint
CREATE SCHEMA "organisation";
--> statement-breakpoint
CREATE SCHEMA "reporting";
--> statement-breakpoint
CREATE SCHEMA "self_checks";
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
	CONSTRAINT "campaign_phase" CHECK (phase in ('deployment', 'selfCheck', 'acceptance', 'summary', 'ended'))
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
	"open_matters" jsonb NOT NULL,
	"region_path" text collate "C" NOT NULL,
	CONSTRAINT "phase_event_campaign_id_seq_pk" PRIMARY KEY("campaign_id","seq")
);
--> statement-breakpoint
CREATE TABLE "campaign"."roster" (
	"campaign_id" uuid NOT NULL,
	"phase" text NOT NULL,
	"units" jsonb NOT NULL,
	"unit_count" integer NOT NULL,
	"hash" text NOT NULL,
	"taken_on" date NOT NULL,
	"region_path" text collate "C" NOT NULL,
	CONSTRAINT "roster_campaign_id_phase_pk" PRIMARY KEY("campaign_id","phase"),
	CONSTRAINT "roster_phase" CHECK (phase in ('deployment', 'selfCheck', 'acceptance', 'summary')),
	CONSTRAINT "roster_hash" CHECK ("campaign"."roster"."hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "roster_count" CHECK ("campaign"."roster"."unit_count" = jsonb_array_length("campaign"."roster"."units"))
);
--> statement-breakpoint
CREATE TABLE "campaign"."waiver" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"unit_code" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"reason_hash" text NOT NULL,
	"expires_on" date NOT NULL,
	"decide_by" date NOT NULL,
	"status" text NOT NULL,
	"machine_version" integer NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"document_no" text,
	"remark" text,
	"seen_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "waiver_status" CHECK (status in ('requested', 'approved', 'rejected')),
	CONSTRAINT "waiver_kind" CHECK (kind in ('delay', 'exemption')),
	CONSTRAINT "waiver_decided" CHECK (("campaign"."waiver"."status" = 'requested') = ("campaign"."waiver"."decided_by" is null)),
	CONSTRAINT "waiver_two_persons" CHECK ("campaign"."waiver"."decided_by" is null or "campaign"."waiver"."decided_by" <> "campaign"."waiver"."requested_by")
);
--> statement-breakpoint
CREATE TABLE "campaign"."waiver_event" (
	"waiver_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"event" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"machine_version" integer NOT NULL,
	"by_person" uuid NOT NULL,
	"by_name" text NOT NULL,
	"unit_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"remark" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"document_no" text,
	CONSTRAINT "waiver_event_waiver_id_seq_pk" PRIMARY KEY("waiver_id","seq"),
	CONSTRAINT "waiver_event_to" CHECK (to_status in ('requested', 'approved', 'rejected'))
);
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
CREATE TABLE "figures"."cut_off" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"unit_code" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"opening_id" uuid,
	"previous_at" timestamp with time zone,
	"phase" text NOT NULL,
	"frozen_by" uuid NOT NULL,
	"frozen_by_name" text NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cut_off_phase" CHECK (phase in ('deployment', 'selfCheck', 'acceptance', 'summary', 'ended')),
	CONSTRAINT "cut_off_period" CHECK (("figures"."cut_off"."opening_id" is null) = ("figures"."cut_off"."previous_at" is null)),
	CONSTRAINT "cut_off_order" CHECK (coalesce("figures"."cut_off"."previous_at" < "figures"."cut_off"."at", true) and "figures"."cut_off"."at" <= "figures"."cut_off"."frozen_at")
);
--> statement-breakpoint
CREATE TABLE "figures"."frozen_figures" (
	"cut_off_id" uuid PRIMARY KEY NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"figures" jsonb NOT NULL,
	"line_count" integer NOT NULL,
	"figures_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figures"."frozen_line" (
	"cut_off_id" uuid NOT NULL,
	"finding_id" uuid NOT NULL,
	"line_no" integer NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"number" text NOT NULL,
	"number_order" text NOT NULL,
	"unit_code" text NOT NULL,
	"unit_name" text NOT NULL,
	"unit_key" text NOT NULL,
	"fund_line" text NOT NULL,
	"category" text NOT NULL,
	"kind" text NOT NULL,
	"summary" text NOT NULL,
	"occurred_text" text NOT NULL,
	"occurred_precision" text NOT NULL,
	"status" text NOT NULL,
	"due_on" date,
	"is_new" boolean NOT NULL,
	"is_newly_closed" boolean NOT NULL,
	"is_planned" boolean NOT NULL,
	"is_overdue" boolean NOT NULL,
	"stated_fen" bigint GENERATED ALWAYS AS (found_fen + reduced_fen) STORED NOT NULL,
	"reduced_fen" bigint NOT NULL,
	"found_fen" bigint NOT NULL,
	"recovered_fen" bigint NOT NULL,
	"repaid_fen" bigint NOT NULL,
	"rebooked_fen" bigint NOT NULL,
	"written_off_fen" bigint NOT NULL,
	"outstanding_fen" bigint GENERATED ALWAYS AS (found_fen - recovered_fen - repaid_fen - rebooked_fen - written_off_fen) STORED NOT NULL,
	"new_recovered_fen" bigint NOT NULL,
	"new_repaid_fen" bigint NOT NULL,
	"new_rebooked_fen" bigint NOT NULL,
	"new_written_off_fen" bigint NOT NULL,
	"new_reduced_fen" bigint NOT NULL,
	CONSTRAINT "frozen_line_cut_off_id_number_order_line_no_pk" PRIMARY KEY("cut_off_id","number_order","line_no"),
	CONSTRAINT "frozen_line_status" CHECK (status in ('registered', 'classified', 'rectifying', 'awaitingAcceptance', 'closed', 'withdrawn')),
	CONSTRAINT "frozen_line_precision" CHECK (occurred_precision in ('day', 'month', 'year'))
);
--> statement-breakpoint
CREATE TABLE "figures"."frozen_unit" (
	"cut_off_id" uuid NOT NULL,
	"unit_code" text NOT NULL,
	"unit_name" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"is_to_self_check" boolean NOT NULL,
	"self_check_outcome" text,
	"is_self_check_late" boolean NOT NULL,
	"has_group" boolean NOT NULL,
	"has_implementing_plan" boolean NOT NULL,
	"has_findings" boolean NOT NULL,
	CONSTRAINT "frozen_unit_cut_off_id_unit_code_pk" PRIMARY KEY("cut_off_id","unit_code"),
	CONSTRAINT "frozen_unit_outcome" CHECK (self_check_outcome in ('findings', 'nil'))
);
--> statement-breakpoint
CREATE TABLE "findings"."amount_change" (
	"finding_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"line_no" integer NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"cause" text NOT NULL,
	"fund_line" text NOT NULL,
	"kind" text NOT NULL,
	"found_fen" bigint NOT NULL,
	"reduced_fen" bigint NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "amount_change_finding_id_id_pk" PRIMARY KEY("finding_id","id"),
	CONSTRAINT "amount_change_cause" CHECK (cause in ('corrected', 'increased', 'reduced', 'reclassified')),
	CONSTRAINT "amount_change_amount" CHECK ("findings"."amount_change"."found_fen" <> 0 or "findings"."amount_change"."reduced_fen" <> 0),
	CONSTRAINT "amount_change_reduced" CHECK (case cause when 'reduced' then "findings"."amount_change"."reduced_fen" = -"findings"."amount_change"."found_fen" and "findings"."amount_change"."reduced_fen" > 0
        when 'reclassified' then true else "findings"."amount_change"."reduced_fen" = 0 end)
);
--> statement-breakpoint
CREATE TABLE "findings"."evidence" (
	"finding_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"file_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"event_on" date NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_by_name" text NOT NULL,
	CONSTRAINT "evidence_finding_id_id_pk" PRIMARY KEY("finding_id","id")
);
--> statement-breakpoint
CREATE TABLE "findings"."finding" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"unit_code" text NOT NULL,
	"number" text NOT NULL,
	"number_order" text GENERATED ALWAYS AS (split_part(number, '-', 1) || '-' || lpad(split_part(number, '-', 2), 8, '0')) STORED NOT NULL,
	"status" text NOT NULL,
	"machine_version" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"fund_line" text NOT NULL,
	"kind" text NOT NULL,
	"category" text NOT NULL,
	"origin" text NOT NULL,
	"is_later_discovered" boolean NOT NULL,
	"project" text,
	"notice_no" text,
	"audited_body" text,
	"summary" text NOT NULL,
	"description" text NOT NULL,
	"basis" text,
	"occurred_text" text NOT NULL,
	"occurred_precision" text NOT NULL,
	"occurred_from" date NOT NULL,
	"discovered_on" date NOT NULL,
	"nature" text,
	"responsible_unit" text NOT NULL,
	"responsible_level" text NOT NULL,
	"responsible_person" text,
	"occupier" jsonb,
	"department" text,
	"handling_opinion" text,
	"means" text[] NOT NULL,
	"rectification_kind" text,
	"measures" text,
	"advice" text,
	"due_on" date,
	"due_order" date GENERATED ALWAYS AS (coalesce(due_on, date '9999-12-31')) STORED NOT NULL,
	"is_returned" boolean DEFAULT false NOT NULL,
	"source" text,
	"external_no" text,
	"demonstration_note" text,
	"remark" text,
	"stated_fen" bigint GENERATED ALWAYS AS (found_fen + reduced_fen) STORED NOT NULL,
	"reduced_fen" bigint NOT NULL,
	"found_fen" bigint NOT NULL,
	"recovered_fen" bigint NOT NULL,
	"repaid_fen" bigint NOT NULL,
	"rebooked_fen" bigint NOT NULL,
	"written_off_fen" bigint NOT NULL,
	"outstanding_fen" bigint GENERATED ALWAYS AS (found_fen - recovered_fen - repaid_fen - rebooked_fen - written_off_fen) STORED NOT NULL,
	"first_stated_fen" bigint NOT NULL,
	"import_id" uuid,
	"content_hash" text,
	"imported_version" integer,
	"registered_by" uuid NOT NULL,
	"registered_level" text NOT NULL,
	"classified_by" uuid,
	"classified_at" timestamp with time zone,
	"is_determined" boolean DEFAULT false NOT NULL,
	"duplicate_of" uuid,
	"reported_by" uuid,
	"closed_by" uuid,
	"closed_at" timestamp with time zone,
	"is_checked_on_site" boolean,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "finding_amounts" CHECK ("findings"."finding"."reduced_fen" >= 0 and "findings"."finding"."found_fen" >= 0 and "findings"."finding"."recovered_fen" >= 0 and "findings"."finding"."repaid_fen" >= 0 and "findings"."finding"."rebooked_fen" >= 0 and "findings"."finding"."written_off_fen" >= 0),
	CONSTRAINT "finding_outstanding" CHECK ("findings"."finding"."outstanding_fen" >= 0),
	CONSTRAINT "finding_first_stated" CHECK ("findings"."finding"."first_stated_fen" >= 0),
	CONSTRAINT "finding_status" CHECK (status in ('registered', 'classified', 'rectifying', 'awaitingAcceptance', 'closed', 'withdrawn')),
	CONSTRAINT "finding_origin" CHECK (origin in ('earlierAudit', 'selfCheck', 'patrol', 'citySpotCheck', 'provinceSpotCheck', 'ministrySpotCheck', 'complaint')),
	CONSTRAINT "finding_nature" CHECK (nature in ('breach', 'irregularManagement', 'loss', 'suspectedCrime')),
	CONSTRAINT "finding_level" CHECK (responsible_level in ('province', 'city', 'county')),
	CONSTRAINT "finding_precision" CHECK (occurred_precision in ('day', 'month', 'year')),
	CONSTRAINT "finding_rectification_kind" CHECK (rectification_kind in ('immediate', 'staged', 'continuing')),
	CONSTRAINT "finding_means" CHECK ("findings"."finding"."means" <@ array['economic','administrative','judicial']),
	CONSTRAINT "finding_classified" CHECK ("findings"."finding"."status" in ('registered', 'withdrawn') or ("findings"."finding"."nature" is not null and "findings"."finding"."is_determined")),
	CONSTRAINT "finding_withdrawn" CHECK (("findings"."finding"."status" = 'withdrawn') = ("findings"."finding"."duplicate_of" is not null) and ("findings"."finding"."duplicate_of" is null or ("findings"."finding"."found_fen" = 0 and "findings"."finding"."duplicate_of" <> "findings"."finding"."id"))),
	CONSTRAINT "finding_planned" CHECK ("findings"."finding"."status" in ('registered', 'classified', 'withdrawn') or ("findings"."finding"."due_on" is not null and "findings"."finding"."measures" is not null)),
	CONSTRAINT "finding_reported" CHECK ("findings"."finding"."status" not in ('awaitingAcceptance', 'closed') or "findings"."finding"."reported_by" is not null),
	CONSTRAINT "finding_closed" CHECK (("findings"."finding"."status" = 'closed') = ("findings"."finding"."closed_by" is not null)
        and ("findings"."finding"."closed_by" is null) = ("findings"."finding"."closed_at" is null)
        and ("findings"."finding"."closed_by" is null or ("findings"."finding"."outstanding_fen" = 0 and "findings"."finding"."closed_by" <> "findings"."finding"."reported_by" and "findings"."finding"."closed_by" <> "findings"."finding"."registered_by")))
);
--> statement-breakpoint
CREATE TABLE "findings"."finding_event" (
	"finding_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"event" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"machine_version" integer NOT NULL,
	"by_person" uuid NOT NULL,
	"by_name" text NOT NULL,
	"unit_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"remark" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"document_no" text,
	CONSTRAINT "finding_event_finding_id_seq_pk" PRIMARY KEY("finding_id","seq"),
	CONSTRAINT "finding_event_name" CHECK (event in ('register', 'import', 'amend', 'classify', 'returnRegistration', 'planRectification', 'recordSettlement', 'reverseSettlement', 'attachEvidence', 'reportRectified', 'returnRectification', 'close', 'importChanges', 'adjust', 'move', 'withdraw', 'reopenClassification')),
	CONSTRAINT "finding_event_to" CHECK (to_status in ('registered', 'classified', 'rectifying', 'awaitingAcceptance', 'closed', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "findings"."finding_line" (
	"finding_id" uuid NOT NULL,
	"line_no" integer NOT NULL,
	"campaign_id" uuid NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"fund_line" text NOT NULL,
	"kind" text NOT NULL,
	"is_withdrawn" boolean DEFAULT false NOT NULL,
	"stated_fen" bigint GENERATED ALWAYS AS (found_fen + reduced_fen) STORED NOT NULL,
	"reduced_fen" bigint NOT NULL,
	"found_fen" bigint NOT NULL,
	"recovered_fen" bigint NOT NULL,
	"repaid_fen" bigint NOT NULL,
	"rebooked_fen" bigint NOT NULL,
	"written_off_fen" bigint NOT NULL,
	"outstanding_fen" bigint GENERATED ALWAYS AS (found_fen - recovered_fen - repaid_fen - rebooked_fen - written_off_fen) STORED NOT NULL,
	CONSTRAINT "finding_line_finding_id_line_no_pk" PRIMARY KEY("finding_id","line_no"),
	CONSTRAINT "finding_line_amounts" CHECK ("findings"."finding_line"."reduced_fen" >= 0 and "findings"."finding_line"."found_fen" >= 0 and "findings"."finding_line"."recovered_fen" >= 0 and "findings"."finding_line"."repaid_fen" >= 0 and "findings"."finding_line"."rebooked_fen" >= 0 and "findings"."finding_line"."written_off_fen" >= 0),
	CONSTRAINT "finding_line_outstanding" CHECK ("findings"."finding_line"."outstanding_fen" >= 0),
	CONSTRAINT "finding_line_number" CHECK ("findings"."finding_line"."line_no" >= 1)
);
--> statement-breakpoint
CREATE TABLE "findings"."number_series" (
	"campaign_id" uuid NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"prefix" text NOT NULL,
	"last_number" integer NOT NULL,
	CONSTRAINT "number_series_campaign_id_region_path_pk" PRIMARY KEY("campaign_id","region_path")
);
--> statement-breakpoint
CREATE TABLE "findings"."settlement" (
	"finding_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"line_no" integer NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"channel" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"settled_on" date NOT NULL,
	"voucher_no" text NOT NULL,
	"note" text NOT NULL,
	"reverses" uuid,
	"import_id" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_by_name" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "settlement_finding_id_id_pk" PRIMARY KEY("finding_id","id"),
	CONSTRAINT "settlement_reversal" CHECK ("findings"."settlement"."reverses" is null or "findings"."settlement"."amount_fen" < 0),
	CONSTRAINT "settlement_channel" CHECK (channel in ('recovered', 'repaid', 'rebooked', 'writtenOff')),
	CONSTRAINT "settlement_amount" CHECK ("findings"."settlement"."amount_fen" <> 0)
);
--> statement-breakpoint
CREATE TABLE "inspection"."spot_check" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"level" text NOT NULL,
	"unit_code" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"number" text NOT NULL,
	"inspector_ids" uuid[] NOT NULL,
	"inspectors" text[] NOT NULL,
	"follows_id" uuid,
	"status" text NOT NULL,
	"machine_version" integer NOT NULL,
	"scheduled_on" date NOT NULL,
	"begun_on" date,
	"visited_on" date[],
	"round" integer DEFAULT 0 NOT NULL,
	"conclusion" text,
	"remark" text,
	"completed_on" date,
	"completed_by" uuid,
	"completed_by_name" text,
	"countersigned_at" timestamp with time zone,
	"countersigned_by" uuid,
	"countersigned_by_name" text,
	"scheduled_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "spot_check_level" CHECK (level in ('city', 'province', 'ministry')),
	CONSTRAINT "spot_check_status" CHECK (status in ('scheduled', 'underway', 'completed', 'countersigned', 'cancelled')),
	CONSTRAINT "spot_check_conclusion" CHECK (conclusion in ('good', 'qualified', 'perfunctory', 'incomplete', 'falsified')),
	CONSTRAINT "spot_check_inspectors" CHECK (cardinality("inspection"."spot_check"."inspector_ids") >= 2 and "inspection"."spot_check"."inspector_ids"[1] <> "inspection"."spot_check"."inspector_ids"[2]
        and cardinality("inspection"."spot_check"."inspectors") = cardinality("inspection"."spot_check"."inspector_ids")),
	CONSTRAINT "spot_check_by_inspector" CHECK ("inspection"."spot_check"."completed_by" is null or "inspection"."spot_check"."completed_by" = any("inspection"."spot_check"."inspector_ids")),
	CONSTRAINT "spot_check_begun" CHECK ("inspection"."spot_check"."status" = 'cancelled' or ("inspection"."spot_check"."status" = 'scheduled') = ("inspection"."spot_check"."begun_on" is null)),
	CONSTRAINT "spot_check_completed" CHECK (("inspection"."spot_check"."status" = 'cancelled' or ("inspection"."spot_check"."status" in ('completed', 'countersigned')) = ("inspection"."spot_check"."completed_by" is not null))
        and ("inspection"."spot_check"."completed_by" is null) = ("inspection"."spot_check"."conclusion" is null)
        and ("inspection"."spot_check"."completed_by" is null) = ("inspection"."spot_check"."completed_on" is null)
        and ("inspection"."spot_check"."completed_by" is null) = ("inspection"."spot_check"."visited_on" is null)
        and "inspection"."spot_check"."begun_on" <= "inspection"."spot_check"."completed_on"),
	CONSTRAINT "spot_check_countersigned" CHECK (("inspection"."spot_check"."status" = 'countersigned') = ("inspection"."spot_check"."countersigned_by" is not null)
        and ("inspection"."spot_check"."countersigned_by" is null) = ("inspection"."spot_check"."countersigned_at" is null)),
	CONSTRAINT "spot_check_two_persons" CHECK ("inspection"."spot_check"."countersigned_by" is null or "inspection"."spot_check"."countersigned_by" <> "inspection"."spot_check"."completed_by")
);
--> statement-breakpoint
CREATE TABLE "inspection"."spot_check_event" (
	"spot_check_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"event" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"machine_version" integer NOT NULL,
	"by_person" uuid NOT NULL,
	"by_name" text NOT NULL,
	"unit_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"remark" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	CONSTRAINT "spot_check_event_spot_check_id_seq_pk" PRIMARY KEY("spot_check_id","seq"),
	CONSTRAINT "spot_check_event_to" CHECK (to_status in ('scheduled', 'underway', 'completed', 'countersigned', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "inspection"."spot_check_score" (
	"spot_check_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"question" text NOT NULL,
	"score" integer NOT NULL,
	"remark" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	CONSTRAINT "spot_check_score_spot_check_id_round_question_pk" PRIMARY KEY("spot_check_id","round","question"),
	CONSTRAINT "spot_check_score_question" CHECK (question in ('earnest', 'corrected', 'risks', 'institutions', 'proposals')),
	CONSTRAINT "spot_check_score_range" CHECK ("inspection"."spot_check_score"."score" between 0 and 100),
	CONSTRAINT "spot_check_score_remark" CHECK ("inspection"."spot_check_score"."remark" <> '')
);
--> statement-breakpoint
CREATE TABLE "jobs"."job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"worker_name" text,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"note" text,
	"outcome" text,
	"finished_at" timestamp with time zone,
	CONSTRAINT "job_kind" CHECK ("jobs"."job"."kind" ~ '^[a-z][A-Za-z]+$'),
	CONSTRAINT "job_outcome" CHECK (outcome in ('done', 'refused')),
	CONSTRAINT "job_finished" CHECK (("jobs"."job"."outcome" is null) = ("jobs"."job"."finished_at" is null)),
	CONSTRAINT "job_steps" CHECK ("jobs"."job"."done" >= 0 and "jobs"."job"."total" >= 0)
);
--> statement-breakpoint
CREATE TABLE "auth"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"is_temporary" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."guess" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
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
	CONSTRAINT "person_roles" CHECK ("jurisdictions"."person"."roles" <@ array['clerk','reviewer','inspector','leader','administrator','worker','observer'] and cardinality("jurisdictions"."person"."roles") > 0)
);
--> statement-breakpoint
CREATE TABLE "auth"."service_key" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"start" text NOT NULL,
	"key_hash" text NOT NULL,
	"is_enabled" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "service_key_key_hash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
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
	"added_by" uuid,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"retired_on" date,
	"merged_into" text,
	"retired_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "unit_two_persons" CHECK ("jurisdictions"."unit"."confirmed_by" is null or "jurisdictions"."unit"."confirmed_by" <> "jurisdictions"."unit"."added_by"),
	CONSTRAINT "unit_confirmed" CHECK (("jurisdictions"."unit"."confirmed_by" is null) = ("jurisdictions"."unit"."confirmed_at" is null)),
	CONSTRAINT "unit_retired" CHECK (("jurisdictions"."unit"."retired_on" is null) = ("jurisdictions"."unit"."retired_reason" is null)),
	CONSTRAINT "unit_level" CHECK (level in ('province', 'city', 'county', 'agency')),
	CONSTRAINT "unit_path" CHECK ("jurisdictions"."unit"."region_path" ~ '^\d{2}(\.\d{2}){0,2}$'),
	CONSTRAINT "unit_root" CHECK (("jurisdictions"."unit"."parent_code" is null) = ("jurisdictions"."unit"."level" = 'province'))
);
--> statement-breakpoint
CREATE TABLE "auth"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"username" text,
	"display_username" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_sheet"."ledger_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"file_id" uuid NOT NULL,
	"on_conflict" text NOT NULL,
	"status" text NOT NULL,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"created" integer NOT NULL,
	"updated" integer NOT NULL,
	"skipped" integer NOT NULL,
	"failed" integer NOT NULL,
	"message_rule" text,
	"message_params" jsonb,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "ledger_import_status" CHECK (status in ('running', 'done', 'refused', 'failed')),
	CONSTRAINT "ledger_import_choice" CHECK (on_conflict in ('stop', 'skip', 'replace')),
	CONSTRAINT "ledger_import_progress" CHECK ("ledger_sheet"."ledger_import"."done" = "ledger_sheet"."ledger_import"."created" + "ledger_sheet"."ledger_import"."updated" + "ledger_sheet"."ledger_import"."skipped" + "ledger_sheet"."ledger_import"."failed" and "ledger_sheet"."ledger_import"."done" <= "ledger_sheet"."ledger_import"."total")
);
--> statement-breakpoint
CREATE TABLE "organisation"."implementing_plan" (
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
	"file_id" uuid NOT NULL,
	"filed_by" uuid NOT NULL,
	"filed_by_name" text NOT NULL,
	"filed_at" timestamp with time zone NOT NULL,
	"reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "implementing_plan_reason" CHECK (("organisation"."implementing_plan"."version" = 1) = ("organisation"."implementing_plan"."reason" is null))
);
--> statement-breakpoint
CREATE TABLE "organisation"."implementing_plan_decision" (
	"plan_id" uuid PRIMARY KEY NOT NULL,
	"decision" text NOT NULL,
	"remark" text NOT NULL,
	"by_person" uuid NOT NULL,
	"by_name" text NOT NULL,
	"unit_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"region_path" text collate "C" NOT NULL,
	CONSTRAINT "implementing_plan_decision_decision" CHECK (decision in ('accepted', 'returned', 'issued')),
	CONSTRAINT "implementing_plan_decision_remark" CHECK ("organisation"."implementing_plan_decision"."decision" <> 'returned' or "organisation"."implementing_plan_decision"."remark" <> '')
);
--> statement-breakpoint
CREATE TABLE "organisation"."implementing_plan_receipt" (
	"plan_id" uuid NOT NULL,
	"unit_code" text NOT NULL,
	"by_person" uuid NOT NULL,
	"by_name" text NOT NULL,
	"unit_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"region_path" text collate "C" NOT NULL,
	CONSTRAINT "implementing_plan_receipt_plan_id_unit_code_pk" PRIMARY KEY("plan_id","unit_code")
);
--> statement-breakpoint
CREATE TABLE "organisation"."leading_group" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"unit_code" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"established_on" date NOT NULL,
	"document_no" text NOT NULL,
	"lead_department" text,
	"office_department" text,
	"version" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation"."leading_group_member" (
	"group_id" uuid NOT NULL,
	"position" text NOT NULL,
	"ordinal" integer NOT NULL,
	"place" integer NOT NULL,
	"name" text NOT NULL,
	"body" text NOT NULL,
	"department" text,
	"since" date NOT NULL,
	"until" date,
	"region_path" text collate "C" NOT NULL,
	CONSTRAINT "leading_group_member_group_id_ordinal_pk" PRIMARY KEY("group_id","ordinal"),
	CONSTRAINT "leading_group_member_position" CHECK (position in ('head', 'deputy', 'member')),
	CONSTRAINT "leading_group_member_days" CHECK ("organisation"."leading_group_member"."until" is null or "organisation"."leading_group_member"."until" >= "organisation"."leading_group_member"."since")
);
--> statement-breakpoint
CREATE TABLE "reporting"."report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"unit_code" text NOT NULL,
	"level" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"month" text,
	"status" text NOT NULL,
	"machine_version" integer NOT NULL,
	"cut_off_id" uuid NOT NULL,
	"narrative" jsonb NOT NULL,
	"imprint" jsonb,
	"is_nil" boolean NOT NULL,
	"nil_statement" text,
	"drafted_by" uuid NOT NULL,
	"drafted_by_name" text NOT NULL,
	"submitted_at" timestamp with time zone,
	"submitted_by" uuid,
	"submitted_by_name" text,
	"signed_as" text,
	"is_late" boolean,
	"city_standings" jsonb,
	"received_at" timestamp with time zone,
	"received_by" uuid,
	"received_by_name" text,
	"sent_no" text,
	"sent_on" date,
	"return_remark" text,
	"job_id" uuid,
	"rendered_job_id" uuid,
	"docx_file_id" uuid,
	"xlsx_file_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "report_kind" CHECK (kind in ('monthly', 'summary')),
	CONSTRAINT "report_level" CHECK (level in ('city', 'province')),
	CONSTRAINT "report_status" CHECK (status in ('draft', 'submitted', 'returned', 'received')),
	CONSTRAINT "report_month_form" CHECK ("reporting"."report"."month" ~ '^\d{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "report_monthly" CHECK ("reporting"."report"."kind" <> 'monthly'
        or ("reporting"."report"."level" = 'city' and "reporting"."report"."month" is not null and "reporting"."report"."imprint" is not null)),
	CONSTRAINT "report_summary_only" CHECK ("reporting"."report"."kind" <> 'summary'
        or ("reporting"."report"."month" is null and "reporting"."report"."imprint" is null and not "reporting"."report"."is_nil" and "reporting"."report"."xlsx_file_id" is null)),
	CONSTRAINT "report_nil" CHECK ("reporting"."report"."is_nil" = ("reporting"."report"."nil_statement" is not null)),
	CONSTRAINT "report_submitted" CHECK ("reporting"."report"."status" not in ('submitted', 'received') or ("reporting"."report"."submitted_by" is not null and "reporting"."report"."submitted_at" is not null)),
	CONSTRAINT "report_accepted" CHECK (("reporting"."report"."status" = 'received') = ("reporting"."report"."received_by" is not null) and ("reporting"."report"."received_by" is null) = ("reporting"."report"."received_at" is null)),
	CONSTRAINT "report_signed_as" CHECK (signed_as in ('leader', 'reviewer')),
	CONSTRAINT "report_late" CHECK (("reporting"."report"."submitted_at" is null) = ("reporting"."report"."is_late" is null)),
	CONSTRAINT "report_city_standings" CHECK ("reporting"."report"."city_standings" is null or "reporting"."report"."level" = 'province'),
	CONSTRAINT "report_other_signs" CHECK ("reporting"."report"."submitted_by" is null or "reporting"."report"."submitted_by" <> "reporting"."report"."drafted_by"),
	CONSTRAINT "report_two_persons" CHECK ("reporting"."report"."received_by" is null or "reporting"."report"."received_by" <> "reporting"."report"."submitted_by"),
	CONSTRAINT "report_province" CHECK ("reporting"."report"."level" <> 'province' or "reporting"."report"."status" in ('draft', 'submitted')),
	CONSTRAINT "report_sent" CHECK (("reporting"."report"."sent_no" is null) = ("reporting"."report"."sent_on" is null)
        and ("reporting"."report"."sent_no" is null or ("reporting"."report"."level" = 'province' and "reporting"."report"."status" = 'submitted'))),
	CONSTRAINT "report_returned" CHECK ("reporting"."report"."status" <> 'returned' or "reporting"."report"."return_remark" is not null),
	CONSTRAINT "report_docx" CHECK (("reporting"."report"."docx_file_id" is null) = ("reporting"."report"."rendered_job_id" is null)),
	CONSTRAINT "report_xlsx" CHECK ("reporting"."report"."kind" <> 'monthly' or ("reporting"."report"."xlsx_file_id" is null) = ("reporting"."report"."docx_file_id" is null))
);
--> statement-breakpoint
CREATE TABLE "reporting"."report_event" (
	"report_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"event" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"machine_version" integer NOT NULL,
	"by_person" uuid NOT NULL,
	"by_name" text NOT NULL,
	"unit_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"remark" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"cut_off_id" uuid NOT NULL,
	"document_no" text,
	CONSTRAINT "report_event_report_id_seq_pk" PRIMARY KEY("report_id","seq"),
	CONSTRAINT "report_event_to" CHECK (to_status in ('draft', 'submitted', 'returned', 'received'))
);
--> statement-breakpoint
CREATE TABLE "self_checks"."declaration" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"unit_code" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"declarant" text NOT NULL,
	"declarant_name" text NOT NULL,
	"cells" jsonb NOT NULL,
	"searched" text NOT NULL,
	"answered_by" uuid NOT NULL,
	"answered_by_name" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"returned_remark" text,
	"returned_by_name" text,
	"returned_at" timestamp with time zone,
	"head" text,
	"promise" text,
	"signature_hash" text,
	"signed_by" uuid,
	"signed_by_name" text,
	"signed_at" timestamp with time zone,
	"first_signed_at" timestamp with time zone,
	"is_late" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "declaration_signed" CHECK (num_nulls("self_checks"."declaration"."head", "self_checks"."declaration"."promise", "self_checks"."declaration"."signature_hash", "self_checks"."declaration"."signed_by", "self_checks"."declaration"."signed_by_name", "self_checks"."declaration"."signed_at") in (0, 6)),
	CONSTRAINT "declaration_two_persons" CHECK ("self_checks"."declaration"."signed_by" is null or "self_checks"."declaration"."signed_by" <> "self_checks"."declaration"."answered_by"),
	CONSTRAINT "declaration_returned" CHECK ("self_checks"."declaration"."returned_at" is null or "self_checks"."declaration"."signed_at" is null)
);
--> statement-breakpoint
CREATE TABLE "self_checks"."declared_finding" (
	"declaration_id" uuid NOT NULL,
	"finding_id" uuid NOT NULL,
	"fund_line" text NOT NULL,
	"category" text NOT NULL,
	"campaign_id" uuid NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"found_fen" bigint NOT NULL,
	"finding_version" integer NOT NULL,
	CONSTRAINT "declared_finding_finding_id_fund_line_category_pk" PRIMARY KEY("finding_id","fund_line","category")
);
--> statement-breakpoint
CREATE TABLE "self_checks"."unit_signature" (
	"campaign_id" uuid NOT NULL,
	"unit_code" text NOT NULL,
	"region_path" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"parts_hash" text NOT NULL,
	"head" text NOT NULL,
	"promise" text NOT NULL,
	"outcome" text NOT NULL,
	"found_count" integer NOT NULL,
	"found_fen" bigint NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_by_name" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"is_late" boolean NOT NULL,
	CONSTRAINT "unit_signature_campaign_id_unit_code_version_pk" PRIMARY KEY("campaign_id","unit_code","version"),
	CONSTRAINT "unit_signature_outcome" CHECK (outcome in ('findings', 'nil')),
	CONSTRAINT "unit_signature_nil" CHECK (("self_checks"."unit_signature"."outcome" = 'nil') = ("self_checks"."unit_signature"."found_count" = 0))
);
--> statement-breakpoint
ALTER TABLE "campaign"."campaign" ADD CONSTRAINT "campaign_province_code_unit_code_fk" FOREIGN KEY ("province_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign"."kind_fund" ADD CONSTRAINT "kind_fund_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign"."phase_event" ADD CONSTRAINT "phase_event_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign"."roster" ADD CONSTRAINT "roster_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign"."waiver" ADD CONSTRAINT "waiver_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign"."waiver" ADD CONSTRAINT "waiver_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign"."waiver_event" ADD CONSTRAINT "waiver_event_waiver" FOREIGN KEY ("waiver_id") REFERENCES "campaign"."waiver"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures"."cut_off" ADD CONSTRAINT "cut_off_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures"."cut_off" ADD CONSTRAINT "cut_off_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures"."cut_off" ADD CONSTRAINT "cut_off_opening" FOREIGN KEY ("opening_id") REFERENCES "figures"."cut_off"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures"."frozen_figures" ADD CONSTRAINT "frozen_figures_cut_off_id_cut_off_id_fk" FOREIGN KEY ("cut_off_id") REFERENCES "figures"."cut_off"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures"."frozen_line" ADD CONSTRAINT "frozen_line_cut_off_id_cut_off_id_fk" FOREIGN KEY ("cut_off_id") REFERENCES "figures"."cut_off"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures"."frozen_line" ADD CONSTRAINT "frozen_line_finding_id_finding_id_fk" FOREIGN KEY ("finding_id") REFERENCES "findings"."finding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures"."frozen_unit" ADD CONSTRAINT "frozen_unit_cut_off_id_cut_off_id_fk" FOREIGN KEY ("cut_off_id") REFERENCES "figures"."cut_off"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings"."amount_change" ADD CONSTRAINT "amount_change_line" FOREIGN KEY ("finding_id","line_no") REFERENCES "findings"."finding_line"("finding_id","line_no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings"."evidence" ADD CONSTRAINT "evidence_finding_id_finding_id_fk" FOREIGN KEY ("finding_id") REFERENCES "findings"."finding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings"."evidence" ADD CONSTRAINT "evidence_file_id_stored_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "database"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings"."finding" ADD CONSTRAINT "finding_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings"."finding" ADD CONSTRAINT "finding_duplicate_of_finding_id_fk" FOREIGN KEY ("duplicate_of") REFERENCES "findings"."finding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings"."finding" ADD CONSTRAINT "finding_kind_fund" FOREIGN KEY ("campaign_id","kind","fund_line") REFERENCES "campaign"."kind_fund"("campaign_id","kind","fund_line") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings"."finding_event" ADD CONSTRAINT "finding_event_finding" FOREIGN KEY ("finding_id") REFERENCES "findings"."finding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings"."finding_line" ADD CONSTRAINT "finding_line_finding_id_finding_id_fk" FOREIGN KEY ("finding_id") REFERENCES "findings"."finding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings"."finding_line" ADD CONSTRAINT "finding_line_kind_fund" FOREIGN KEY ("campaign_id","kind","fund_line") REFERENCES "campaign"."kind_fund"("campaign_id","kind","fund_line") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings"."settlement" ADD CONSTRAINT "settlement_line" FOREIGN KEY ("finding_id","line_no") REFERENCES "findings"."finding_line"("finding_id","line_no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection"."spot_check" ADD CONSTRAINT "spot_check_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection"."spot_check" ADD CONSTRAINT "spot_check_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection"."spot_check" ADD CONSTRAINT "spot_check_follows" FOREIGN KEY ("follows_id") REFERENCES "inspection"."spot_check"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection"."spot_check_event" ADD CONSTRAINT "spot_check_event_spot_check" FOREIGN KEY ("spot_check_id") REFERENCES "inspection"."spot_check"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection"."spot_check_score" ADD CONSTRAINT "spot_check_score_spot_check_id_spot_check_id_fk" FOREIGN KEY ("spot_check_id") REFERENCES "inspection"."spot_check"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jurisdictions"."person" ADD CONSTRAINT "person_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."service_key" ADD CONSTRAINT "service_key_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jurisdictions"."unit" ADD CONSTRAINT "unit_parent_code_unit_code_fk" FOREIGN KEY ("parent_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jurisdictions"."unit" ADD CONSTRAINT "unit_merged_into_unit_code_fk" FOREIGN KEY ("merged_into") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_sheet"."ledger_import" ADD CONSTRAINT "ledger_import_file_id_stored_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "database"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation"."implementing_plan" ADD CONSTRAINT "implementing_plan_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation"."implementing_plan" ADD CONSTRAINT "implementing_plan_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation"."implementing_plan_decision" ADD CONSTRAINT "implementing_plan_decision_plan_id_implementing_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "organisation"."implementing_plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation"."implementing_plan_receipt" ADD CONSTRAINT "implementing_plan_receipt_plan_id_implementing_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "organisation"."implementing_plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation"."implementing_plan_receipt" ADD CONSTRAINT "implementing_plan_receipt_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation"."leading_group" ADD CONSTRAINT "leading_group_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation"."leading_group" ADD CONSTRAINT "leading_group_campaign" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation"."leading_group_member" ADD CONSTRAINT "leading_group_member_group_id_leading_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "organisation"."leading_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting"."report" ADD CONSTRAINT "report_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting"."report" ADD CONSTRAINT "report_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting"."report" ADD CONSTRAINT "report_cut_off_id_cut_off_id_fk" FOREIGN KEY ("cut_off_id") REFERENCES "figures"."cut_off"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting"."report" ADD CONSTRAINT "report_job_id_job_id_fk" FOREIGN KEY ("job_id") REFERENCES "jobs"."job"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting"."report" ADD CONSTRAINT "report_docx_file_id_stored_file_id_fk" FOREIGN KEY ("docx_file_id") REFERENCES "database"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting"."report" ADD CONSTRAINT "report_xlsx_file_id_stored_file_id_fk" FOREIGN KEY ("xlsx_file_id") REFERENCES "database"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting"."report_event" ADD CONSTRAINT "report_event_cut_off_id_cut_off_id_fk" FOREIGN KEY ("cut_off_id") REFERENCES "figures"."cut_off"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting"."report_event" ADD CONSTRAINT "report_event_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "reporting"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_checks"."declaration" ADD CONSTRAINT "declaration_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_checks"."declared_finding" ADD CONSTRAINT "declared_finding_declaration_id_declaration_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "self_checks"."declaration"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_checks"."declared_finding" ADD CONSTRAINT "declared_finding_finding_id_finding_id_fk" FOREIGN KEY ("finding_id") REFERENCES "findings"."finding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_checks"."unit_signature" ADD CONSTRAINT "unit_signature_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "jurisdictions"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "waiver_region" ON "campaign"."waiver" USING btree ("region_path");--> statement-breakpoint
CREATE INDEX "waiver_event_region" ON "campaign"."waiver_event" USING btree ("region_path");--> statement-breakpoint
CREATE INDEX "audit_entry_subject" ON "database"."audit_entry" USING btree ("subject_kind","subject_id","id");--> statement-breakpoint
CREATE INDEX "audit_entry_region" ON "database"."audit_entry" USING btree ("region_path","id");--> statement-breakpoint
CREATE INDEX "stored_file_region" ON "database"."stored_file" USING btree ("region_path");--> statement-breakpoint
CREATE INDEX "cut_off_region" ON "figures"."cut_off" USING btree ("campaign_id","region_path","at");--> statement-breakpoint
CREATE UNIQUE INDEX "finding_number" ON "findings"."finding" USING btree ("campaign_id","number_order");--> statement-breakpoint
CREATE INDEX "finding_region" ON "findings"."finding" USING btree ("campaign_id","region_path","status");--> statement-breakpoint
CREATE INDEX "finding_due" ON "findings"."finding" USING btree ("campaign_id","due_order","id");--> statement-breakpoint
CREATE INDEX "finding_unplanned" ON "findings"."finding" USING btree ("campaign_id","due_order","id") WHERE status in ('registered', 'classified');--> statement-breakpoint
CREATE INDEX "finding_found" ON "findings"."finding" USING btree ("campaign_id","found_fen","id");--> statement-breakpoint
CREATE INDEX "finding_discovered" ON "findings"."finding" USING btree ("campaign_id","discovered_on","id");--> statement-breakpoint
CREATE INDEX "finding_outstanding" ON "findings"."finding" USING btree ("campaign_id","outstanding_fen","id");--> statement-breakpoint
CREATE INDEX "finding_open" ON "findings"."finding" USING btree ("campaign_id","responsible_level","region_path") WHERE status <> 'closed';--> statement-breakpoint
CREATE UNIQUE INDEX "finding_external" ON "findings"."finding" USING btree ("campaign_id","unit_code","external_no") WHERE external_no is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "finding_content" ON "findings"."finding" USING btree ("campaign_id","unit_code","content_hash") WHERE external_no is null and content_hash is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "finding_line_once" ON "findings"."finding_line" USING btree ("finding_id","fund_line","kind");--> statement-breakpoint
CREATE INDEX "finding_line_region" ON "findings"."finding_line" USING btree ("campaign_id","region_path");--> statement-breakpoint
CREATE INDEX "finding_line_second" ON "findings"."finding_line" USING btree ("campaign_id","region_path") WHERE line_no = 2;--> statement-breakpoint
CREATE UNIQUE INDEX "number_series_prefix" ON "findings"."number_series" USING btree ("campaign_id","prefix");--> statement-breakpoint
CREATE UNIQUE INDEX "settlement_reversed" ON "findings"."settlement" USING btree ("finding_id","reverses");--> statement-breakpoint
CREATE INDEX "settlement_voucher" ON "findings"."settlement" USING btree ("region_path","voucher_no") WHERE voucher_no <> '';--> statement-breakpoint
CREATE UNIQUE INDEX "spot_check_number" ON "inspection"."spot_check" USING btree ("campaign_id","number");--> statement-breakpoint
CREATE INDEX "spot_check_region" ON "inspection"."spot_check" USING btree ("campaign_id","region_path");--> statement-breakpoint
CREATE INDEX "job_region" ON "jobs"."job" USING btree ("region_path","id");--> statement-breakpoint
CREATE INDEX "job_subject" ON "jobs"."job" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "account_user" ON "auth"."account" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_auth_user" ON "jurisdictions"."person" USING btree ("auth_user_id");--> statement-breakpoint
CREATE INDEX "person_region" ON "jurisdictions"."person" USING btree ("region_path","id");--> statement-breakpoint
CREATE INDEX "service_key_user" ON "auth"."service_key" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "auth"."session" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_region" ON "jurisdictions"."unit" USING btree ("region_path") WHERE level <> 'agency';--> statement-breakpoint
CREATE INDEX "unit_parent" ON "jurisdictions"."unit" USING btree ("parent_code");--> statement-breakpoint
CREATE UNIQUE INDEX "user_username" ON "auth"."user" USING btree ("username");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "auth"."verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "ledger_import_running" ON "ledger_sheet"."ledger_import" USING btree ("region_path") WHERE status = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "implementing_plan_version" ON "organisation"."implementing_plan" USING btree ("campaign_id","unit_code","version");--> statement-breakpoint
CREATE INDEX "implementing_plan_region" ON "organisation"."implementing_plan" USING btree ("region_path");--> statement-breakpoint
CREATE INDEX "implementing_plan_decision_region" ON "organisation"."implementing_plan_decision" USING btree ("region_path");--> statement-breakpoint
CREATE INDEX "implementing_plan_receipt_region" ON "organisation"."implementing_plan_receipt" USING btree ("region_path");--> statement-breakpoint
CREATE UNIQUE INDEX "leading_group_unit" ON "organisation"."leading_group" USING btree ("campaign_id","unit_code");--> statement-breakpoint
CREATE INDEX "leading_group_region" ON "organisation"."leading_group" USING btree ("region_path");--> statement-breakpoint
CREATE UNIQUE INDEX "leading_group_head" ON "organisation"."leading_group_member" USING btree ("group_id") WHERE position = 'head' and until is null;--> statement-breakpoint
CREATE UNIQUE INDEX "report_month" ON "reporting"."report" USING btree ("campaign_id","unit_code","month") WHERE kind = 'monthly';--> statement-breakpoint
CREATE UNIQUE INDEX "report_summary" ON "reporting"."report" USING btree ("campaign_id","unit_code") WHERE kind = 'summary';--> statement-breakpoint
CREATE INDEX "report_region" ON "reporting"."report" USING btree ("campaign_id","region_path");--> statement-breakpoint
CREATE UNIQUE INDEX "declaration_declarant" ON "self_checks"."declaration" USING btree ("campaign_id","unit_code","declarant");--> statement-breakpoint
CREATE INDEX "declaration_region" ON "self_checks"."declaration" USING btree ("campaign_id","region_path");--> statement-breakpoint
CREATE INDEX "declared_finding_declaration" ON "self_checks"."declared_finding" USING btree ("declaration_id");--> statement-breakpoint
CREATE INDEX "declared_finding_region" ON "self_checks"."declared_finding" USING btree ("campaign_id","region_path");--> statement-breakpoint
CREATE INDEX "unit_signature_region" ON "self_checks"."unit_signature" USING btree ("campaign_id","region_path");