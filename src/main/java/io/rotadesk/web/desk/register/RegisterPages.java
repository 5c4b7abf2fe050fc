package io.rotadesk.web.desk.register;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.platform.lookup.EntryFilter;
import io.rotadesk.platform.lookup.Found;
import io.rotadesk.staff.rota.TurnLedger;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.ChoiceWording;
import io.rotadesk.web.desk.RegisterQuery;
import io.rotadesk.web.desk.duty.LedgerWording;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The list and the entries of a register, for its pages. Managers see everything of the unit; an agent sees what they
 * handled, and what their customers did. The templates use the fragments in {@code desk/register.html}.
 */
@Component
public class RegisterPages {

    private final Customers customers;
    private final Agents agents;
    private final Units units;
    private final UnitAccess access;
    private final TurnLedger ledger;
    private final LedgerWording sentences;
    private final Escalations escalations;
    private final ChoiceWording words;
    private final Clock clock;

    RegisterPages(
            Customers customers,
            Agents agents,
            Units units,
            UnitAccess access,
            TurnLedger ledger,
            LedgerWording sentences,
            Escalations escalations,
            ChoiceWording words,
            Clock clock) {
        this.customers = customers;
        this.agents = agents;
        this.units = units;
        this.access = access;
        this.ledger = ledger;
        this.sentences = sentences;
        this.escalations = escalations;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Reads the key of an entry from an address.
     *
     * @throws NotThereException if it is none
     */
    public static <K> K key(String text, Function<String, K> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw unknown(text);
        }
    }

    public static NotThereException unknown(String key) {
        return new NotThereException("no entry " + key);
    }

    /** The search that the page asks for, limited to the entries that the person may see. */
    public <S extends Enum<S>> EntryFilter<S> filter(
            Class<S> states, Unit unit, SignedInUser user, RegisterQuery query) {
        return query.filter(
                states, unit.id(), seenBy(unit.id(), user), unit.settings().zone(), clock);
    }

    /** Fills the page of the list: {@code unit, rows, next, agents, states} and {@code seesAll}. */
    public <S extends Enum<S>, E extends Registered> void list(
            Model page, Unit unit, EntryFilter<S> filter, S[] states, Found<E> found) {
        ZoneId zone = unit.settings().zone();
        Map<String, String> names = agents.names(unit.id());
        Map<Long, String> customerNames = customers.names(found.entries().stream()
                .map(Registered::customerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        page.addAttribute("unit", unit);
        page.addAttribute(
                "rows",
                found.entries().stream()
                        .map(entry -> RegisterRow.of(entry, zone, names, customerNames))
                        .toList());
        page.addAttribute("next", found.next());
        page.addAttribute("agents", names);
        page.addAttribute("states", states);
        page.addAttribute("seesAll", filter.seenBy() == null);
    }

    /**
     * The entry, if the person may look into it; an entry that they may not see is missing as if it did not exist.
     *
     * @param finding finds it for the login of somebody who sees only what they had to do with; for null it finds all
     */
    public <E> Optional<E> find(String unitId, SignedInUser user, Function<String, Optional<E>> finding) {
        return user.mayEnter(unitId) ? finding.apply(seenBy(unitId, user)) : Optional.empty();
    }

    /** Fills the page of one entry: {@code unit, mayErase} and {@code entry}. */
    public <E extends Registered> void entry(Model page, E found, Locale locale) {
        Unit unit = units.get(found.unitId());
        page.addAttribute("unit", unit);
        page.addAttribute("mayErase", access.mayManage(unit.id()));
        page.addAttribute("entry", gathered(found, unit, locale));
    }

    private <E extends Registered> RegisterEntry<E> gathered(E found, Unit unit, Locale locale) {
        ZoneId zone = unit.settings().zone();
        Map<String, String> names = agents.names(unit.id());
        Map<Long, String> customer =
                found.customerId() == null ? Map.of() : customers.names(List.of(found.customerId()));
        List<Customer> candidates = found.candidates() > 1 && found.phone() != null
                ? customers.byPhone(found.unitId(), found.phone())
                : List.of();
        return new RegisterEntry<>(
                RegisterRow.of(found, zone, names, customer),
                zone,
                words.of("desk.register.interest.", found.interests(), locale),
                candidates,
                sentences.tell(unit.id(), ledger.of(found.contact()), locale),
                escalations.of(found.contact()),
                names);
    }

    private String seenBy(String unitId, SignedInUser user) {
        return access.mayManage(unitId) ? null : user.login();
    }
}
