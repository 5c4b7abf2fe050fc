package io.rotadesk.petition.matter;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.platform.lookup.Found;
import io.rotadesk.platform.lookup.PageEnd;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The register of matters, page by page, and what it costs the database. */
class MatterSearchTest extends MatterScene {

    @Autowired
    MatterSearch search;

    @Autowired
    Units units;

    @Test
    void pagesFollowOneAnotherWithoutGapAndTwiceNothing() {
        List<MatterId> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // All in the same second: the id decides.
            all.add(received(village, "周某" + i, "1380000020" + i).id());
        }
        MatterFilter filter = MatterFilter.ofUnit(village.id());
        List<MatterId> seen = new ArrayList<>();
        PageEnd place = null;
        do {
            Found<Matter> page = search.find(filter, place, 3);
            page.entries().forEach(matter -> seen.add(matter.id()));
            place = page.next();
        } while (place != null);
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
        assertThat(search.figures(filter).figures()).isEqualTo(new MatterSearch.Figures(7, 7, 0, 0));
    }

    @Test
    @Tag("P7")
    void mattersAreFoundByNumberNameAndPhoneStateCategoryAndPeriod() {
        Matter one = received(village, "周小兰", "13800000211");
        Matter two = received(village, "郑大山", "13900000212");
        matters.reclassify(two.id(), "land", village.leader());
        closing.close(two.id(), null);

        assertThat(found(filter(one.number(), null, null))).containsExactly(one.id());
        assertThat(found(filter("小兰", null, null))).containsExactly(one.id());
        assertThat(found(filter("139 0000", null, null))).containsExactly(two.id());
        assertThat(found(filter("0212", null, null))).containsExactly(two.id());
        assertThat(found(filter(one.number().substring(5), null, null))).containsExactly(one.id());
        assertThat(found(filter("_", null, null))).isEmpty();
        assertThat(found(filter(null, Set.of(MatterState.CLOSED), null))).containsExactly(two.id());
        assertThat(found(filter(null, null, "land"))).containsExactly(two.id());
        assertThat(found(new MatterFilter(
                        village.id(),
                        false,
                        null,
                        null,
                        null,
                        null,
                        false,
                        clock.instant().plusSeconds(1),
                        null)))
                .isEmpty();
        assertThat(found(new MatterFilter(
                        village.id(), false, village.staff().get(1), null, null, null, false, null, null)))
                .isEmpty();
        assertThat(found(new MatterFilter(village.id(), false, one.responsible(), null, null, null, false, null, null)))
                .hasSize(2);
        assertThat(found(new MatterFilter(centre.id(), true, null, null, null, null, false, null, null)))
                .hasSize(2);
        assertThat(found(MatterFilter.ofUnit(centre.id()))).isEmpty();
        assertThat(found(MatterFilter.ofUnit(otherVillage.id()))).isEmpty();
    }

    @Test
    @Tag("P1")
    void unitThatGaveAMatterAwayStillFindsIt() {
        Matter matter = received(village, "周某", "13800000213");
        transfers.propose(matter.id(), otherVillage.id(), "归他们管", matter.responsible());
        transfers.accept(matter.id(), otherVillage.staff().get(0));
        transfers.move(matter.id());
        assertThat(found(MatterFilter.ofUnit(village.id()))).containsExactly(matter.id());
        assertThat(found(MatterFilter.ofUnit(otherVillage.id()))).containsExactly(matter.id());
        assertThat(search.sees(centre.id(), false, matter.id())).isFalse();
        assertThat(search.sees(centre.id(), true, matter.id())).isTrue();
    }

    /** Matters keep the tree in which they were brought; their unit may be put below another one. */
    @Test
    void aUnitThatWasMovedFindsItsOpenMattersToo() {
        Matter matter = received(village, "周某", "13800000214");
        Unit unit = units.get(village.id());
        units.save(new Unit(
                unit.id(),
                unit.kind(),
                unit.name(),
                unit.projectName(),
                null,
                unit.managers(),
                unit.deputies(),
                unit.settings()));

        assertThat(found(MatterFilter.ofUnit(village.id()))).containsExactly(matter.id());
        assertThat(found(filter(null, Set.of(MatterState.RECEIVED), null))).containsExactly(matter.id());
        assertThat(found(filter("周某", null, null))).containsExactly(matter.id());
        assertThat(found(filter("0214", null, null))).containsExactly(matter.id());
    }

    @Test
    void aDayFarAwayCostsNothing() {
        Matter matter = received(village, "周某", "13800000215");
        assertThat(found(new MatterFilter(
                        village.id(),
                        false,
                        null,
                        "周某",
                        null,
                        null,
                        false,
                        Instant.parse("0001-01-01T00:00:00Z"),
                        Instant.parse("9999-12-31T00:00:00Z"))))
                .containsExactly(matter.id());
    }

    @Test
    void onePageOfManyMattersIsReadByAnIndex() {
        db.sql("""
                        insert into matter (id, number, root_unit_id, unit_id, received_by, opened_at, petitioner_name,
                            petitioner_phone, state, responsible)
                        select :unit || '-' || n, 'G-' || n, :root, :unit, :unit,
                            timestamptz '2025-01-01' + n * interval '7 minutes', '周' || n, '+86138' || lpad(n::text, 8, '0'),
                            'CLOSED', :unit || n % 20
                        from generate_series(1, 20000) n
                        """).param("unit", village.id()).param("root", centre.id()).update();
        db.sql("insert into matter_unit select id, unit_id, opened_at from matter where unit_id = ?")
                .param(village.id())
                .update();
        db.sql("analyze matter").update();
        db.sql("analyze matter_unit").update();

        PageEnd place =
                search.find(MatterFilter.ofUnit(village.id()), null, 5000).next();
        assertThat(plan(MatterFilter.ofUnit(village.id()), place))
                .contains("matter_unit_by_time")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(plan(
                        new MatterFilter(village.id(), true, village.id() + "3", null, null, null, false, null, null),
                        place))
                .contains("matter_of_responsible")
                .doesNotContain("Seq Scan on matter ");
        assertThat(plan(new MatterFilter(centre.id(), true, null, null, null, null, false, null, null), place))
                .contains("matter_of_tree_by_time")
                .doesNotContain("Seq Scan on matter ");
        ReceptionPoint hamlet = founder.found(village.id(), 1);
        assertThat(plan(new MatterFilter(village.id(), true, null, null, null, null, false, null, null), null))
                .as("a unit of the town with %s below it", hamlet.id())
                .contains("matter_unit_by_time")
                .doesNotContain("Seq Scan on matter ");
        assertThat(plan(open(true), null))
                .as("what a unit has now, the first deadline first")
                .contains("matter_open_of_unit")
                .doesNotContain("Seq Scan on matter ");
        for (String text : List.of("周1", "周", "没人", "13800001111", "1111", "2025-00")) {
            assertThat(plan(filter(text, null, null), null))
                    .as(text)
                    // The beginning of a number may be found by the numbers themselves.
                    .containsAnyOf("matter_search", "matter_by_number")
                    .doesNotContain("Seq Scan on matter ");
        }
        assertThat(plan(filter(null, Set.of(MatterState.RECEIVED, MatterState.PLANNED), null), null))
                .doesNotContain("Seq Scan");
    }

    private MatterFilter open(boolean withBelow) {
        return new MatterFilter(
                village.id(),
                withBelow,
                null,
                null,
                Set.of(MatterState.RECEIVED, MatterState.PLANNED, MatterState.ALERTED, MatterState.ON_SCENE),
                null,
                false,
                null,
                null,
                new MatterFilter.Further(true, null, null, false, false, true));
    }

    private String plan(MatterFilter filter, PageEnd after) {
        Map<String, Object> values = new HashMap<>();
        String query = search.query(filter, after, 50, values);
        return String.join(
                "\n",
                db.sql("explain " + query).params(values).query(String.class).list());
    }

    private List<MatterId> found(MatterFilter filter) {
        return search.find(filter, null, 50).entries().stream().map(Matter::id).toList();
    }

    private MatterFilter filter(String text, Set<MatterState> states, String category) {
        return new MatterFilter(village.id(), false, null, text, states, category, false, null, null);
    }
}
