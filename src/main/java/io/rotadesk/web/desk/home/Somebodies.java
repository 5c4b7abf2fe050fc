package io.rotadesk.web.desk.home;

import io.rotadesk.engine.UnitTasks.UnitTask;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.home.HomeView.Somebody;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Names the callers and visitors of a page: known name and last four digits, with a fixed number of statements. */
@Component
class Somebodies {

    private static final int DIGITS = 4;

    private final Calls calls;
    private final Visits visits;
    private final Customers customers;

    Somebodies(Calls calls, Visits visits, Customers customers) {
        this.calls = calls;
        this.visits = visits;
        this.customers = customers;
    }

    /** Knows everybody who is named by these. */
    Map<Contact, Somebody> of(
            Unit unit,
            Collection<Call> knownCalls,
            Collection<Visit> knownVisits,
            Collection<UnitTask> tasks,
            Collection<Escalation> questions) {
        Set<Contact> asked = Stream.concat(
                        tasks.stream().map(task -> contact(unit, task)),
                        questions.stream().map(Escalation::contact))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Call> allCalls = Stream.concat(
                        knownCalls.stream(),
                        calls
                                .all(
                                        unit.id(),
                                        missing(
                                                unit,
                                                asked,
                                                Contact.Kind.CALL,
                                                knownCalls.stream().map(Call::callId)))
                                .stream())
                .toList();
        List<Visit> allVisits = Stream.concat(
                        knownVisits.stream(),
                        visits
                                .all(
                                        unit.id(),
                                        missing(
                                                unit,
                                                asked,
                                                Contact.Kind.VISIT,
                                                knownVisits.stream().map(Visit::visitId)))
                                .stream())
                .toList();
        Map<Long, String> names = names(allCalls, allVisits);
        Map<Contact, Somebody> people = new HashMap<>();
        allCalls.forEach(call -> people.put(call.key().contact(), caller(call, names)));
        allVisits.forEach(visit -> people.put(visit.key().contact(), visitor(visit, names)));
        return people;
    }

    /** @return the call or the visit that the task is about; null if it is about none */
    static Contact contact(Unit unit, UnitTask task) {
        if (task.businessKey() == null) {
            return null;
        }
        return switch (task.process()) {
            case CallHandling.PROCESS -> new CallKey(unit.id(), task.businessKey()).contact();
            case VisitReception.PROCESS -> new VisitKey(unit.id(), task.businessKey()).contact();
            default -> null;
        };
    }

    /** The keys of contacts begin with the unit. */
    private static Set<String> missing(Unit unit, Set<Contact> asked, Contact.Kind kind, Stream<String> known) {
        String beginning = unit.id() + ":";
        Set<String> ids = asked.stream()
                .filter(contact -> contact.kind() == kind && contact.id().startsWith(beginning))
                .map(contact -> contact.id().substring(beginning.length()))
                .collect(Collectors.toSet());
        known.forEach(ids::remove);
        return ids;
    }

    private Map<Long, String> names(List<Call> allCalls, List<Visit> allVisits) {
        Set<Long> ids = Stream.concat(
                        allCalls.stream().map(call -> call.caller().customerId()),
                        allVisits.stream().map(visit -> visit.known().customerId()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : customers.names(ids);
    }

    private static Somebody caller(Call call, Map<Long, String> names) {
        String name = call.written().customerName() != null
                ? call.written().customerName()
                : name(call.caller().customerId(), names);
        return new Somebody(name, digits(call.caller().number()));
    }

    private static Somebody visitor(Visit visit, Map<Long, String> names) {
        String name = Stream.of(
                        visit.written().customerName(), visit.announced().name())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> name(visit.known().customerId(), names));
        return new Somebody(name, digits(visit.announced().number()));
    }

    private static String name(Long customer, Map<Long, String> names) {
        return customer == null ? null : names.get(customer);
    }

    private static String digits(String number) {
        return number == null ? null : number.substring(Math.max(0, number.length() - DIGITS));
    }
}
