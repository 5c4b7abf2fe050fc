package io.rotadesk.leasing.visit.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.leasing.customer.process.AgentOptions;
import io.rotadesk.leasing.customer.process.NeedsView;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitSettings;
import io.rotadesk.leasing.visit.Visitors;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.leasing.visit.Written;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.util.function.Supplier;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** The parts of {@link VisitViews} that need a look-up of their own. */
@Component
class VisitParts {

    private final Visits visits;
    private final Visitors visitors;
    private final VisitWording wording;
    private final Handbook handbook;
    private final Units units;
    private final Agents agents;

    VisitParts(Visits visits, Visitors visitors, VisitWording wording, Handbook handbook, Units units, Agents agents) {
        this.visits = visits;
        this.visitors = visitors;
        this.wording = wording;
        this.handbook = handbook;
        this.units = units;
        this.agents = agents;
    }

    Supplier<String> greeting() {
        return wording::greeting;
    }

    Supplier<String> visitorLine(VisitKey key) {
        return () -> wording.visitor(visits.get(key));
    }

    Supplier<String> priorContactLine(VisitKey key) {
        return () -> wording.priorContact(visits.get(key), units.get(key.unitId()));
    }

    Supplier<String> waitingLine(VisitKey key) {
        return () -> wording.waiting(visits.get(key));
    }

    Supplier<String> history(VisitKey key) {
        return () -> wording.history(visits.get(key));
    }

    Supplier<String> appointmentTime(VisitKey key) {
        return () -> wording.appointment(visits.get(key));
    }

    Supplier<String> meetingPoint(VisitKey key) {
        return () -> {
            String point = visits.get(key).coming().meetingPoint();
            return point != null
                    ? point
                    : units.get(key.unitId())
                            .settings()
                            .get(VisitSettings.class)
                            .meetingPoint();
        };
    }

    /** Empty as long as the visitor is not here. */
    Supplier<String> arrivedLine(VisitKey key) {
        return () -> visits.get(key).coming().arrivedAt() == null
                ? ""
                : wording.arrived(visits.get(key), meetingPoint(key).get());
    }

    String time(VisitKey key, Instant at) {
        return units.get(key.unitId()).clock().time(at);
    }

    Supplier<String> ownerName(VisitKey key) {
        return () -> agents.name(visits.get(key).said().owner());
    }

    Supplier<String> agentName(String login) {
        return () -> agents.name(login);
    }

    Supplier<SpinJsonNode> agentOptions(VisitKey key) {
        return () -> AgentOptions.of(agents.inUnit(key.unitId()));
    }

    /** A text of the handbook, as the process owner formatted it. */
    Supplier<FormMarkdown> script(VisitKey key, String topic) {
        return () -> FormMarkdown.of(handbook.script(key.unitId(), topic).orElse(""));
    }

    Supplier<Integer> handbookVersion(VisitKey key) {
        return () -> handbook.currentVersion(key.unitId());
    }

    NeedsView needs(Visit visit) {
        Written written = visit.written();
        return new NeedsView(
                () -> customerName(visit),
                PhoneNumbers.readable(
                        written.customerPhone() != null
                                ? written.customerPhone()
                                : visit.announced().phone() == null
                                        ? null
                                        : visit.announced().number()),
                written.mediaSource(),
                NeedsView.checklist(written.interests()),
                NeedsView.number(written.floorArea()),
                written.tradeType(),
                written.budget(),
                NeedsView.day(written.moveInDate()),
                () -> wording.notes(visit));
    }

    private String customerName(Visit visit) {
        if (visit.written().customerName() != null) {
            return visit.written().customerName();
        }
        return visit.announced().name() != null ? visit.announced().name() : visitors.knownName(visit);
    }
}
