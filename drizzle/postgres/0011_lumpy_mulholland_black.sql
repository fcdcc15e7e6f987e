CREATE TABLE "decision" (
	"id" text PRIMARY KEY NOT NULL,
	"initiative_id" text NOT NULL,
	"element_id" text NOT NULL,
	"open_element_id" text,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"outcome_why" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"asked" jsonb
);
--> statement-breakpoint
CREATE TABLE "decision_said" (
	"n" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "decision_said_n_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"decision_id" text NOT NULL,
	"version" integer NOT NULL,
	"person_id" text NOT NULL,
	"answer" text NOT NULL,
	"because" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision_wording" (
	"decision_id" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"reasons" text NOT NULL,
	"words_hash" text NOT NULL,
	"by_when" text NOT NULL,
	"put_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "decision_wording_decision_id_version_pk" PRIMARY KEY("decision_id","version")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "decision_open" ON "decision" USING btree ("initiative_id","open_element_id");--> statement-breakpoint
CREATE INDEX "decision_initiative" ON "decision" USING btree ("initiative_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "decision_said_id" ON "decision_said" USING btree ("id");--> statement-breakpoint
CREATE INDEX "decision_said_decision" ON "decision_said" USING btree ("decision_id","n");