package io.rotadesk.staff.erasing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Erases people in a unit, and records by whom and when. */
@Service
@Transactional
public class ErasedPeople {

    private static final Logger log = LoggerFactory.getLogger(ErasedPeople.class);
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

    private final List<PersonalRecords> places;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    ErasedPeople(List<PersonalRecords> places, JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.places = places;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Takes the person out of everything that the unit keeps. A second erasure takes out what has come since.
     *
     * @param by the login of the person who erases
     * @return what was erased; empty if somebody is talking to the person or something of theirs is {@link #open}, and
     *     then nothing is changed
     */
    public Optional<Erasure> erase(Person person, String by) {
        if (places.stream().anyMatch(place -> place.isInHand(person))
                || !open(person).isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> records = new LinkedHashMap<>();
        places.forEach(place -> records.merge(place.kind(), place.erase(person, by), Integer::sum));
        Erasure erasure = new Erasure(person.unitId(), by, clock.instant(), records);
        jdbc.sql(
                        "insert into erasure (unit_id, erased_by, at, records) values (:unit, :by, :at, cast(:records as jsonb))")
                .param("unit", erasure.unitId())
                .param("by", by)
                .param("at", Timestamp.from(erasure.at()))
                .param("records", write(records))
                .update();
        log.info("{} erased a person in {}: {}", by, person.unitId(), records);
        return Optional.of(erasure);
    }

    /** What must be closed before the person can be erased, by the names that people know it by. */
    public List<String> open(Person person) {
        return places.stream().flatMap(place -> place.open(person).stream()).toList();
    }

    /** The unit's latest erasures, newest first. */
    @Transactional(readOnly = true)
    public List<Erasure> latest(String unitId, int limit) {
        return jdbc.sql("select * from erasure where unit_id = :unit order by at desc, id desc limit :limit")
                .param("unit", unitId)
                .param("limit", limit)
                .query((row, nr) -> new Erasure(
                        row.getString("unit_id"),
                        row.getString("erased_by"),
                        row.getTimestamp("at").toInstant(),
                        read(row.getString("records"))))
                .list();
    }

    private String write(Map<String, Integer> records) {
        try {
            return json.writeValueAsString(records);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Integer> read(String records) {
        try {
            return json.readValue(records, COUNTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
