package io.rotadesk.web.desk.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.Statements;
import io.rotadesk.TestClock;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.note.Note;
import io.rotadesk.leasing.note.NoteText;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.staff.erasing.ContactErased;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.DeskRegister;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Only the author, the colleague for whom a note is and the manager read it. */
@RotaDeskTest
@Tag("L2.2b")
class NotePagesTest {

    private static final String WHO = "邮局刘师傅";
    private static final String ABOUT = "有一件挂号信";

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Notes notes;

    @Autowired
    Notices notices;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;
    CallKey call;
    Note note;

    @BeforeEach
    void aNoteOfAnFirstForTheThird() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        call = new CallKey(department.unit, "c1");
        new DeskRegister(jdbc, "call_register", "/desk/calls", Map.of())
                .add(Map.of(
                        "unit_id",
                        department.unit,
                        "call_id",
                        call.callId(),
                        "source",
                        "PHONE_SYSTEM",
                        "state",
                        "OTHER",
                        "received_at",
                        TestClock.MONDAY_NINE,
                        "caller_phone",
                        "+8613812345678",
                        "agent",
                        department.login("A", 1),
                        "owner",
                        department.login("A", 2),
                        "status",
                        "ACTIVE",
                        "registered_at",
                        TestClock.MONDAY_NINE));
        notes.leave(
                department.unit,
                call.contact(),
                department.login("A", 1),
                new NoteText(WHO, ABOUT, department.login("B", 3)));
        note = notes.of(call.contact()).orElseThrow();
    }

    @Test
    void theColleagueTheAuthorAndTheManagerReadIt() {
        for (DeskBrowser person : new DeskBrowser[] {
            department.agent("B", 3), department.agent("A", 1), department.manager(), department.administrator()
        }) {
            String page = person.get(path()).text();
            assertThat(page).contains(WHO, ABOUT, "138 1234 5678", "安一", "白三", "还没有看");
        }
        assertThat(department.agent("B", 3).get(path()).html()).contains("href=\"tel:+8613812345678\"");
        assertThat(department.agent("B", 3).in(Locale.ENGLISH).get(path()).text())
                .contains("I have read it");
    }

    @Test
    void forAnybodyElseThereIsNoSuchNote() {
        var stranger = new DepartmentInBrowser(application);
        for (DeskBrowser person : new DeskBrowser[] {
            department.agent("A", 2), department.agent("B", 1), stranger.manager(), stranger.agent("A", 1)
        }) {
            assertThat(person.get(path()).status()).isEqualTo(404);
            assertThat(person.post(path() + "/read").status()).isEqualTo(404);
            assertThat(person.get("/desk/notes").text()).doesNotContain(WHO);
        }
        assertThat(department
                        .manager()
                        .get("/desk/notes/" + (note.id() + 1_000))
                        .status())
                .isEqualTo(404);
        assertThat(department.agent("A", 2).get("/desk/calls/entry/" + call).text())
                .as("the customer's agent sees the call, not the note")
                .contains("138 1234 5678")
                .doesNotContain(WHO, ABOUT);
        assertThat(notes.find(note.id()).orElseThrow().readAt()).isNull();
    }

    @Test
    void theEntryShowsItToItsAuthor() {
        assertThat(department.agent("A", 1).get("/desk/calls/entry/" + call).text())
                .contains(WHO, ABOUT, "白三");
        assertThat(department
                        .manager()
                        .get("/desk/notes?unit=" + department.unit)
                        .text())
                .contains(WHO, ABOUT);
    }

    @Test
    void aLongListNeedsNoMoreStatementsThanAShortOne() {
        DeskBrowser manager = department.manager();
        manager.get("/desk/notes?unit=" + department.unit);
        List<String> ofOne = Statements.during(() -> manager.get("/desk/notes?unit=" + department.unit));
        for (int i = 2; i < 8; i++) {
            Contact other = new CallKey(department.unit, "n" + i).contact();
            notes.leave(
                    department.unit,
                    other,
                    department.login("A", 1),
                    new NoteText("某", "某事", department.login("B", 3)));
        }

        assertThat(Statements.during(() -> assertThat(manager.get("/desk/notes?unit=" + department.unit)
                                .text())
                        .contains("138 1234 5678", "某事")))
                .hasSameSizeAs(ofOne)
                .hasSizeLessThan(15);
    }

    @Test
    void theColleagueSaysThatTheyHaveReadIt() {
        assertThat(department.manager().get(path()).text())
                .as("not the manager's")
                .doesNotContain("看过了");
        assertThat(department.manager().post(path() + "/read").status()).isEqualTo(302);
        assertThat(notices.unread(department.login("B", 3))).hasSize(1);

        DeskBrowser colleague = department.agent("B", 3);
        assertThat(colleague.post(path() + "/read").redirect()).isEqualTo(path());

        assertThat(colleague.get(path()).text()).contains("2026-03-02 09:00 看过");
        assertThat(notices.unread(department.login("B", 3))).isEmpty();
    }

    @Test
    void markupInANoteIsText() {
        notes.correct(
                department.unit,
                call.contact(),
                department.login("A", 1),
                new NoteText("<b>x</b>", "<script>alert(1)</script>", department.login("B", 3)));

        assertThat(department.agent("B", 3).get(path()).html())
                .contains("&lt;b&gt;x&lt;/b&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void erasedNoteSaysThatItWasErased() {
        application.publishEvent(new ContactErased(call.contact()));

        assertThat(department.agent("B", 3).get(path()).text()).contains("已删除").doesNotContain(WHO, ABOUT);
        assertThat(department
                        .manager()
                        .get("/desk/notes?unit=" + department.unit)
                        .text())
                .contains("已删除");
    }

    private String path() {
        return "/desk/notes/" + note.id();
    }
}
