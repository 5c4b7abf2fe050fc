package io.rotadesk.web.api.setup;

import io.rotadesk.access.UnitAccess;
import io.rotadesk.platform.input.BadField;
import io.rotadesk.staff.erasing.ErasedPeople;
import io.rotadesk.staff.erasing.Erasure;
import io.rotadesk.staff.erasing.Person;
import io.rotadesk.staff.unit.Units;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Erases the person with a telephone number, customer or not, for administrators (docs/api.md). */
@RestController
@Tag(name = "Erasures")
@RequestMapping("/api/units/{unit}/erasures")
@PreAuthorize("@unitAccess.isAdministrator()")
class ErasureController {

    private static final int LATEST = 100;

    /** The number is in the body, since the addresses of requests are logged. */
    @Schema(name = "ErasedNumber")
    record Sent(String phone) {

        @Override
        public String toString() {
            return "Sent";
        }
    }

    private final ErasedPeople people;
    private final Units units;
    private final UnitAccess access;
    private final MessageSource messages;

    ErasureController(ErasedPeople people, Units units, UnitAccess access, MessageSource messages) {
        this.people = people;
        this.units = units;
        this.access = access;
        this.messages = messages;
    }

    /** Erases for good; 409 while somebody is talking to the person, or a matter of theirs is open. */
    @Operation(summary = "Erases the person with a phone number from all registers of the unit")
    @PostMapping
    Erasure erase(@PathVariable String unit, @RequestBody Sent sent, Locale locale) {
        String id = units.get(unit).id();
        Person person = person(id, sent.phone(), locale);
        return people.erase(person, access.user().orElseThrow().login())
                .orElseThrow(() -> new InHandException(people.open(person)));
    }

    private Person person(String unit, String phone, Locale locale) {
        try {
            return new Person(unit, phone, null, units.get(unit).settings().numbering());
        } catch (IllegalArgumentException e) {
            throw new BadFieldsException(
                    List.of(new BadField("phone", messages.getMessage("setup.bad.phone", null, locale))));
        }
    }

    @Operation(summary = "The latest erasures: when, by whom and how many entries, without personal data")
    @GetMapping
    List<Erasure> latest(@PathVariable String unit) {
        return people.latest(units.get(unit).id(), LATEST);
    }
}
