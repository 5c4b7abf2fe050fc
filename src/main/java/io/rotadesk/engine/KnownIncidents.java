package io.rotadesk.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * Does not look for incidents of a job whose execution has none. The engine keeps in the row of each execution whether
 * there are any; a job's number of retries would not tell, since it can be raised while its incident stays.
 */
class KnownIncidents extends IncidentManager {

    @Override
    public List<Incident> findIncidentByConfigurationAndIncidentType(String configuration, String type) {
        return isJobWithoutIncidents(configuration)
                ? new ArrayList<>()
                : super.findIncidentByConfigurationAndIncidentType(configuration, type);
    }

    private boolean isJobWithoutIncidents(String id) {
        JobEntity job = id == null ? null : getDbEntityManager().getCachedEntity(JobEntity.class, id);
        ExecutionEntity execution = job == null || job.getExecutionId() == null
                ? null
                : getDbEntityManager().getCachedEntity(ExecutionEntity.class, job.getExecutionId());
        return execution != null && execution.getIncidents().isEmpty();
    }
}
