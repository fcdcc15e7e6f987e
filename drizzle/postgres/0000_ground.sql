CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "activity" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "activity_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"what" text NOT NULL,
	"initiative_id" text,
	"person_id" text,
	"element_id" text,
	"values" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ask" (
	"id" text PRIMARY KEY NOT NULL,
	"initiative_id" text NOT NULL,
	"element_id" text NOT NULL,
	"person_id" text NOT NULL,
	"asked_by" text NOT NULL,
	"message" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answer_line" text NOT NULL,
	"by" text,
	"answered_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "board" (
	"id" text PRIMARY KEY NOT NULL,
	"epoch" integer NOT NULL,
	"seq" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "board_client" (
	"board_id" text NOT NULL,
	"client_id" bigint NOT NULL,
	"person_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "board_client_board_id_client_id_pk" PRIMARY KEY("board_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "board_element" (
	"board_id" text NOT NULL,
	"element_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"position" text NOT NULL,
	"fields" jsonb NOT NULL,
	"added_by" text,
	"added_at" timestamp (3) with time zone NOT NULL,
	"changed_by" text,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "board_element_board_id_element_id_pk" PRIMARY KEY("board_id","element_id")
);
--> statement-breakpoint
CREATE TABLE "board_snapshot" (
	"board_id" text NOT NULL,
	"seq" integer NOT NULL,
	"epoch" integer NOT NULL,
	"state" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "board_snapshot_board_id_seq_pk" PRIMARY KEY("board_id","seq")
);
--> statement-breakpoint
CREATE TABLE "board_update" (
	"board_id" text NOT NULL,
	"seq" integer NOT NULL,
	"epoch" integer NOT NULL,
	"person_id" text,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"quarantined_at" timestamp (3) with time zone,
	CONSTRAINT "board_update_board_id_seq_pk" PRIMARY KEY("board_id","seq")
);
--> statement-breakpoint
CREATE TABLE "bring_in" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"file_name" text NOT NULL,
	"count" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "claim" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"email" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "endorsement" (
	"initiative_id" text NOT NULL,
	"person_id" text NOT NULL,
	"office" text NOT NULL,
	"reason" text NOT NULL,
	"purpose" text NOT NULL,
	"purpose_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_why" text NOT NULL,
	CONSTRAINT "endorsement_initiative_id_person_id_pk" PRIMARY KEY("initiative_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "group" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"side" text NOT NULL,
	"position" integer NOT NULL,
	"archived_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "initiative" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"purpose_hash" text NOT NULL,
	"for_whom" text NOT NULL,
	"state" text NOT NULL,
	"label" text,
	"lit_by" text NOT NULL,
	"lit_at" timestamp (3) with time zone NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "initiative_site" (
	"initiative_id" text NOT NULL,
	"site_id" text NOT NULL,
	CONSTRAINT "initiative_site_initiative_id_site_id_pk" PRIMARY KEY("initiative_id","site_id")
);
--> statement-breakpoint
CREATE TABLE "initiative_spark" (
	"initiative_id" text NOT NULL,
	"spark_id" text NOT NULL,
	CONSTRAINT "initiative_spark_initiative_id_spark_id_pk" PRIMARY KEY("initiative_id","spark_id")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"initiative_id" text NOT NULL,
	"person_id" text NOT NULL,
	"invited_by" text NOT NULL,
	"seat" text NOT NULL,
	"perspective" text,
	"line" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answer_line" text NOT NULL,
	"ask_after" text,
	"answered_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "invite" (
	"id" text PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"initiative_id" text,
	"gives" text NOT NULL,
	"label" text NOT NULL,
	"made_by" text NOT NULL,
	"max_uses" integer NOT NULL,
	"uses" integer NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invite_use" (
	"invite_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invite_use_invite_id_person_id_pk" PRIMARY KEY("invite_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "kindling" (
	"spark_id" text NOT NULL,
	"person_id" text NOT NULL,
	"sentence" text NOT NULL,
	"line" text NOT NULL,
	"amount" text,
	"site_id" text,
	"perspectives" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "kindling_spark_id_person_id_sentence_pk" PRIMARY KEY("spark_id","person_id","sentence")
);
--> statement-breakpoint
CREATE TABLE "look" (
	"person_id" text NOT NULL,
	"initiative_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"activity_id" bigint NOT NULL,
	CONSTRAINT "look_person_id_initiative_id_pk" PRIMARY KEY("person_id","initiative_id")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"initiative_id" text NOT NULL,
	"person_id" text NOT NULL,
	"seat" text NOT NULL,
	"perspectives" jsonb NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone,
	CONSTRAINT "membership_initiative_id_person_id_pk" PRIMARY KEY("initiative_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"standing" text NOT NULL,
	"name_shown" text NOT NULL,
	"role_title" text NOT NULL,
	"title_shown" boolean NOT NULL,
	"site_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_group" (
	"person_id" text NOT NULL,
	"group_id" text NOT NULL,
	CONSTRAINT "person_group_person_id_group_id_pk" PRIMARY KEY("person_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "place" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"demo" boolean NOT NULL,
	"open_to_read" boolean NOT NULL,
	"kept_by" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pledge" (
	"id" text PRIMARY KEY NOT NULL,
	"initiative_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"what" text NOT NULL,
	"until" text,
	"state" text NOT NULL,
	"why" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"confirmed_by" text,
	"confirmed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "site" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"archived_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "spark" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"search_text" text NOT NULL,
	"site_id" text,
	"author_id" text,
	"name_shown" text NOT NULL,
	"perspectives" jsonb NOT NULL,
	"present" text NOT NULL,
	"edit_secret_hash" text,
	"bring_in_id" text,
	"replied_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "spark_comment" (
	"id" text PRIMARY KEY NOT NULL,
	"spark_id" text NOT NULL,
	"person_id" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "try_as" (
	"person_id" text PRIMARY KEY NOT NULL,
	"note" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unnamed_quota" (
	"key" text PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean NOT NULL,
	"image" text,
	"is_anonymous" boolean,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_site" ADD CONSTRAINT "initiative_site_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_spark" ADD CONSTRAINT "initiative_spark_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kindling" ADD CONSTRAINT "kindling_spark_id_spark_id_fk" FOREIGN KEY ("spark_id") REFERENCES "public"."spark"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_group" ADD CONSTRAINT "person_group_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spark_comment" ADD CONSTRAINT "spark_comment_spark_id_spark_id_fk" FOREIGN KEY ("spark_id") REFERENCES "public"."spark"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_initiative" ON "activity" USING btree ("initiative_id","id");--> statement-breakpoint
CREATE INDEX "activity_at" ON "activity" USING btree ("at");--> statement-breakpoint
CREATE INDEX "ask_initiative" ON "ask" USING btree ("initiative_id","created_at");--> statement-breakpoint
CREATE INDEX "ask_person" ON "ask" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "board_element_kind" ON "board_element" USING btree ("kind","state");--> statement-breakpoint
CREATE INDEX "endorsement_person" ON "endorsement" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "initiative_moved" ON "initiative" USING btree ("moved_at");--> statement-breakpoint
CREATE INDEX "initiative_spark_spark" ON "initiative_spark" USING btree ("spark_id");--> statement-breakpoint
CREATE INDEX "invitation_person" ON "invitation" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "invitation_initiative" ON "invitation" USING btree ("initiative_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invite_secret" ON "invite" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "invite_initiative" ON "invite" USING btree ("initiative_id");--> statement-breakpoint
CREATE INDEX "membership_person" ON "membership" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_user" ON "person" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "pledge_initiative" ON "pledge" USING btree ("initiative_id","created_at");--> statement-breakpoint
CREATE INDEX "pledge_person" ON "pledge" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "spark_wall" ON "spark" USING btree ("created_at","id") WHERE "spark"."state" <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "spark_state" ON "spark" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "spark_site" ON "spark" USING btree ("site_id","created_at");--> statement-breakpoint
CREATE INDEX "spark_bring_in" ON "spark" USING btree ("bring_in_id");--> statement-breakpoint
CREATE INDEX "spark_comment_spark" ON "spark_comment" USING btree ("spark_id","created_at");