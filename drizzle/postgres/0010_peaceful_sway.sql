CREATE TABLE "ask_link" (
	"secret_hash" text PRIMARY KEY NOT NULL,
	"ask_id" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "ask_possible" (
	"id" text PRIMARY KEY NOT NULL,
	"ask_id" text NOT NULL,
	"person_id" text NOT NULL,
	"line" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ask_step" (
	"n" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ask_step_n_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"ask_id" text NOT NULL,
	"what" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text NOT NULL,
	"to_person_id" text,
	"answer" text,
	"line" text NOT NULL,
	"by" text,
	"office" text NOT NULL,
	"level" text
);
--> statement-breakpoint
ALTER TABLE "ask" ADD COLUMN "level" text DEFAULT 'team' NOT NULL;--> statement-breakpoint
ALTER TABLE "ask" ADD COLUMN "turn_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "ask" ADD COLUMN "office" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "ask" ADD COLUMN "step_id" text;--> statement-breakpoint
ALTER TABLE "ask" ADD COLUMN "step_to" text;--> statement-breakpoint
ALTER TABLE "ask" ADD COLUMN "step_by" text;--> statement-breakpoint
ALTER TABLE "ask" ADD COLUMN "step_reason" text;--> statement-breakpoint
ALTER TABLE "ask" ADD COLUMN "step_due_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "ask_link_ask" ON "ask_link" USING btree ("ask_id");--> statement-breakpoint
CREATE INDEX "ask_possible_ask" ON "ask_possible" USING btree ("ask_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "ask_step_id" ON "ask_step" USING btree ("id");--> statement-breakpoint
CREATE INDEX "ask_step_ask" ON "ask_step" USING btree ("ask_id","n");--> statement-breakpoint
CREATE INDEX "ask_step_due" ON "ask" USING btree ("step_due_at");