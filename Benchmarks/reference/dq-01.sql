-- DQ-01: every id that a record uses leads to a record of the same snapshot, and the record belongs
-- to the snapshot's environment. What ran may have been removed since. A section that isn't complete
-- may hide records: one more outcome, unknown.
WITH environment AS (SELECT environment.instanceId AS id FROM manifest),
broken AS (
  SELECT
    (SELECT count(*) FROM manifest WHERE environment.ownerPrincipalId IS NOT NULL
      AND environment.ownerPrincipalId NOT IN (SELECT principalId FROM principals))
    + (SELECT count(*) FROM (SELECT unnest(roleAssignments).principalId AS id FROM manifest)
      WHERE id NOT IN (SELECT principalId FROM principals))
    + (SELECT count(*) FROM connections c
      LEFT JOIN principals a ON a.principalId = c.createdBy
      LEFT JOIN principals b ON b.principalId = c.updatedBy
      LEFT JOIN principals d ON d.principalId = c.ownerPrincipalId
      LEFT JOIN principals f ON f.principalId = c.sharing.approvedBy
      LEFT JOIN principals g ON g.principalId = c.credential.ownerPrincipalId
      CROSS JOIN environment v
      WHERE (c.createdBy IS NOT NULL AND a.principalId IS NULL)
        OR (c.updatedBy IS NOT NULL AND b.principalId IS NULL)
        OR (c.ownerPrincipalId IS NOT NULL AND d.principalId IS NULL)
        OR (c.sharing.approvedBy IS NOT NULL AND f.principalId IS NULL)
        OR (c.credential.ownerPrincipalId IS NOT NULL AND g.principalId IS NULL)
        OR c.connectionId IN (SELECT connectionId FROM (
          SELECT connectionId, unnest(allowedPrincipals) AS id FROM connections)
          WHERE id NOT IN (SELECT principalId FROM principals))
        OR c.instanceId <> v.id)
    + (SELECT count(*) FROM consents k
      LEFT JOIN connections c ON c.connectionId = k.subjectId AND k.subjectType = 'connection'
      LEFT JOIN principals a ON a.principalId = k.acceptedBy
      CROSS JOIN environment v
      WHERE c.connectionId IS NULL OR (k.acceptedBy IS NOT NULL AND a.principalId IS NULL)
        OR k.instanceId <> v.id)
    + (SELECT count(*) FROM exports e
      LEFT JOIN connections c ON c.connectionId = e.connectionId
      LEFT JOIN principals a ON a.principalId = e.createdBy
      LEFT JOIN principals b ON b.principalId = e.updatedBy
      LEFT JOIN principals d ON d.principalId = e.ownerPrincipalId
      LEFT JOIN (SELECT DISTINCT exportId FROM (
          SELECT exportId, unnest(items).name AS name FROM exports) i
        ANTI JOIN segments s ON s.name = i.name) w ON w.exportId = e.exportId
      CROSS JOIN environment v
      WHERE (e.connectionId IS NOT NULL AND c.connectionId IS NULL)
        OR (e.createdBy IS NOT NULL AND a.principalId IS NULL)
        OR (e.updatedBy IS NOT NULL AND b.principalId IS NULL)
        OR (e.ownerPrincipalId IS NOT NULL AND d.principalId IS NULL)
        OR w.exportId IS NOT NULL OR e.instanceId <> v.id)
    + (SELECT count(*) FROM runs r
      LEFT JOIN principals a ON a.principalId = r.submittedBy
      WHERE r.submittedBy IS NOT NULL AND a.principalId IS NULL) AS records
), read AS (
  SELECT 2 + (SELECT sum(len(roleAssignments)) FROM manifest) + (SELECT count(*) FROM principals)
    + (SELECT count(*) FROM connections) + (SELECT count(*) FROM consents)
    + (SELECT count(*) FROM segments) + (SELECT count(*) FROM exports)
    + (SELECT count(*) FROM runs) AS records
), hidden AS (
  SELECT count(*) > 0 AS some FROM (
    SELECT unnest(['principals', 'roleAssignments', 'connections', 'consents', 'exports',
      'enrichments', 'segments', 'tables', 'schedules', 'runs', 'keyVaults', 'agreements',
      'transferRecords', 'deletions', 'contractLimits', 'exceptions', 'agreeSurfaces']) AS name
    EXCEPT SELECT s.section FROM (SELECT unnest(collection.sources) AS s FROM manifest)
      WHERE s.complete)
)
SELECT 'DQ-01' AS rule, (read.records - broken.records)::BIGINT AS pass, broken.records AS fail,
  CASE WHEN hidden.some THEN 1 ELSE 0 END AS "unknown", 0 AS notApplicable, 0 AS accepted
FROM read, broken, hidden;
