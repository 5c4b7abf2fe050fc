package io.rotadesk.staff.erasing;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Replaces the person's number by a star where people wrote it into texts about somebody else. Runs last, when the
 * person's own records are gone.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ErasedMentions implements PersonalRecords {

    private final Mentions mentions;

    ErasedMentions(Mentions mentions) {
        this.mentions = mentions;
    }

    @Override
    public String kind() {
        return "mentions";
    }

    @Override
    public int erase(Person person, String by) {
        return mentions.erase(List.of(person.unitId()), person);
    }
}
