-- LIF-01: an export that lost its connection is attached again or removed within 30 days, judged at
-- the time of collection. Without a time of detachment an old last change decides.
WITH ages AS (
  SELECT e.connectionId IS NULL AS isDetached, e.detachedUtc IS NULL AS isBound,
    m.collection.collectedUtc - coalesce(e.detachedUtc, e.updatedUtc) > INTERVAL 30 DAY AS isOver
  FROM exports e CROSS JOIN manifest m
), outcomes AS (
  SELECT CASE
    WHEN NOT isDetached THEN 'notApplicable'
    WHEN isOver THEN 'fail'
    WHEN isOver IS NULL OR isBound THEN 'unknown'
    ELSE 'pass' END AS outcome
  FROM ages
)
SELECT 'LIF-01' AS rule, count(*) FILTER (outcome = 'pass') AS pass,
  count(*) FILTER (outcome = 'fail') AS fail, count(*) FILTER (outcome = 'unknown') AS "unknown",
  count(*) FILTER (outcome = 'notApplicable') AS notApplicable, 0 AS accepted
FROM outcomes;
