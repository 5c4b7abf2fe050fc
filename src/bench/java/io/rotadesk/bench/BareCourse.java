package io.rotadesk.bench;

import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.engine.models.PetitionReception;
import io.rotadesk.engine.models.VisitReception;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The course of a process on a bare engine: the variables that our delegates would set are there from the start.
 *
 * @param ids the variables that hold the entry's id
 * @param people the variables that hold the login of the person whose turn it is
 * @param start all other variables
 * @param forms the values that the person sends, task by task
 */
record BareCourse(String message, List<String> ids, List<String> people, Map<String, Object> start, Forms forms) {

    /** The values that a person sends, by the phone number of the caller, visitor or petitioner. */
    interface Forms {
        List<Map<String, Object>> of(String phone);
    }

    static BareCourse call() {
        Map<String, Object> start = new HashMap<>(Map.of("unitId", RotaDesk.UNIT));
        start.put("owner", null);
        return call(start, phone -> List.of(Map.of(), CallInput.asked(), CallInput.registered(phone)));
    }

    /** In the shape of the model only: no decision is made. */
    static BareCourse callInShape() {
        return call(
                Map.of("unitId", RotaDesk.UNIT, "status", "NEW"),
                phone -> List.of(Map.of(), CallInput.asked(), Map.of()));
    }

    private static BareCourse call(Map<String, Object> start, Forms forms) {
        return new BareCourse(CallHandling.Message.CALL_RECEIVED, List.of("callId"), List.of("agent"), start, forms);
    }

    static BareCourse visit() {
        Map<String, Object> start = new HashMap<>(
                Map.of("unitId", RotaDesk.UNIT, "appointment", false, "queue", "VISIT", "byHelper", false));
        start.put("owner", null);
        return visit(start, VisitInput::forms);
    }

    static BareCourse visitInShape() {
        Map<String, Object> start = Map.of(
                "unitId", RotaDesk.UNIT,
                "appointment", false,
                "queue", "VISIT",
                "purpose", "viewing",
                "status", "NEW",
                "stillHere", "yes",
                "byHelper", false);
        return visit(start, nothing(VisitInput.forms("").size()));
    }

    private static BareCourse visit(Map<String, Object> start, Forms forms) {
        return new BareCourse(
                VisitReception.Message.VISIT_ANNOUNCED, List.of("visitId"), List.of("agent"), start, forms);
    }

    static BareCourse matter() {
        Map<String, Object> start = Map.of(
                "unitId",
                RotaDesk.RECEPTION_POINT,
                "appointment",
                false,
                "destination",
                "town",
                "groupSize",
                1,
                "earlier",
                "NONE");
        return matter(start, BareCourse::matterForms);
    }

    private static List<Map<String, Object>> matterForms(String phone) {
        List<Map<String, Object>> forms = new ArrayList<>(MatterInput.forms(phone, LocalDateTime.now(RotaDesk.zone())));
        // A delegate of ours would set it when the plan is sent; the watch on the deadline begins with it.
        Map<String, Object> plan = new HashMap<>(forms.get(MatterInput.PLAN));
        plan.put("dueAt", Date.from(Instant.now().plus(Duration.ofDays(20))));
        forms.set(MatterInput.PLAN, plan);
        return forms;
    }

    /** No deadline is watched. */
    static BareCourse matterInShape() {
        Map<String, Object> start = Map.of(
                "unitId", RotaDesk.RECEPTION_POINT,
                "appointment", false,
                "largeScale", false,
                "came", "yes",
                "earlier", "NONE",
                "route", "plan",
                "progress", "done");
        return matter(
                start,
                nothing(MatterInput.forms("", LocalDateTime.now(RotaDesk.zone()))
                        .size()));
    }

    private static BareCourse matter(Map<String, Object> start, Forms forms) {
        return new BareCourse(
                PetitionReception.Message.PETITION_ANNOUNCED,
                List.of("ticketId", "matterId"),
                List.of("staff"),
                start,
                forms);
    }

    private static Forms nothing(int steps) {
        return phone -> Collections.nCopies(steps, Map.of());
    }
}
