CREATE TABLE "test_room" (
	"id" text PRIMARY KEY NOT NULL,
	"initiative_id" text NOT NULL,
	"person_id" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"asked_by" text,
	"message" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"accepted_by" text,
	"accepted_at" timestamp (3) with time zone,
	"covered_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"why" text NOT NULL,
	"learned" text NOT NULL,
	"learned_by" text,
	"learned_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "test_room_test" (
	"room_id" text NOT NULL,
	"element_id" text NOT NULL,
	"linked_by" text NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "test_room_test_room_id_element_id_pk" PRIMARY KEY("room_id","element_id")
);
--> statement-breakpoint
CREATE TABLE "test_room_words" (
	"room_id" text NOT NULL,
	"version" integer NOT NULL,
	"what" text NOT NULL,
	"where" text NOT NULL,
	"until" text NOT NULL,
	"safe" jsonb NOT NULL,
	"call_me" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "test_room_words_room_id_version_pk" PRIMARY KEY("room_id","version")
);
--> statement-breakpoint
CREATE INDEX "test_room_initiative" ON "test_room" USING btree ("initiative_id","created_at");--> statement-breakpoint
CREATE INDEX "test_room_person" ON "test_room" USING btree ("person_id","created_at");