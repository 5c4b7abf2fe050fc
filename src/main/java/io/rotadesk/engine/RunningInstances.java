package io.rotadesk.engine;

/** Conditions on running instances for our SQL. */
public final class RunningInstances {

    /** How the ids of all activities begin that call another process; the gate sees to that in the models that we need. */
    static final String CALLS = "CallActivity";

    private RunningInstances() {}

    /**
     * A condition: no instance of the process runs for this business key, or the one that does has called another, at any
     * level below it, that is gone. An instance and its entry are written in one transaction, so one statement sees both or
     * neither.
     *
     * @param process the id of the process in its model; ours, never a user's word
     * @param businessKey SQL for the key
     */
    public static String none(String process, String businessKey) {
        return """
                not exists (select from public.act_ru_execution running
                    where running.business_key_ = %s and running.parent_id_ is null
                      and running.proc_def_id_ in (select id_ from public.act_re_procdef where key_ = '%s')
                      and not exists (select from public.act_ru_execution instance
                        join public.act_ru_execution waiting on waiting.proc_inst_id_ = instance.id_
                        where instance.root_proc_inst_id_ = running.id_ and waiting.act_id_ like '%s%%'
                          and not exists (select from public.act_ru_execution child where child.parent_id_ = waiting.id_)
                          and not exists (select from public.act_ru_execution called where called.super_exec_ = waiting.id_)
                          and not exists (select from public.act_ru_job job where job.execution_id_ = waiting.id_)))
                """.formatted(businessKey, process, CALLS);
    }
}
