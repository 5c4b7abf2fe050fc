package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.Traces;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallSearch;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.correction.CorrectionResult;
import io.rotadesk.leasing.correction.CorrectionResult.Collision;
import io.rotadesk.leasing.correction.CorrectionResult.Corrected;
import io.rotadesk.leasing.correction.CorrectionResult.Erased;
import io.rotadesk.leasing.correction.CorrectionResult.Overtaken;
import io.rotadesk.leasing.correction.CorrectionResult.Unchanged;
import io.rotadesk.leasing.correction.Corrections;
import io.rotadesk.leasing.correction.EntryText;
import io.rotadesk.leasing.correction.EntryVersion;
import io.rotadesk.leasing.correction.SamePerson;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.Needs;
import io.rotadesk.leasing.note.NoteText;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.platform.lookup.EntryFilter;
import io.rotadesk.staff.erasing.ErasedPeople;
import io.rotadesk.staff.erasing.Person;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An entry of the call register is corrected, and the version before stays (L2.3). */
@Tag("L2.3")
class CorrectedCallTest extends CallScenario {

    private static final String RIGHT = "13900000009";
    private static final String RIGHT_E164 = "+8613900000009";

    @Autowired
    Corrections corrections;

    @Autowired
    CallSearch search;

    @Autowired
    Notes notes;

    @Autowired
    Notices notices;

    @Autowired
    ErasedPeople people;

    @Autowired
    Traces traces;

    @Test
    void bothVersionsAreKept() {
        CallKey key = registered(CALLER, "12", CALLER);

        assertThat(correct(key, 1, "何先生", CALLER)).isInstanceOf(Corrected.class);

        assertThat(call(key).written().customerName()).isEqualTo("何先生");
        assertThat(corrections.versions(key.contact())).singleElement().satisfies(version -> {
            assertThat(version.text().name()).isEqualTo("12");
            assertThat(version.writtenBy()).isEqualTo(onDuty());
            assertThat(version.replacedBy()).isEqualTo(department.manager());
            assertThat(version.replacedAt()).isEqualTo(clock.instant());
            assertThat(version.reason()).isEqualTo("听错了");
        });
        assertThat(customer(key).name())
                .as("the customer whom this entry named")
                .isEqualTo("何先生");
        assertThat(correct(key, 2, "何先生", CALLER)).isInstanceOf(Unchanged.class);
    }

    @Test
    void searchFindsTheCorrectedNameAndNumberOnly() {
        CallKey key = registered(null, "赫先生", CALLER);
        correct(key, 1, "何先生", RIGHT);

        assertThat(found("何先生")).containsExactly(key);
        assertThat(found(RIGHT)).containsExactly(key);
        assertThat(found("赫先生")).isEmpty();
        assertThat(found(CALLER)).isEmpty();
        assertThat(customers.phones(customer(key).id())).containsExactly(RIGHT_E164);
    }

    @Test
    void numberThatCalledStaysTheCustomers() {
        CallKey key = registered(CALLER, "何先生", "13900000008");
        correct(key, 1, "何先生", RIGHT);

        assertThat(customers.phones(customer(key).id())).containsExactlyInAnyOrder(CALLER_E164, RIGHT_E164);
    }

    @Test
    void nameThatTheCustomerGotSinceThenStays() {
        CallKey key = registered(CALLER, "何", CALLER);
        customers.contacted(department.id(), customer(key).id(), "何先生", null, ContactKind.CALL, clock.instant());
        correct(key, 1, "贺", CALLER);

        assertThat(call(key).written().customerName()).isEqualTo("贺");
        assertThat(customer(key).name()).isEqualTo("何先生");
    }

