-- Each limit is a number of days and their kind. Until now all of them were working days, and the shorter profile was called
-- urgent: units that are there keep what they have until they change it (decision 0070).
update petition_settings set settings =
  '{"ordinaryAcceptKind": "WORKING", "ordinaryHandleKind": "WORKING", "ordinaryExtendKind": "WORKING",
    "ordinaryReviewKind": "WORKING"}'::jsonb
  || jsonb_build_object(
       'simpleAcceptDays', coalesce(settings -> 'urgentAcceptDays', '3'),
       'simpleHandleDays', coalesce(settings -> 'urgentHandleDays', '15'),
       'simpleExtendDays', coalesce(settings -> 'urgentExtendDays', '10'),
       'simpleReviewDays', coalesce(settings -> 'urgentReviewDays', '10'))
  || (settings - array['urgentAcceptDays', 'urgentHandleDays', 'urgentExtendDays', 'urgentReviewDays']);

-- Units without settings had the defaults: those at the top of their tree have them as their own now, and those below follow.
insert into petition_settings (unit_id, settings)
  select u.id, '{"ordinaryAcceptKind": "WORKING", "ordinaryHandleKind": "WORKING", "ordinaryExtendKind": "WORKING",
                 "ordinaryReviewKind": "WORKING", "simpleHandleDays": 15}'::jsonb
  from unit u left join unit above on above.id = u.parent_id
  where u.kind = 'PETITION' and above.kind is distinct from 'PETITION'
  on conflict (unit_id) do nothing;

-- Important matters that are under way have the ordinary limits from here on. What petitioners were told stays.
update matter set profile = 'ORDINARY' where profile = 'URGENT';
