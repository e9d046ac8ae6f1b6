-- The columns that the four rules need, read once. $folder is replaced by the snapshot's folder,
-- $facts by the folder with the catalogue's facts.
CREATE TEMP TABLE manifest AS SELECT * FROM read_json('$folder/manifest.json', columns = {
  environment: 'STRUCT(instanceId VARCHAR, ownerPrincipalId VARCHAR)',
  collection: 'STRUCT(collectedUtc TIMESTAMP, sources STRUCT("section" VARCHAR, complete BOOLEAN)[])',
  roleAssignments: 'STRUCT(principalId VARCHAR)[]'});
CREATE TEMP TABLE principals AS SELECT * FROM read_ndjson('$folder/principals.ndjson', columns = {
  principalId: 'VARCHAR'});
CREATE TEMP TABLE connections AS SELECT * FROM read_ndjson('$folder/connections.ndjson', columns = {
  connectionId: 'VARCHAR', type: 'VARCHAR', instanceId: 'VARCHAR', createdBy: 'VARCHAR',
  createdUtc: 'TIMESTAMP', updatedBy: 'VARCHAR', allowedPrincipals: 'VARCHAR[]',
  sharing: 'STRUCT(approvedBy VARCHAR)', target: 'STRUCT(accountIds STRUCT(id VARCHAR))',
  credential: 'STRUCT(ownerPrincipalId VARCHAR)', ownerPrincipalId: 'VARCHAR'});
CREATE TEMP TABLE consents AS SELECT * FROM read_ndjson('$folder/consents.ndjson', columns = {
  subjectType: 'VARCHAR', subjectId: 'VARCHAR', instanceId: 'VARCHAR', state: 'VARCHAR',
  acceptedBy: 'VARCHAR', acceptedUtc: 'TIMESTAMP'});
CREATE TEMP TABLE segments AS SELECT * FROM read_ndjson('$folder/segments.ndjson', columns = {
  name: 'VARCHAR', members: 'BIGINT', countedUtc: 'TIMESTAMP'});
CREATE TEMP TABLE exports AS SELECT * FROM read_ndjson('$folder/exports.ndjson', columns = {
  exportId: 'VARCHAR', connectionId: 'VARCHAR', instanceId: 'VARCHAR', state: 'VARCHAR',
  detachedUtc: 'TIMESTAMP', items: 'STRUCT(kind VARCHAR, name VARCHAR)[]', createdBy: 'VARCHAR',
  updatedBy: 'VARCHAR', updatedUtc: 'TIMESTAMP', ownerPrincipalId: 'VARCHAR'});
CREATE TEMP TABLE runs AS SELECT * FROM read_ndjson('$folder/runs.ndjson', columns = {
  runId: 'VARCHAR', targetId: 'VARCHAR', submittedBy: 'VARCHAR', startUtc: 'TIMESTAMP',
  endUtc: 'TIMESTAMP', recordCount: 'BIGINT', recordCountSource: 'VARCHAR',
  status: 'VARCHAR'});
CREATE TEMP TABLE services AS SELECT * FROM read_csv('$facts/services.csv', columns = {
  type: 'VARCHAR', since: 'DATE', everNeeded: 'BOOLEAN'});
CREATE TEMP TABLE steps AS SELECT * FROM read_csv('$facts/steps.csv', columns = {
  type: 'VARCHAR', validFrom: 'DATE', needed: 'BOOLEAN'});
CREATE TEMP TABLE limits AS SELECT * FROM read_csv('$facts/limits.csv', columns = {
  type: 'VARCHAR', validFrom: 'DATE', kind: 'VARCHAR', maximum: 'BIGINT', scope: 'VARCHAR'});
