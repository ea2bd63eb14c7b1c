-- Letters of the time before outboxes: each stands in that of its recipient's house, or of the file's DSP.
UPDATE "messages" m SET "institution_id" = coalesce(
  (SELECT b."institution_id" FROM "memberships" b WHERE b."user_id" = m."recipient_id"
     ORDER BY b."institution_id" IN (c."dsp_id", c."cst_id", c."ministry_id") DESC, b."institution_id" LIMIT 1),
  c."dsp_id")
FROM "cases" c WHERE c."id" = m."case_id" AND m."institution_id" IS NULL;
