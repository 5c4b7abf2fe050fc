package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterState;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import io.rotadesk.petition.reception.PetitionRefusal;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.petition.reception.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody is registered: by the reception's form, or announced on a page (P2, P3). */
class RegistrationTest extends PetitionScenario {

    private static final String NAME = "独孤求安";
    private static final String PHONE = "13655550123";

    @Test
    @Tag("P3")
    void theFormMakesATicketAndAMatterAndSomebodyIsToCall() {
        Ticket ticket = registered(form(
                "petitionerName",
                NAME,
                "petitionerPhone",
                PHONE,
                "groupSize",
                4,
                "destination",
                "town",
                "matterSummary",
                "水费"));

        assertThat(ticket.number()).isEqualTo(1);
        assertThat(ticket.groupSize()).isEqualTo(4);
        assertThat(ticket.unitId()).isEqualTo(centre.id());
        assertThat(ticket.registration().by()).isEqualTo(first());
        assertThat(ticket.state()).isEqualTo(TicketState.CALLED);
        Matter matter = matters.get(ticket.matterId());
        assertThat(matter.petitionerName()).isEqualTo(NAME);
        assertThat(matter.petitionerPhone()).isEqualTo("+86" + PHONE);
        assertThat(matter.summary()).isEqualTo("水费");
        assertThat(matter.state()).isEqualTo(MatterState.WAITING);
        Task call = taskAt(ticket.id(), "Task_CallPetitioner", first());
        assertThat(tasks.getVariable(call.getId(), "ticketLine").toString())
                .contains("1 号")
                .contains("4 人");
        assertThat(tasks.getVariable(call.getId(), "petitionerLine").toString()).contains(NAME);
    }

    /** What form-js gets is Markdown that shows exactly what was typed; tables and pages keep it as it was. */
    @Test
    @Tag("P2")
    void textsThatLookLikeFormattingStayTextInLaterForms() {
        String name = "<b>x</b>*星*{{a}}";
        String account = "# 标题 [链接](http://evil.example) <img src=x> **粗**";
        Ticket ticket = registered(form("petitionerName", name, "groupSize", 1, "matterSummary", account));
        String line = shown(taskAt(ticket.id(), "Task_CallPetitioner"), "petitionerLine");
        assertThat(line)
                .startsWith("\\<b>x\\</b>\\*星\\*{{a}}")
                .contains("# 标题 \\[链接\\](http\\://evil.example) \\<img src=x> \\*\\*粗\\*\\*");

        isReceived(ticket.id(), "petitionerName", name, "matter", account, "purpose", account, "settleNow", "yes");
        Task settle = taskAt(ticket.id(), "Task_SettleOnTheSpot");
        assertThat(shown(settle, "matterLine")).contains("\\<b>x\\</b>\\*星\\*{{a}}");
        assertThat(shown(settle, "matterText"))
                .contains("\\[链接\\](http\\://evil.example) \\<img src=x> \\*\\*粗\\*\\*")
                .doesNotContain("](http:", " <img");
        assertThat(matters.get(ticket.matterId()).account()).isEqualTo(account);
    }

    private String shown(Task task, String name) {
        return engine.getFormService()
                .getTaskFormVariables(task.getId())
                .get(name)
                .toString();
    }

    @Test
    @Tag("P2")
    void anAnonymousPetitionerGivesNeitherNameNorNumber() {
        Ticket ticket = registered(form("anonymous", true, "groupSize", 1, "destination", "town"));
        Matter matter = matters.get(ticket.matterId());
        assertThat(matter.anonymous()).isTrue();
        assertThat(matter.petitionerName()).isNull();
        Task call = taskAt(ticket.id(), "Task_CallPetitioner");
        assertThat(tasks.getVariable(call.getId(), "petitionerLine").toString()).contains("匿名");
    }

