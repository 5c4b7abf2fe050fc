package io.rotadesk.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationManager;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Deletes the variables that a command deletes with one statement, and so its executions and event subscriptions. As
 * with the engine's own statements, one for each row, nothing is done if somebody else has changed or deleted one of the
 * rows.
 */
class DeletesTogether extends DbOperationManager {

    private static final Map<Class<?>, String> TABLES = Map.of(
            VariableInstanceEntity.class, "ACT_RU_VARIABLE",
            ExecutionEntity.class, "ACT_RU_EXECUTION",
            EventSubscriptionEntity.class, "ACT_RU_EVENT_SUBSCR");

    private static final String STATEMENT = "deleteGoneRows";
    private static final String ARRAY = ", typeHandler=org.apache.ibatis.type.ArrayTypeHandler}";
    private static final String SQL = "delete from ${table} using unnest(#{ids" + ARRAY + ", #{revisions" + ARRAY
            + ") as gone (id, revision) where ID_ = gone.id and REV_ = gone.revision";

    /** Makes the statement known to the engine's MyBatis. */
    static void addTo(Configuration mappings) {
        mappings.addMappedStatement(new MappedStatement.Builder(
                        mappings,
                        STATEMENT,
                        new XMLLanguageDriver().createSqlSource(mappings, SQL, GoneRowsEntity.class),
                        SqlCommandType.DELETE)
                .build());
    }

    /** The engine has put the deletes of one table next to each other, those of children before those of parents. */
    @Override
    public List<DbOperation> calculateFlush() {
        List<DbOperation> flush = new ArrayList<>();
        List<DbEntityOperation> same = new ArrayList<>();
        for (DbOperation operation : super.calculateFlush()) {
            boolean together = isDeleteOfMany(operation);
            if (!same.isEmpty() && (!together || same.get(0).getEntityType() != operation.getEntityType())) {
                flush.add(asOne(same));
                same = new ArrayList<>();
            }
            if (together) {
                same.add((DbEntityOperation) operation);
            } else {
                flush.add(operation);
            }
        }
        if (!same.isEmpty()) {
            flush.add(asOne(same));
        }
        return flush;
    }

    private static boolean isDeleteOfMany(DbOperation operation) {
        return operation.getOperationType() == DbOperationType.DELETE && TABLES.containsKey(operation.getEntityType());
    }

    private static DbOperation asOne(List<DbEntityOperation> deletes) {
        if (deletes.size() == 1) {
            return deletes.get(0);
        }
        List<DbEntity> rows = deletes.stream().map(DbEntityOperation::getEntity).toList();
        DbEntityOperation all = new AllOrNothing(rows.size());
        all.setOperationType(DbOperationType.DELETE);
        all.setEntity(new GoneRowsEntity(TABLES.get(deletes.get(0).getEntityType()), rows));
        return all;
    }

    /** Has failed if fewer rows were deleted than it names. */
    private static class AllOrNothing extends DbEntityOperation {

        private final int rows;

        AllOrNothing(int rows) {
            this.rows = rows;
        }

        @Override
        public void setState(State state) {
            super.setState(
                    state == State.APPLIED && getRowsAffected() < rows ? State.FAILED_CONCURRENT_MODIFICATION : state);
        }
    }
}
