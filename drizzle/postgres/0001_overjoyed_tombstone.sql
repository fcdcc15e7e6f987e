CREATE TABLE "letter" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" text NOT NULL,
	"notice_id" text,
	"secret_address" text,
	"words" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"attempts" integer NOT NULL,
	"taken_by" text,
	"sent_at" timestamp (3) with time zone,
	"gave_up_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "mute" (
	"person_id" text NOT NULL,
	"initiative_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mute_person_id_initiative_id_pk" PRIMARY KEY("person_id","initiative_id")
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"why" text NOT NULL,
	"what" text NOT NULL,
	"by_person_id" text,
	"initiative_id" text,
	"element_id" text,
	"values" jsonb NOT NULL,
	"address" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "notice_wish" (
	"person_id" text PRIMARY KEY NOT NULL,
	"mail" boolean NOT NULL,
	"push" boolean NOT NULL,
	"digest" text NOT NULL,
	"hour" integer NOT NULL,
	"time_zone" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "letter_due" ON "letter" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "notice_person" ON "notice" USING btree ("person_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notice_unseen" ON "notice" USING btree ("person_id","seen_at");