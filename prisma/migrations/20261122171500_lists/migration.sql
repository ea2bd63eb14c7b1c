-- How many items are open in each queue, kept beside the items so that a page need not count a hundred thousand of them.
-- Every change of items adds rows here and changes none, so commits never wait for each other; a sum over the rows of an
-- institution is its count. Readers merge rows when there are many (see api/tasks/count-tasks.ts), which changes no sum.
CREATE TABLE "work_item_counts" (
  "institution_id" VARCHAR(20) NOT NULL,
  "due_on" DATE NOT NULL,
  -- Without the number of its repetition.
  "step" VARCHAR(60) NOT NULL,
  "urgency_class" VARCHAR(1),
  "acts" BOOLEAN NOT NULL,
  "open" INTEGER NOT NULL,
  "merged" BOOLEAN NOT NULL DEFAULT false
);
CREATE INDEX "work_item_counts_institution" ON "work_item_counts" ("institution_id")
  INCLUDE ("due_on", "step", "urgency_class", "acts", "open", "merged");

INSERT INTO "work_item_counts" ("institution_id", "due_on", "step", "urgency_class", "acts", "open", "merged")
SELECT "institution_id", "due_on", split_part("step", '#', 1), "urgency_class", "acts", count(*), true
FROM "work_items" WHERE "closed_at" IS NULL GROUP BY 1, 2, 3, 4, 5;

CREATE FUNCTION "count_work_items"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO work_item_counts (institution_id, due_on, step, urgency_class, acts, open)
    SELECT institution_id, due_on, split_part(step, '#', 1), urgency_class, acts, count(*)
    FROM added WHERE closed_at IS NULL GROUP BY 1, 2, 3, 4, 5;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO work_item_counts (institution_id, due_on, step, urgency_class, acts, open)
    SELECT institution_id, due_on, split_part(step, '#', 1), urgency_class, acts, -count(*)
    FROM removed WHERE closed_at IS NULL GROUP BY 1, 2, 3, 4, 5;
  ELSE
    INSERT INTO work_item_counts (institution_id, due_on, step, urgency_class, acts, open)
    SELECT institution_id, due_on, split_part(step, '#', 1), urgency_class, acts, sum(change)
    FROM (SELECT *, 1 AS change FROM added WHERE closed_at IS NULL
          UNION ALL SELECT *, -1 FROM removed WHERE closed_at IS NULL) changes
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "work_items_added" AFTER INSERT ON "work_items" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "count_work_items"();
CREATE TRIGGER "work_items_changed" AFTER UPDATE ON "work_items" REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "count_work_items"();
CREATE TRIGGER "work_items_removed" AFTER DELETE ON "work_items" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "count_work_items"();

GRANT SELECT, INSERT, DELETE ON "work_item_counts" TO dosar_app;

-- The files that an officer registered, in the queue.
CREATE INDEX "work_items_officer" ON "work_items" ("officer_id", "institution_id", "due_on") WHERE "closed_at" IS NULL;
-- A file by the beginning of its number.
CREATE INDEX "cases_registration_number_prefix" ON "cases" ("registration_number" varchar_pattern_ops);
CREATE INDEX "cases_ministry_number_prefix" ON "cases" ("ministry_number" varchar_pattern_ops);
-- The audit log and the outbox of an institution, newest first.
CREATE INDEX "audit_log_institution" ON "audit_log" ("institution_id", "id" DESC);
CREATE INDEX "messages_newest" ON "messages" ("planned_at" DESC, "id" DESC);
