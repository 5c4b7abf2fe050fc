package io.rotadesk.petition.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The earlier matters that somebody may name at a reception: the unit's own, one of a unit below, or the petitioner's
 * own.
 */
@Tag("P2")
class EarlierMatterTest extends MatterScene {

    @Test
    void anotherUnitsMatterIsAsUnknownAsOneThatIsNotThere() {
        Matter others = closed(otherVillage, "13800000401");
        Matter visit = registered(village, "周某", "13800000402");
        for (boolean same : List.of(true, false)) {
            for (String number : List.of(others.number(), " " + others.number() + " ")) {
                for (String phone : new String[] {"13800000402", null, "", "138000004010", "%", "+86"}) {
                    assertThatThrownBy(() -> receptions.record(visit.id(), record("周某", phone, number, same)))
                            .as(number + " with " + phone)
                            .isInstanceOfSatisfying(
                                    MatterRefusal.class,
                                    refusal -> assertThat(refusal.key()).isEqualTo("earlierMatter.unknown"));
                }
            }
        }
        assertThat(matters.get(others.id()).isClosed()).isTrue();
        assertThat(matters.get(visit.id()).earlierId()).isNull();
    }

    @Test
    void itIsNotKeptAtRegistrationEither() {
        Matter others = closed(otherVillage, "13800000403");
        assertThat(registeredWith(village, "13800000404", others.number()).earlierId())
                .isNull();
        assertThat(registeredWith(village, null, others.number()).earlierId()).isNull();
        assertThat(registeredWith(village, "138 0000 0403", others.number()).earlierId())
                .as("the petitioner's own")
                .isEqualTo(others.id());
    }

    @Test
    void aUnitNamesTheMattersBelowItAndNotTheOtherWayRound() {
        Matter below = closed(village, "13800000405");
        Matter above = closed(centre, "13800000406");
        assertThat(matters.named(centre.id(), below.number(), null)).contains(below);
        assertThat(matters.named(village.id(), below.number(), null)).contains(below);
        assertThat(matters.named(village.id(), above.number(), null)).isEmpty();
        assertThat(matters.named(otherVillage.id(), below.number(), null)).isEmpty();
    }

    @Test
    void thePhoneOfARepeatVisitIsThePetitionersToo() {
        Matter first = received(otherVillage, "周某", "13800000407");
        Matter again = registered(otherVillage, "周某", "13800000408");
        receptions.record(again.id(), record("周某", "13800000408", first.number(), true));
        receptions.received(again.id(), otherVillage.staff().get(0), true);
        receptions.join(again.id(), otherVillage.staff().get(0));
        assertThat(matters.named(village.id(), first.number(), "13800000408"))
                .map(Matter::id)
                .contains(first.id());
    }

    @Test
    void aMatterNamedAtRegistrationStaysWhenThePhoneNumberIsCorrected() {
        Matter others = closed(otherVillage, "13800000409");
        Matter visit = registeredWith(village, "13800000409", others.number());
        Matter recorded = receptions.record(visit.id(), record("周某", "13800000410", others.number(), true));
        assertThat(recorded.earlierId()).isEqualTo(others.id());
    }

    private Matter closed(io.rotadesk.ReceptionPoint at, String phone) {
        Matter matter = received(at, "周某", phone);
        closing.settled(matter.id(), "已说明", true, matter.responsible());
        closing.close(matter.id(), null);
        return matters.get(matter.id());
    }

    private Matter registeredWith(io.rotadesk.ReceptionPoint at, String phone, String earlier) {
        return matters.begin(new NewMatter(
                at.id(),
                new TicketId("earlier-" + java.util.UUID.randomUUID()),
                at.staff().get(0),
                "周某",
                phone,
                false,
                1,
                "道路",
                earlier,
                "town"));
    }
}
