CREATE TABLE "pledge_news" (
	"n" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pledge_news_n_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"pledge_id" text NOT NULL,
	"line" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"moves" boolean NOT NULL,
	"from_day" text,
	"to_day" text
);
--> statement-breakpoint
ALTER TABLE "test_room" ADD COLUMN "end_told" integer;--> statement-breakpoint
CREATE UNIQUE INDEX "pledge_news_id" ON "pledge_news" USING btree ("id");--> statement-breakpoint
CREATE INDEX "pledge_news_pledge" ON "pledge_news" USING btree ("pledge_id","n");--> statement-breakpoint
CREATE INDEX "invitation_asked_back" ON "invitation" USING btree ("answer","came_back_at","ask_after");--> statement-breakpoint
CREATE INDEX "test_room_state" ON "test_room" USING btree ("state");