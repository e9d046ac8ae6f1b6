-- id: ORG-02
-- severity: high
-- subject: connection
-- title:
--   en-us: Secrets of connections are rotated within 180 days
--   fr-fr: Les secrets des connexions sont renouvelés sous 180 jours
--   nl-nl: Geheimen van verbindingen worden binnen 180 dagen vernieuwd
--   kk-kz: Қосылымдардың құпиялары 180 күн ішінде жаңартылады
--   ar-sa: تُجدَّد أسرار الاتصالات خلال 180 يومًا
-- criterion:
--   en-us: |
--     A key, password or token of a connection is at most 180 days old. Connections that sign in
--     without a stored secret are no case.
-- remedy:
--   en-us: Rotate the secret in the key vault and at the service.
-- controls:
--   iso27001: ["A.5.17", "A.8.24"]
-- fixtures:
--   - name: rotated last month
--     subject: c1
--     outcome: pass
--     snapshot: |
--       {"connections": [{"connectionId": "c1", "credential": {"method": "apiKey", "lastRotatedUtc": "2025-05-01T00:00:00Z"}}]}
--   - name: rotated years ago
--     subject: c1
--     outcome: fail
--     snapshot: |
--       {"connections": [{"connectionId": "c1", "credential": {"method": "password", "lastRotatedUtc": "2023-05-01T00:00:00Z"}}]}
--   - name: exactly 180 days ago
--     subject: c1
--     outcome: pass
--     snapshot: |
--       {"connections": [{"connectionId": "c1", "credential": {"method": "token", "lastRotatedUtc": "2024-12-03T00:00:00Z"}}]}
--   - name: nobody looked when
--     subject: c1
--     outcome: unknown
--     snapshot: |
--       {"connections": [{"connectionId": "c1", "credential": {"method": "apiKey"}}]}
--   - name: signs in by a person
--     subject: c1
--     outcome: notApplicable
--     snapshot: |
--       {"connections": [{"connectionId": "c1", "credential": {"method": "oauth"}}]}
with ages as (
  select
    _subject,
    credential_method as method,
    credential_lastRotatedUtc as lastRotated,
    audit.now_days - credential_lastRotatedUtc_days as age
  from connections, audit
)
select
  _subject as subject,
  case
    when method in ('oauth', 'managedIdentity', 'none') then 'notApplicable'
    when method is null or age is null then 'unknown'
    when age <= 180 then 'pass'
    else 'fail'
  end as outcome,
  case
    when method in ('oauth', 'managedIdentity', 'none') then 'The connection stores no secret.'
    when method is null then 'The snapshot doesn''t say how the connection signs in.'
    when age is null then 'The snapshot doesn''t say when the secret was rotated.'
    when age > 180 then 'The secret was rotated ' || cast(age as integer) || ' days ago.'
  end as reason,
  method,
  lastRotated
from ages