    @Test
    @Tag("P2")
    void thatAPetitionerAgreesToMessagesIsKeptWithTheMatterAndNotInTheProcess() {
        Ticket ticket = registered(form("petitionerName", NAME, "petitionerPhone", PHONE, "agreesToMessages", true));
        assertThat(matters.get(ticket.matterId()).agreesToMessages()).isTrue();
        assertThat(runtime.getVariables(instance(ticket.id()).getId())).doesNotContainKey("agreesToMessages");
        assertThat(matters.get(registered(form("petitionerName", "别人", "petitionerPhone", phone()))
                                .matterId())
                        .agreesToMessages())
                .as("an earlier form has no such field")
                .isFalse();
    }

    @Test
    @Tag("P2")
    void aPetitionerWithoutAPhoneIsRegisteredByTheNameAlone() {
        Ticket ticket = registered(form("petitionerName", NAME));
        Matter matter = matters.get(ticket.matterId());
        assertThat(matter.petitionerName()).isEqualTo(NAME);
        assertThat(matter.petitionerPhone()).isNull();
        assertThat(ticket.groupSize()).isEqualTo(1);
        assertThat(matter.destination()).isEqualTo("town");
    }

    @ParameterizedTest
    @CsvSource({
        "petitionerName, , 姓名",
        "petitionerPhone, 明天再说, 电话",
        "groupSize, 0, 人数",
        "groupSize, 6000, 人数",
        "groupSize, 1.5, 人数",
        "appointmentAt, 2000-01-01T09:00, 预约时间",
        "earlierMatter, 1999-999999, 事项编号",
        "destination, moon, 到哪里",
    })
    @Tag("P3")
    void anInvalidValueIsRefusedAndTheMessageNamesTheField(String field, String value, String named) {
        Map<String, Object> form =
                form("petitionerName", NAME, "petitionerPhone", PHONE, "groupSize", 1, "destination", "town");
        form.put(field, value != null && field.equals("groupSize") ? (Object) Double.valueOf(value) : value);
        form.values().removeIf(nothing -> nothing == null);

        assertThatThrownBy(() -> registered(form))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(named);
        assertThat(db.sql("select count(*) from ticket where unit_id = ?")
                        .param(centre.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Tag("P3")
    void anAnnouncementIsCheckedLikeTheForm() {
        Instant past = clock.instant().minus(Duration.ofMinutes(1));
        for (var refused : Map.of(
                        "petitionerName", new PetitionAnnouncement("  ", phone(), false, 1, null, null, null, null),
                        "petitionerPhone", new PetitionAnnouncement("甲", "打我", false, 1, null, null, null, null),
                        "groupSize", new PetitionAnnouncement("甲", phone(), false, 0, null, null, null, null),
                        "appointmentAt", new PetitionAnnouncement("甲", phone(), false, 1, past, null, null, null),
                        "earlierMatter", new PetitionAnnouncement("甲", phone(), false, 1, null, null, "7", null))
                .entrySet()) {
            assertThatThrownBy(() -> comes(centre, refused.getValue()))
                    .isInstanceOfSatisfying(
                            PetitionRefusal.class,
                            refusal -> assertThat(refusal.field()).isEqualTo(refused.getKey()));
        }
        assertThatThrownBy(() -> desk.announce(new TicketId("nicht möglich"), centre.id(), petitioner("甲"), null))
                .isInstanceOf(PetitionRefusal.class);
        assertThatThrownBy(() -> desk.announce(newId(), "no-such-unit", petitioner("甲"), null))
                .isInstanceOf(PetitionRefusal.class);
    }

    @Test
    @Tag("P3")
    void announcedTwiceIsOneTicket() throws Exception {
        TicketId id = newId();
        PetitionAnnouncement announcement = petitioner("双击");
        List<Boolean> first = atOnce(List.of(
                () -> desk.announce(id, centre.id(), announcement, null).first(),
                () -> desk.announce(id, centre.id(), announcement, null).first()));

        assertThat(first).containsExactlyInAnyOrder(true, false);
        assertThat(desk.announce(id, centre.id(), announcement, null).first()).isFalse();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.value())
                        .count())
                .isOne();
        assertThat(matters.byPhone(centre.id(), announcement.petitionerPhone(), 9))
                .hasSize(1);
        assertThatThrownBy(() -> desk.announce(id, village.id(), announcement, null))
                .isInstanceOf(PetitionRefusal.class);
        assertThat(ticket(comes()).number()).isEqualTo(2);
    }

    @Test
    @Tag("P3")
    void aFormThatIsSentTwiceIsOneTicket() throws Exception {
        Map<String, Object> form =
                form("petitionerName", NAME, "petitionerPhone", phone(), "groupSize", 1, "destination", "town");
        Callable<String> send = () -> {
            try {
                return registered(form).id().value();
            } catch (RefusedException twice) {
                return twice.getMessage();
            }
        };
        List<String> answers = atOnce(List.of(send, send));
        assertThat(answers).filteredOn(answer -> answer.contains("已经登记过，是 1 号")).hasSize(1);
        assertThat(send.call()).contains("已经登记过");
        // Later it is another visit.
        clock.forward(Duration.ofMinutes(2));
        assertThat(registered(form).number()).isEqualTo(2);
    }

    @Test
    @Tag("P3")
    void textThatLooksLikeAnExpressionStaysText() {
        String trap = "${petitions.blank()}#{1+1}";
        TicketId id = comes(centre, new PetitionAnnouncement(trap, phone(), false, 1, null, trap, null, null));
        Task call = taskAt(id, "Task_CallPetitioner");
        assertThat(tasks.getVariable(call.getId(), "petitionerLine").toString()).contains(trap);
        isReceived(id, "petitionerName", trap, "matter", trap, "purpose", trap);
        assertThat(matter(id).purpose()).isEqualTo(trap);
        assertThat(matter(id).account()).isEqualTo(trap);
    }

    @Test
    @Tag("P2")
    void neitherProcessNorHistoryKeepsWhoItIs() {
        Ticket ticket = registered(form(
                "petitionerName",
                NAME,
                "petitionerPhone",
                PHONE,
                "groupSize",
                1,
                "destination",
                "town",
                "matterSummary",
                "只有本人知道的事"));
        isReceived(ticket.id(), "petitionerName", NAME, "petitionerPhone", PHONE, "matter", "只有本人知道的事");
        String instance = instance(ticket.id()).getId();

        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .isEmpty();
        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .activityInstanceIdIn(instance)
                        .list())
                .isNotEmpty()
                .extracting(variable -> String.valueOf(variable.getValue()))
                .noneMatch(RegistrationTest::isPersonal);
        assertThat(history.createHistoricDetailQuery()
                        .processInstanceId(instance)
                        .formFields()
                        .count())
                .isZero();
    }

    @Test
    @Tag("P2")
    void anErasedPetitionerIsForgottenByTheOpenTaskToo() {
        TicketId id = comes(centre, new PetitionAnnouncement(NAME, PHONE, false, 1, null, null, null, null));
        Task call = taskAt(id, "Task_CallPetitioner");
        matters.erasePetitioner(ticket(id).matterId(), centre.leader());
        assertThat(tasks.getVariable(call.getId(), "petitionerLine")).isEqualTo("未留姓名");
        assertThat(matter(id).petitionerName()).isNull();
        assertThat(taskAt(id, "Task_CallPetitioner")).isNotNull();
    }

    private static boolean isPersonal(String value) {
        return value.contains(NAME) || value.contains(PHONE) || value.contains("只有本人知道");
    }

    private Ticket registered(Map<String, Object> form) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(PROCESS)
                .latestVersion()
                .singleResult()
                .getId();
        ProcessInstance started = as(first(), () -> engine.getFormService().submitStartForm(definition, form));
        return ticket(new TicketId(runtime.createProcessInstanceQuery()
                .processInstanceId(started.getId())
                .singleResult()
                .getBusinessKey()));
    }
}
