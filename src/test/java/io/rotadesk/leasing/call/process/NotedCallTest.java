package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.Traces;
import io.rotadesk.engine.LandedModels;
import io.rotadesk.engine.LandedVersion;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.note.Note;
import io.rotadesk.leasing.note.NoteText;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.staff.erasing.ErasedPeople;
import io.rotadesk.staff.erasing.Person;
import io.rotadesk.staff.notice.Notice;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.unit.Agents;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A caller who wants something else leaves a note, and the colleague for whom it is hears of it (L2.2b). */
@Tag("L2.2b")
class NotedCallTest extends CallScenario {

    private final String who = Traces.own("邮局刘师傅");
    private final String about = Traces.own("有一件挂号信要本人签收");

    @Autowired
    Notes notes;

    @Autowired
    Agents agents;

    @Autowired
    Notices notices;

    @Autowired
    ErasedPeople people;

    @Autowired
    Traces traces;

    @Test
    void noteIsKeptAndTheColleagueIsTold() {
        CallKey key = noted(CALLER, colleague());

        assertThat(call(key).state()).isEqualTo(CallState.OTHER);
        assertThat(ended(key, CallHandling.EndEvent.OTHER_ENQUIRY)).isTrue();
        Note note = notes.of(key.contact()).orElseThrow();
        assertThat(note.text()).isEqualTo(new NoteText(who, about, colleague()));
        assertThat(note.by()).isEqualTo(onDuty());
        assertThat(told(colleague())).singleElement().satisfies(notice -> {
            assertThat(notice.link()).isEqualTo("/desk/notes/" + note.id());
            assertThat(notice.words()).containsExactly(agents.name(onDuty()), "09:00");
        });
        assertThat(told(onDuty())).isEmpty();
    }

    @Test
    void noteStandsNowhereButInItsTable() {
        noted(CALLER, colleague());

        assertThat(traces.placesThatHold(who)).containsExactly("rotadesk.note.who");
        assertThat(traces.placesThatHold(about)).containsExactly("rotadesk.note.about");
    }

    @Test
    void callDoesNotEndWithoutAWord() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);

        for (String blank : List.of("", "  ")) {
            assertThatThrownBy(() -> complete(
                            taskAt(key, CallHandling.Task.ASK_CALLER),
                            "enquiry",
                            "other",
                            "noteWho",
                            who,
                            "noteAbout",
                            blank))
                    .isInstanceOf(RefusedException.class);
        }
        assertThatThrownBy(() -> complete(taskAt(key, CallHandling.Task.ASK_CALLER), "enquiry", "other"))
                .isInstanceOf(RefusedException.class);
        assertThat(call(key).state()).isEqualTo(CallState.ANSWERED);
        assertThat(notes.of(key.contact())).isEmpty();
    }

    @Test
    void noteIsForNobodyInParticularOrForTheManager() {
        CallKey general = noted(CALLER, null);
        assertThat(notes.of(general.contact()).orElseThrow().text().forWhom()).isNull();

        noted("13800000002", department.manager());
        assertThat(told(department.manager())).hasSize(1);
    }

    @Test
    void nobodyOfAnotherUnitIsNamed() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        String stranger = founder.found().callTeam().get(0);

        assertThatThrownBy(() -> complete(
                        taskAt(key, CallHandling.Task.ASK_CALLER),
                        "enquiry",
                        "other",
                        "noteWho",
                        who,
                        "noteAbout",
                        about,
                        "noteFor",
                        stranger))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void noticeIsGoneWhenTheColleagueHasReadTheNote() {
        Note note = notes.of(noted(CALLER, colleague()).contact()).orElseThrow();

        notes.read(note, onDuty());
        assertThat(told(colleague())).as("somebody else looked").hasSize(1);
        notes.read(note, colleague());

        assertThat(told(colleague())).isEmpty();
        assertThat(notes.find(note.id()).orElseThrow().readAt()).isEqualTo(clock.instant());
    }

    @Test
    void personWhoIsErasedIsInNoNote() {
        CallKey key = noted(CALLER, colleague());

        people.erase(new Person(department.id(), CALLER, null), department.manager())
                .orElseThrow();

        assertThat(traces.placesThatHold(who)).isEmpty();
        assertThat(traces.placesThatHold(about)).isEmpty();
        assertThat(notes.of(key.contact()).orElseThrow().text().isBlank()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void callOfAnEarlierVersionEndsAsItDidThen(LandedVersion version) {
        var models = new LandedModels(engine, version);
        models.putInForce(CallHandling.PROCESS);
        try {
            CallKey key = ringsFrom(CALLER);
            models.upgrade(CallHandling.PROCESS);
            pickUp(key);
            complete(taskAt(key, CallHandling.Task.ASK_CALLER), "enquiry", "other");

            assertThat(call(key).state()).isEqualTo(CallState.OTHER);
            assertThat(notes.of(key.contact())).isEmpty();
        } finally {
            models.putRight();
        }
    }

    private CallKey noted(String number, String forWhom) {
        CallKey key = ringsFrom(number);
        pickUp(key);
        if (forWhom == null) {
            complete(taskAt(key, CallHandling.Task.ASK_CALLER), "enquiry", "other", "noteWho", who, "noteAbout", about);
        } else {
            complete(
                    taskAt(key, CallHandling.Task.ASK_CALLER),
                    "enquiry",
                    "other",
                    "noteWho",
                    who,
                    "noteAbout",
                    about,
                    "noteFor",
                    forWhom);
        }
        return key;
    }

    private List<Notice> told(String login) {
        return notices.unread(login).stream()
                .filter(notice -> notice.kind() == NoticeKind.MESSAGE)
                .toList();
    }
}