    @Test
    void numberOfAnotherCustomerIsShownAndNothingIsMerged() {
        Customer other = customerOf(colleague(), RIGHT_E164, Duration.ofDays(1));
        CallKey key = registered(CALLER, "何先生", CALLER);

        CorrectionResult asked = correct(key, 1, "何先生", RIGHT);

        assertThat(asked)
                .isInstanceOfSatisfying(
                        Collision.class,
                        collision -> assertThat(collision.others())
                                .extracting(Customer::id)
                                .containsExactly(other.id()));
        assertThat(call(key).written().customerPhone()).isEqualTo(CALLER_E164);
        assertThat(corrections.versions(key.contact())).isEmpty();
        assertThat(correct(key, 1, "何先生", RIGHT, new SamePerson(other.id())))
                .as("the entry of one customer does not become another's")
                .isInstanceOf(Collision.class);

        assertThat(correct(key, 1, "何先生", RIGHT, SamePerson.SOMEBODY_ELSE)).isInstanceOf(Corrected.class);
        assertThat(customers.byPhone(department.id(), RIGHT_E164))
                .extracting(Customer::id)
                .containsExactlyInAnyOrder(other.id(), customer(key).id());
        assertThat(customers.find(other.id()).orElseThrow().agent()).isEqualTo(colleague());
    }

    @Test
    void callerWhoseNumberIsKnownOnlyNowBecomesTheAgentsCustomer() {
        CallKey key = withoutNumber();
        assertThat(call(key).caller().customerId()).isNull();

        correct(key, 1, "何先生", RIGHT);

        assertThat(customer(key).agent()).isEqualTo(onDuty());
        assertThat(customer(key).lastContactAt()).isEqualTo(call(key).receivedAt());
        assertThat(call(key).written().phoneRefused()).isFalse();
    }

    @Test
    void callerWhoseNameIsKnownOnlyNowHasTheNumberThatCalledToo() {
        CallKey key = registered(CALLER, null, "13900000008");
        assertThat(call(key).caller().customerId()).isNull();

        correct(key, 1, "何先生", RIGHT);

        assertThat(customers.phones(customer(key).id())).containsExactlyInAnyOrder(CALLER_E164, RIGHT_E164);
    }

    @Test
    void customerOfAColleagueWhoIsRecognizedLaterStaysTheColleagues() {
        Customer other = customerOf(colleague(), RIGHT_E164, Duration.ofDays(1));
        CallKey key = withoutNumber();

        assertThat(correct(key, 1, "李先生", RIGHT)).isInstanceOf(Collision.class);
        assertThat(correct(key, 1, "李先生", RIGHT, new SamePerson(other.id() + 1_000)))
                .as("nobody whom the page did not show")
                .isInstanceOf(Collision.class);
        assertThat(correct(key, 1, "李先生", RIGHT, new SamePerson(other.id()))).isInstanceOf(Corrected.class);

        assertThat(call(key).caller().customerId()).isEqualTo(other.id());
        assertThat(customer(key).agent()).isEqualTo(colleague());
    }

    @Test
    void secondOneSeesTheFirstOnesVersion() {
        CallKey key = registered(CALLER, "12", CALLER);
        correct(key, 1, "何先生", CALLER);

        assertThat(correct(key, 1, "贺先生", CALLER)).isInstanceOfSatisfying(Overtaken.class, overtaken -> {
            assertThat(overtaken.version()).isEqualTo(2);
            assertThat(overtaken.present().text().name()).isEqualTo("何先生");
        });
        assertThat(correct(key, 2, "贺先生", CALLER)).isInstanceOf(Corrected.class);
        assertThat(corrections.versions(key.contact()))
                .extracting(version -> version.text().name())
                .containsExactly("12", "何先生");
    }

