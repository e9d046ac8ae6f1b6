/* id: ORG-03
severity: high
subject: segment
reads: [exports, connections]
title:
  en-us: Segments sent to third parties filter by consent
  fr-fr: Les segments envoyés à des tiers filtrent selon le consentement
  nl-nl: Segmenten die naar derden gaan, filteren op toestemming
  kk-kz: Үшінші тараптарға жіберілетін сегменттер келісім бойынша сүзіледі
  ar-sa: الشرائح المرسلة إلى أطراف ثالثة تُرشَّح حسب الموافقة
criterion:
  en-us: |
    A segment that an active export sends to a service of a third party has a rule that takes
    persons without consent out.
  fr-fr: |
    Un segment qu’une exportation active envoie au service d’un tiers a une règle qui écarte les
    personnes sans consentement.
  nl-nl: |
    Een segment dat een actieve export naar de dienst van een derde stuurt, heeft een regel die
    personen zonder toestemming weglaat.
  kk-kz: |
    Белсенді экспорт үшінші тараптың қызметіне жіберетін сегментте келісімі жоқ адамдарды шығарып
    тастайтын ереже бар.
  ar-sa: |
    للشريحة التي يرسلها تصدير نشط إلى خدمة طرف ثالث قاعدة تستبعد الأشخاص الذين لا موافقة لهم.
controls:
  gdpr: ["6(1)(a)", "7"]
fixtures:
  - name: sent without a rule
    subject: A
    outcome: fail
    snapshot: |
      {"segments": [{"name": "A", "consentRule": null}],
       "exports": [{"exportId": "e", "state": "active", "connectionId": "c",
         "items": [{"kind": "segment", "name": "A"}]}],
       "connections": [{"connectionId": "c", "type": "mailchimp"}]}
  - name: sent with a rule
    subject: A
    outcome: pass
    snapshot: |
      {"segments": [{"name": "A", "consentRule": {"mode": "include", "purpose": "ads"}}],
       "exports": [{"exportId": "e", "state": "active", "connectionId": "c",
         "items": [{"kind": "segment", "name": "A"}]}],
       "connections": [{"connectionId": "c", "type": "mailchimp"}]}
  - name: nobody looked for the rule
    subject: A
    outcome: unknown
    snapshot: |
      {"segments": [{"name": "A"}],
       "exports": [{"exportId": "e", "state": "active", "connectionId": "c",
         "items": [{"kind": "segment", "name": "A"}]}],
       "connections": [{"connectionId": "c", "type": "mailchimp"}]}
  - name: the exports are not known
    subject: A
    outcome: unknown
    snapshot: |
      {"segments": [{"name": "A", "consentRule": null}]}
  - name: sent to storage of one's own
    subject: A
    outcome: notApplicable
    complete: [exports, connections]
    snapshot: |
      {"segments": [{"name": "A", "consentRule": null}],
       "exports": [{"exportId": "e", "state": "active", "connectionId": "c",
         "items": [{"kind": "segment", "name": "A"}]}],
       "connections": [{"connectionId": "c", "type": "azure-blob-storage"}]}
*/
with sent as (
  select items.name, min(services.title) as service
  from exports_items as items
  join exports on exports._row = items._row and exports.state = 'active'
  join connections on connections.connectionId = exports.connectionId
  join services on services.slug = connections.type_slug and services.party = 'thirdParty'
  where items.kind = 'segment'
  group by items.name
),
known as (
  select count(*) = 2 as isComplete
  from sections where name in ('exports', 'connections') and isComplete = 1
)
select
  segments._subject as subject,
  case
    when sent.service is null and known.isComplete then 'notApplicable'
    when sent.service is null then 'unknown'
    when consentRule_mode is not null or consentRule_purpose is not null then 'pass'
    when consentRule_mode_state = 'null' then 'fail'
    else 'unknown'
  end as outcome,
  case
    when sent.service is null and known.isComplete then 'No third party gets the segment.'
    when sent.service is null then 'Not all exports are known.'
    when consentRule_mode_state = 'null' then 'The segment goes to ' || sent.service || ' without a consent rule.'
    when consentRule_mode is null and consentRule_purpose is null
      then 'The snapshot doesn''t say whether the segment has a consent rule.'
  end as reason,
  sent.service
from segments
left join sent on sent.name = segments.name
cross join known
