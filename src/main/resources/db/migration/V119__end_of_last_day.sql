-- A deadline was stored as the beginning of the day after its last day, and Tasklist showed that day. It is the last second of
-- its last day now.
update matter set due_at = due_at - interval '1 second' where extract(second from due_at) = 0;
update matter_missed_deadline set due_at = due_at - interval '1 second' where extract(second from due_at) = 0;
update matter_round set due_at = due_at - interval '1 second' where extract(second from due_at) = 0;
update matter_plan set deadline = deadline - interval '1 second' where extract(second from deadline) = 0;
update matter_extension set asked_until = asked_until - interval '1 second' where extract(second from asked_until) = 0;
update matter_extension set until = until - interval '1 second' where extract(second from until) = 0;

-- Tasks that are open, if the engine has made its tables. Timers that are set fire a second later, which is harmless.
do $$
begin
  if to_regclass('public.act_ru_task') is not null then
    update public.act_ru_task set due_date_ = due_date_ - interval '1 second'
      where extract(second from due_date_) = 0
        and task_def_key_ in ('Task_ReportToSuperior', 'Task_GiveInstruction', 'Task_ReadInstruction', 'Task_SetHandlingPlan',
          'Task_HandleMatter', 'Task_DecideExtension', 'Task_TellExtension', 'Task_Coordinate', 'Task_ReplyToPetitioner',
          'Task_ProposeTransfer', 'Task_AcceptTransfer', 'Task_DecideTransfer', 'Task_NameResponsible', 'Task_SignOffSummary');
  end if;
end $$;
