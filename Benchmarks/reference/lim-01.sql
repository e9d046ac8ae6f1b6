-- LIM-01: an export sends no more profiles than its destination takes. What the latest run recorded
-- is the size; without it, segments give at least the largest and at most the sum of their members.
-- An export whose connection isn't there may send to any account.
WITH recorded AS (
  SELECT targetId, arg_max(recordCount, (startUtc, runId)) AS size, max(startUtc) AS counted
  FROM runs WHERE recordCountSource = 'recorded' AND recordCount IS NOT NULL
    AND (status IS NULL OR status = 'successful')
  GROUP BY targetId
), named AS (
  SELECT exportId, unnest(list_distinct([item.name for item in items])) AS name FROM exports
), summed AS (
  SELECT n.exportId, max(s.members) AS least, sum(s.members) AS most, max(s.countedUtc) AS counted
  FROM named n JOIN segments s ON s.name = n.name
  GROUP BY n.exportId
), sizes AS (
  SELECT e.exportId, e.connectionId, e.state,
    coalesce(r.size, s.least) AS least, coalesce(r.size, s.most) AS most,
    coalesce(r.counted, s.counted, m.collection.collectedUtc)::DATE AS counted,
    c.connectionId AS found, c.type, c.target.accountIds.id AS account
  FROM exports e CROSS JOIN manifest m
  LEFT JOIN recorded r ON r.targetId = e.exportId
  LEFT JOIN summed s ON s.exportId = e.exportId
  LEFT JOIN connections c ON c.connectionId = e.connectionId
), totals AS (
  SELECT type, account, max(least) AS least, sum(most) AS most
  FROM sizes WHERE found IS NOT NULL AND state <> 'inactive'
  GROUP BY type, account
), strays AS (
  SELECT coalesce(sum(most), 0) AS most FROM sizes WHERE connectionId IS NOT NULL AND found IS NULL AND state <> 'inactive'
), newest AS (
  SELECT type, arg_max(kind, validFrom) AS kind, arg_max(maximum, validFrom) AS maximum,
    arg_max(scope, validFrom) AS scope
  FROM limits GROUP BY type
), dated AS (
  SELECT z.*, k.type IS NOT NULL AS isKnown, l.type IS NOT NULL AS isDated,
    l.kind AS datedKind, l.maximum AS datedMaximum, l.scope AS datedScope
  FROM sizes z
  LEFT JOIN services k ON k.type = z.type
  ASOF LEFT JOIN limits l ON l.type = z.type AND l.validFrom <= z.counted
), limited AS (
  SELECT d.*, CASE WHEN d.isDated THEN d.datedKind ELSE n.kind END AS kind,
    CASE WHEN d.isDated THEN d.datedMaximum ELSE n.maximum END AS maximum,
    CASE WHEN d.isDated THEN d.datedScope ELSE n.scope END AS scope
  FROM dated d LEFT JOIN newest n ON n.type = d.type
), judged AS (
  SELECT l.*,
    kind IN ('limit', 'recommendation') AND maximum IS NOT NULL AND scope IS NOT NULL AS isLimited,
    CASE WHEN scope = 'total' AND state <> 'inactive' THEN t.least ELSE l.least END AS lower,
    CASE WHEN scope = 'total' AND state <> 'inactive' THEN t.most + x.most ELSE l.most END AS upper
  FROM limited l CROSS JOIN strays x LEFT JOIN totals t ON t.type = l.type AND t.account = l.account
), outcomes AS (
  SELECT CASE
    WHEN connectionId IS NULL THEN 'notApplicable'
    WHEN found IS NULL OR NOT isKnown THEN 'unknown'
    WHEN NOT coalesce(isLimited, false) THEN 'notApplicable'
    WHEN lower > maximum THEN CASE kind WHEN 'limit' THEN 'fail' ELSE 'pass' END
    WHEN upper <= maximum THEN 'pass'
    ELSE 'unknown' END AS outcome
  FROM judged
)
SELECT 'LIM-01' AS rule, count(*) FILTER (outcome = 'pass') AS pass,
  count(*) FILTER (outcome = 'fail') AS fail, count(*) FILTER (outcome = 'unknown') AS "unknown",
  count(*) FILTER (outcome = 'notApplicable') AS notApplicable, 0 AS accepted
FROM outcomes;
