CREATE TABLE "digest" (
	"person_id" text PRIMARY KEY NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "language" text;--> statement-breakpoint
CREATE INDEX "digest_due" ON "digest" USING btree ("due_at");--> statement-breakpoint
ALTER TABLE "notice_wish" DROP COLUMN "push";