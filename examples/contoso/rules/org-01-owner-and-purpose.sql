-- id: ORG-01
-- severity: medium
-- subject: export
-- title:
--   en-us: Active exports have an owner and a purpose
--   fr-fr: Les exportations actives ont un responsable et une finalité
--   nl-nl: Actieve exports hebben een eigenaar en een doel
--   kk-kz: Белсенді экспорттардың иесі мен мақсаты бар
--   ar-sa: للصادرات النشطة مالك وغرض
-- criterion:
--   en-us: Every active export names an accountable owner and the purpose of the transfer.
--   fr-fr: Chaque exportation active nomme un responsable et la finalité du transfert.
--   nl-nl: Elke actieve export noemt een verantwoordelijke eigenaar en het doel van de doorgifte.
--   kk-kz: Әрбір белсенді экспорт жауапты иесін және деректерді беру мақсатын атайды.
--   ar-sa: يذكر كل تصدير نشط مالكًا مسؤولًا والغرض من النقل.
-- remedy:
--   en-us: Name the owner and the purpose in the register of exports, then collect again.
--   fr-fr: Nommez le responsable et la finalité dans le registre des exportations, puis refaites la collecte.
--   nl-nl: Noem de eigenaar en het doel in het register van exports en verzamel opnieuw.
--   kk-kz: Экспорттар тізілімінде иесі мен мақсатын көрсетіп, деректерді қайта жинаңыз.
--   ar-sa: سمِّ المالك والغرض في سجل عمليات التصدير، ثم أعد الجمع.
-- controls:
--   gdpr: ["5(1)(b)", "5(2)"]
-- fixtures:
--   - name: both are named
--     subject: e1
--     outcome: pass
--     complete: [exports]
--     snapshot: |
--       {"exports": [{"exportId": "e1", "state": "active", "ownerPrincipalId": "p", "purpose": "ads"}]}
--   - name: nobody looked for the owner
--     subject: e1
--     outcome: unknown
--     snapshot: |
--       {"exports": [{"exportId": "e1", "state": "active", "purpose": "ads"}]}
--   - name: there is no purpose
--     subject: e1
--     outcome: fail
--     snapshot: |
--       {"exports": [{"exportId": "e1", "state": "active", "purpose": null}]}
--   - name: an inactive export is no case
--     subject: e1
--     outcome: notApplicable
--     snapshot: |
--       {"exports": [{"exportId": "e1", "state": "inactive"}]}
select
  _subject as subject,
  case
    when state = 'inactive' then 'notApplicable'
    when ownerPrincipalId_state = 'null' or purpose_state = 'null' then 'fail'
    when state = 'active' and ownerPrincipalId is not null and purpose is not null then 'pass'
    else 'unknown'
  end as outcome,
  case
    when state = 'inactive' then 'The export is inactive.'
    when ownerPrincipalId_state = 'null' then 'The export has no owner.'
    when purpose_state = 'null' then 'The export has no purpose.'
    when state is null then 'The snapshot doesn''t say whether the export is active.'
    when ownerPrincipalId is null then 'The snapshot doesn''t say who owns the export.'
    when purpose is null then 'The snapshot doesn''t say what the export is for.'
  end as reason,
  ownerPrincipalId as owner,
  purpose
from exports
