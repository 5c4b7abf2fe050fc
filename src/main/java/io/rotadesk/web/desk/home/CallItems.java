package io.rotadesk.web.desk.home;

import io.rotadesk.engine.UnitTasks.UnitTask;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.web.desk.home.HomeView.Choice;
import io.rotadesk.web.desk.home.HomeView.LostCaller;
import io.rotadesk.web.desk.home.HomeView.Somebody;
import io.rotadesk.web.desk.home.HomeView.Talk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a unit's calls on the page. */
record CallItems(Gathered gathered) {

    /** The callers whom nobody took. */
    List<LostCaller> lost(List<Call> calls) {
        return calls.stream()
                .filter(call -> call.state() == CallState.UNASSIGNED)
                .map(this::lost)
                .toList();
    }

    private LostCaller lost(Call call) {
        Optional<UnitTask> task = gathered.task(CallHandling.Task.ASSIGN_CALL, call.callId());
        List<Choice> choices =
                gathered.colleagues().choices(gathered.misses(call.key().contact()), false);
        return new LostCaller(
                Gathered.id("caller", call.callId()),
                call.callId(),
                task.map(UnitTask::id).orElse(null),
                gathered.somebody(Works.of(call)),
                call.receivedAt(),
                gathered.seconds(call.receivedAt()),
                task.filter(gathered::mayDo).isPresent(),
                task.map(gathered::claimedBy).orElse(null),
                choices,
                Colleagues.preset(choices));
    }

    /** The calls with somebody on the line, and those who write down what their last one was about. */
    List<Talk> talks(List<Call> calls) {
        return Stream.concat(
                        calls.stream().map(this::talk),
                        gathered.colleagues().wrappingUp().entrySet().stream()
                                .map(one -> new Talk(
                                        Gathered.id("wrap", one.getKey().login()),
                                        Somebody.UNKNOWN,
                                        "wrapping",
                                        one.getKey().name(),
                                        null,
                                        one.getValue())))
                .toList();
    }

    private Talk talk(Call call) {
        return switch (call.state()) {
            case RINGING ->
                talk(
                        call,
                        "ringing",
                        call.ringing().agent(),
                        null,
                        call.ringing().offeredAt());
            case UNASSIGNED -> talk(call, "unassigned", null, null, call.receivedAt());
            default -> onTheLine(call);
        };
    }

    private Talk onTheLine(Call call) {
        String agent = call.talk().agent();
        Optional<UnitTask> owner = gathered.task(CallHandling.Task.TAKE_OVER_CALL, call.callId());
        if (owner.isPresent()) {
            return talk(
                    call, "holding", agent, owner.get().assignee(), owner.get().since());
        }
        String step = gathered.task(CallHandling.Task.ASK_CALLER, call.callId()).isPresent()
                ? "greeting"
                : gathered.task(CallHandling.Task.COVER_CALL, call.callId()).isPresent() ? "covering" : "talking";
        return talk(call, step, agent, null, call.talk().answeredAt());
    }

    private Talk talk(Call call, String step, String agent, String other, Instant since) {
        return new Talk(
                Gathered.id("talk", call.callId()),
                gathered.somebody(Works.of(call)),
                step,
                gathered.name(agent),
                gathered.name(other),
                gathered.seconds(since));
    }
}
