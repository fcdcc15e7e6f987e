CREATE TABLE "leadership_choice" (
	"person_id" text PRIMARY KEY NOT NULL,
	"counted" boolean NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
