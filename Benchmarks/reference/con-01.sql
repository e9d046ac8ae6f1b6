-- CON-01: every connection that needs a transfer consent has a complete record of one.
WITH recorded AS (
  SELECT DISTINCT subjectId FROM consents
  WHERE subjectType = 'connection' AND state = 'accepted'
    AND acceptedBy IS NOT NULL AND acceptedUtc IS NOT NULL
), needs AS (
  SELECT c.connectionId, CASE
    WHEN s.type IS NULL THEN NULL                            -- a type that the catalogue doesn't know
    WHEN NOT s.everNeeded THEN false
    WHEN c.createdUtc::DATE < s.since THEN NULL              -- the step came later
    ELSE t.needed END AS needed
  FROM connections c
  LEFT JOIN services s ON s.type = c.type
  ASOF LEFT JOIN steps t ON t.type = c.type AND t.validFrom <= c.createdUtc::DATE
), outcomes AS (
  SELECT CASE
    WHEN n.needed = false THEN 'notApplicable'
    WHEN r.subjectId IS NOT NULL THEN 'pass'
    WHEN n.needed THEN 'fail'
    ELSE 'unknown' END AS outcome
  FROM needs n LEFT JOIN recorded r ON r.subjectId = n.connectionId
)
SELECT 'CON-01' AS rule, count(*) FILTER (outcome = 'pass') AS pass,
  count(*) FILTER (outcome = 'fail') AS fail, count(*) FILTER (outcome = 'unknown') AS "unknown",
  count(*) FILTER (outcome = 'notApplicable') AS notApplicable, 0 AS accepted
FROM outcomes;
