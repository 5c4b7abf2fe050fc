package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.Traces;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.correction.CorrectionResult;
import io.rotadesk.leasing.correction.CorrectionResult.Corrected;
import io.rotadesk.leasing.correction.CorrectionResult.Overtaken;
import io.rotadesk.leasing.correction.Corrections;
import io.rotadesk.leasing.correction.CoverText;
import io.rotadesk.leasing.correction.EntryText;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.Needs;
import io.rotadesk.leasing.note.NoteText;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.staff.erasing.ErasedPeople;
import io.rotadesk.staff.erasing.Person;
import io.rotadesk.staff.unit.UnitSettings;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A call that was ended as something else becomes a customer's entry; what was written about a covered call is corrected. */
class AboutLeasingAfterAllTest extends CallScenario {

    private static final String RIGHT = "13900000009";
    private static final String RIGHT_E164 = "+8613900000009";

    @Autowired
    Corrections corrections;

    @Autowired
    Notes notes;

    @Autowired
    ErasedPeople people;

    @Autowired
    Traces traces;

    @Test
    @Tag("L2.2b")
    @Tag("L2.3")
    void aCallEndedAsSomethingElseBecomesACustomersEntry() {
        CallKey key = noted("刘师傅");

        assertThat(leasing(key, 1, "刘先生")).isInstanceOf(Corrected.class);

        assertThat(call(key).state()).isEqualTo(CallState.REGISTERED);
        assertThat(call(key).said().enquiry()).isEqualTo("leasing");
        assertThat(call(key).written().customerName()).isEqualTo("刘先生");
        Customer customer = customers.find(call(key).caller().customerId()).orElseThrow();
        assertThat(customer.agent()).isEqualTo(onDuty());
        assertThat(customer.lastContactAt()).isEqualTo(call(key).receivedAt());
        assertThat(customers.phones(customer.id()))
                .as("the number that called is theirs, too")
                .containsExactlyInAnyOrder(CALLER_E164, RIGHT_E164);
        assertThat(corrections.versions(key.contact())).singleElement().satisfies(version -> {
            assertThat(version.text().note()).isEqualTo(new NoteText("刘师傅", "挂号信", null));
            assertThat(version.writtenBy()).isEqualTo(onDuty());
        });
        assertThat(notes.of(key.contact())).as("what was noted stays").isPresent();
        assertThat(leasing(key, 1, "柳先生")).isInstanceOf(Overtaken.class);
        assertThat(leasing(key, 2, "柳先生"))
                .as("from then on it is corrected like any other")
                .isInstanceOf(Corrected.class);
    }

    @Test
    void erasedPersonIsInNoVersionOfIt() {
        String who = Traces.own("欧阳留言");
        String name = Traces.own("欧阳客户");
        CallKey key = noted(who);
        leasing(key, 1, name);
        assertThat(traces.placesThatHold(who)).isNotEmpty();

        people.erase(new Person(department.id(), CALLER, key.contact()), department.manager())
                .orElseThrow();

        assertThat(traces.placesThatHold(who)).isEmpty();
        assertThat(traces.placesThatHold(name)).isEmpty();
    }

    @Test
    @Tag("L2.2d")
    @Tag("L2.2e")
    void theColleagueCallsTheCorrectedNumber() {
        String wrong = Traces.ownPhone();
        String answer = Traces.own("欧阳问租金");
        CallKey key = covered("answer", answer, "sensitive", "yes", "callBackNumber", wrong);
        Task callBack = taskAt(key, CallHandling.Task.CALL_BACK);

        EntryText text = EntryText.of(new CoverText("问租金和物业费", RIGHT));
        assertThat(corrections.correct(key.contact(), 1, text, "号码记错了", null, onDuty()))
                .isInstanceOf(Corrected.class);

        assertThat(call(key).cover().callBackNumber()).isEqualTo(RIGHT_E164);
        assertThat(String.valueOf(tasks.getVariable(callBack.getId(), "callBackNumber")))
                .contains("139 0000 0009");
        assertThat(shown(callBack, "coverNote")).contains("问租金和物业费");
        assertThat(corrections.versions(key.contact()))
                .singleElement()
                .satisfies(version ->
                        assertThat(version.text().cover().callBackNumber()).isEqualTo("+86" + wrong));
        assertThat(customers.byPhone(department.id(), RIGHT_E164))
                .as("makes nobody a customer")
                .isEmpty();

        people.erase(new Person(department.id(), CALLER, key.contact()), department.manager());
        assertThat(traces.placesThatHold(wrong)).isEmpty();
        assertThat(traces.placesThatHold(answer)).isEmpty();
    }

    @Test
    @Tag("L2.2e")
    void aCorrectedNumberWithoutAreaCodeIsOneOfThePlace() {
        department = founder.found(UnitSettings.defaults().with("areaCode", "021"));
        CallKey key = covered("answer", "问租金", "sensitive", "yes", "callBackNumber", "61234568");
        assertThat(call(key).cover().callBackNumber()).isEqualTo("+862161234568");
        EntryText text = EntryText.of(new CoverText("问租金", "61234569"));
        corrections.correct(key.contact(), 1, text, "号码记错了", null, onDuty());
        assertThat(call(key).cover().callBackNumber()).isEqualTo("+862161234569");
    }

    @Test
    @Tag("L2.2d")
    void aCorrectionPromisesNoCallBack() {
        CallKey key = covered("answer", "问物业费", "sensitive", "no");

        corrections.correct(
                key.contact(), 1, EntryText.of(new CoverText("问租金", RIGHT)), "记错了", null, department.manager());

        assertThat(call(key).cover().answer()).isEqualTo("问租金");
        assertThat(call(key).cover().callBackNumber()).isNull();
        taskAt(key, CallHandling.Task.READ_COVER_NOTE);
    }

    private CallKey noted(String who) {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        complete(
                taskAt(key, CallHandling.Task.ASK_CALLER),
                Map.of("enquiry", "other", "noteWho", who, "noteAbout", "挂号信"));
        return key;
    }

    /** The customer of a colleague who does not come to the phone. */
    private CallKey covered(Object... answers) {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(3));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", null);
        complete(taskAt(key, CallHandling.Task.TAKE_OVER_CALL), "taking", "no");
        complete(taskAt(key, CallHandling.Task.COVER_CALL), answers);
        return key;
    }

    private CorrectionResult leasing(CallKey key, int basedOn, String name) {
        EntryText text =
                EntryText.of(new Needs(name, RIGHT, "web", null, null, null, null, null, null, null), null, null, null);
        return corrections.wasAboutLeasing(key.contact(), basedOn, text, "点错了", null, department.manager());
    }
}