    @Test
    void ofTwoAtTheSameTimeOneIsOvertaken() throws Exception {
        CallKey key = registered(CALLER, "12", CALLER);
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<CorrectionResult> one = () -> correct(key, 1, "何先生", CALLER);
            Callable<CorrectionResult> other = () -> correct(key, 1, "贺先生", CALLER);
            List<Future<CorrectionResult>> both = pool.invokeAll(List.of(one, other));

            assertThat(List.of(both.get(0).get(), both.get(1).get()))
                    .hasAtLeastOneElementOfType(Corrected.class)
                    .hasAtLeastOneElementOfType(Overtaken.class);
        } finally {
            pool.shutdown();
        }
        assertThat(corrections.versions(key.contact())).hasSize(1);
    }

    @Test
    @Tag("L2.2b")
    void noteIsCorrectedAndTheRightColleagueIsTold() {
        CallKey key = noted();
        String right = department.visitTeam().get(1);

        EntryText text = EntryText.of(new NoteText("刘师傅", "挂号信", right));
        assertThat(corrections.correct(key.contact(), 1, text, "找的是另一位", null, onDuty()))
                .isInstanceOf(Corrected.class);

        assertThat(notes.of(key.contact()).orElseThrow().text().forWhom()).isEqualTo(right);
        assertThat(messages(right)).isEqualTo(1);
        assertThat(messages(colleague())).as("no longer theirs").isZero();
        assertThat(corrections.versions(key.contact()))
                .extracting(EntryVersion::text)
                .extracting(EntryText::note)
                .containsExactly(new NoteText("刘师傅", "挂号信", colleague()));
    }

    @Test
    void erasedPersonIsInNoVersion() {
        String wrong = Traces.own("欧阳误名");
        String right = Traces.own("欧阳正名");
        String number = Traces.ownPhone();
        CallKey key = registered(number, wrong, number);
        correct(key, 1, right, number);
        correct(key, 2, right, RIGHT);
        assertThat(traces.placesThatHold(wrong)).isNotEmpty();

        people.erase(new Person(department.id(), number, key.contact()), department.manager())
                .orElseThrow();

        assertThat(traces.placesThatHold(wrong)).isEmpty();
        assertThat(traces.placesThatHold(right)).isEmpty();
        assertThat(traces.placesThatHold(number)).isEmpty();
        assertThat(traces.placesThatHold("+86" + number)).isEmpty();
        assertThat(corrections.versions(key.contact()))
                .as("that it was corrected stays")
                .hasSize(2);
    }

    @Test
    void nothingIsWrittenIntoAnErasedEntry() {
        CallKey key = registered(CALLER, "12", CALLER);
        correct(key, 1, "何先生", CALLER);
        people.erase(new Person(department.id(), CALLER, key.contact()), department.manager())
                .orElseThrow();

        assertThat(correct(key, 2, "贺先生", RIGHT)).isInstanceOf(Erased.class);

        assertThat(call(key).written().customerName()).isNull();
        assertThat(customers.byPhone(department.id(), RIGHT_E164)).isEmpty();
        assertThat(corrections.versions(key.contact())).hasSize(1);
    }

    @Test
    void personWhoseNumberStoodThereByMistakeIsErasedToo() {
        String theirs = Traces.ownPhone();
        CallKey key = registered(null, "何先生", theirs);
        correct(key, 1, "何先生", RIGHT);

        var erased = people.erase(new Person(department.id(), theirs, null), department.manager())
                .orElseThrow();

        assertThat(erased.records()).containsEntry("corrections", 1);
        assertThat(traces.placesThatHold(theirs)).isEmpty();
        assertThat(call(key).written().customerName())
                .as("somebody else's entry")
                .isEqualTo("何先生");
    }

    private CallKey registered(String number, String name, String phone) {
        CallKey key = ringsFrom(number);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        register(key, name, phone);
        assertThat(call(key).state()).isEqualTo(CallState.REGISTERED);
        return key;
    }

    private CallKey withoutNumber() {
        CallKey key = ringsFrom(null);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        complete(
                taskAt(key, CallHandling.Task.REGISTER_CALL),
                Map.of("customerName", "何先生", "phoneRefused", true, "leftOwnDetails", true));
        return key;
    }

    private CallKey noted() {
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        complete(
                taskAt(key, CallHandling.Task.ASK_CALLER),
                Map.of("enquiry", "other", "noteWho", "刘师傅", "noteAbout", "挂号信", "noteFor", colleague()));
        return key;
    }

    private CorrectionResult correct(CallKey key, int basedOn, String name, String phone) {
        return correct(key, basedOn, name, phone, null);
    }

    private CorrectionResult correct(CallKey key, int basedOn, String name, String phone, SamePerson who) {
        EntryText text =
                EntryText.of(new Needs(name, phone, "web", null, null, null, null, null, null, null), null, null, null);
        return corrections.correct(key.contact(), basedOn, text, "听错了", who, department.manager());
    }

    private Customer customer(CallKey key) {
        return customers.find(call(key).caller().customerId()).orElseThrow();
    }

    private List<CallKey> found(String text) {
        return search
                .find(new EntryFilter<CallState>(department.id(), null, text, null, null, null, null), null, 20)
                .entries()
                .stream()
                .map(call -> call.key())
                .toList();
    }

    private long messages(String login) {
        return notices.unread(login).stream()
                .filter(notice -> notice.kind() == NoticeKind.MESSAGE)
                .count();
    }
}
