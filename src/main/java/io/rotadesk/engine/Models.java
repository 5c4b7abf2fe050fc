package io.rotadesk.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The deployed models, for the people who look after them. Reads only; the engine's web applications deploy. */
@Component
@Transactional(readOnly = true)
public class Models {

    /** More versions of one model are not listed. */
    private static final int LISTED = 200;

    /** The engine keeps each kind in a table of its own. */
    private static final String ALL = """
            with model as (
              select 'PROCESS' as kind, key_, name_, version_, deployment_id_, resource_name_ from act_re_procdef
                where tenant_id_ is null
              union all
              select 'DECISION', key_, name_, version_, deployment_id_, resource_name_ from act_re_decision_def
                where tenant_id_ is null
              union all
              select 'FORM', key_, cast(null as text), version_, deployment_id_, resource_name_ from act_re_camformdef
                where tenant_id_ is null)
            """;

    private static final String VERSIONS = ALL + """
            select m.*, d.name_ as remark, d.deploy_time_, w.deployed_by from model m
            join act_re_deployment d on d.id_ = m.deployment_id_
            left join model_deployment w on w.deployment_id = m.deployment_id_
            """;

    private final JdbcClient db;
    private final ModelCheck check;
    private final EngineWording words;
    private final Actor actor;
    private final Clock clock;

    Models(JdbcClient db, ModelCheck check, EngineWording words, Actor actor, Clock clock) {
        this.db = db;
        this.check = check;
        this.words = words;
        this.actor = actor;
        this.clock = clock;
    }

    /** All models in force: processes, decisions, forms, each by name. */
    public List<ModelVersion> inForce() {
        return db
                .sql("select distinct on (kind, key_) * from (" + VERSIONS
                        + ") each order by kind, key_, version_ desc")
                .query(Models::version)
                .list()
                .stream()
                .sorted(Comparator.comparing(ModelVersion::kind).thenComparing(ModelVersion::name))
                .toList();
    }

    /** All versions of a model, the one in force first; empty for an unknown key. */
    public List<ModelVersion> versions(ModelKind kind, String key) {
        return db.sql(VERSIONS + " where m.kind = :kind and m.key_ = :key order by m.version_ desc limit :listed")
                .param("kind", kind.name())
                .param("key", key)
                .param("listed", LISTED)
                .query(Models::version)
                .list();
    }

    /**
     * The file of a version, as it was deployed.
     *
     * @throws NoSuchElementException if there is no such version
     */
    public byte[] file(ModelKind kind, String key, int version) {
        return db.sql(ALL + """
                        select b.bytes_ from model m
                        join act_ge_bytearray b on b.deployment_id_ = m.deployment_id_ and b.name_ = m.resource_name_
                        where m.kind = :kind and m.key_ = :key and m.version_ = :version
                        """)
                .param("kind", kind.name())
                .param("key", key)
                .param("version", version)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no version " + version + " of " + key));
    }

    /** The number of running instances that stand at each element of a process, in all its versions. */
    public Map<String, Long> underWay(String process) {
        Map<String, Long> standing = new LinkedHashMap<>();
        db.sql("""
                        select e.act_id_, count(*) from act_ru_execution e
                        join act_re_procdef d on d.id_ = e.proc_def_id_
                        where d.key_ = :key and e.is_active_ and e.act_id_ is not null group by e.act_id_ order by e.act_id_
                        """).param("key", process).query((RowCallbackHandler)
                row -> standing.put(row.getString(1), row.getLong(2)));
        return standing;
    }

    /** The number of running instances of each process, by its key; without those that have none. */
    public Map<String, Long> instances() {
        Map<String, Long> running = new LinkedHashMap<>();
        db.sql("""
                        select d.key_, count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                        where e.parent_id_ is null group by d.key_
                        """).query((RowCallbackHandler) row -> running.put(row.getString(1), row.getLong(2)));
        return running;
    }

    /**
     * What changed from one version to another, in the order of the later file.
     *
     * @throws NoSuchElementException if one of them does not exist
     */
    public List<ModelChange> changes(ModelKind kind, String key, int from, int to) {
        return ModelDifference.between(kind, file(kind, key, from), file(kind, key, to));
    }

    /** With what warnings the version was taken: sentences in the reader's language. */
    public List<String> warnings(ModelVersion version) {
        return check
                .findings(Map.of(bare(version.file()), file(version.kind(), version.key(), version.version())))
                .stream()
                .filter(ModelFinding::isWarning)
                .map(finding -> finding.text(words))
                .toList();
    }

    /**
     * Where a text stands in the models in force: in names, documentation, expressions, rules, fields.
     *
     * @param text without regard to case; blank finds nothing
     * @param atMost no more places than this
     */
    public List<ModelPlace> search(String text, int atMost) {
        String sought = text.strip().toLowerCase(Locale.ROOT);
        if (sought.isEmpty()) {
            return List.of();
        }
        return inForce().stream()
                .flatMap(version -> places(version, sought))
                .limit(atMost)
                .toList();
    }

    private Stream<ModelPlace> places(ModelVersion version, String sought) {
        byte[] file = file(version.kind(), version.key(), version.version());
        return ModelFacts.of(version.kind(), file).values().stream()
                .flatMap(element -> element.properties().entrySet().stream()
                        .filter(property ->
                                property.getValue().toLowerCase(Locale.ROOT).contains(sought))
                        .limit(1)
                        .map(property -> new ModelPlace(
                                version, element.id(), element.name(), property.getKey(), property.getValue())));
    }

    /** Writes down who deploys. Called within the deployment's transaction. */
    @Transactional
    void deployed(String deploymentId) {
        actor.login()
                .ifPresent(login -> db.sql("""
                                insert into model_deployment (deployment_id, deployed_by, deployed_at) values (:id, :by, :at)
                                on conflict do nothing
                                """)
                        .param("id", deploymentId)
                        .param("by", login)
                        .param("at", Timestamp.from(clock.instant()))
                        .update());
    }

    private static ModelVersion version(ResultSet row, int index) throws SQLException {
        String key = row.getString("key_");
        String name = row.getString("name_");
        return new ModelVersion(
                ModelKind.valueOf(row.getString("kind")),
                key,
                name == null || name.isBlank() ? key : name,
                row.getInt("version_"),
                row.getString("resource_name_"),
                row.getTimestamp("deploy_time_").toInstant(),
                row.getString("deployed_by"),
                row.getString("remark"));
    }

    private static String bare(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
