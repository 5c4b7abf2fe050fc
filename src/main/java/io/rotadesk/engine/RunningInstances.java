package io.rotadesk.engine;

/** Conditions on running instances for our SQL. */
public final class RunningInstances {

    private RunningInstances() {}

    /**
     * A condition: no instance of the process runs for this business key. An instance and its entry are written in one
     * transaction, so one statement sees both or neither.
     *
     * @param process the id of the process in its model; ours, never a user's word
     * @param businessKey SQL for the key
     */
    public static String none(String process, String businessKey) {
        return """
                not exists (select from public.act_ru_execution running
                    where running.business_key_ = %s and running.parent_id_ is null
                      and running.proc_def_id_ in (select id_ from public.act_re_procdef where key_ = '%s'))
                """.formatted(businessKey, process);
    }
}
