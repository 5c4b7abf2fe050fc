package io.rotadesk.web.desk.matters;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.TextColumns;
import io.rotadesk.Traces;
import io.rotadesk.petition.matter.Identities;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.NewMatter;
import io.rotadesk.petition.matter.PetitionerKind;
import io.rotadesk.petition.matter.ReceptionRecord;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.DeskBrowser.Page;
import io.rotadesk.web.desk.TownInBrowser;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** Petitioners may say who they are; the number is shown by its end, found by it, and goes with them (P2). */
@RotaDeskTest
@Tag("P2")
class IdentityPagesTest {

    private static final String NUMBER = "11010519491231002X";

    @Autowired
    WebApplicationContext application;

    @Autowired
    Matters matters;

    @Autowired
    MatterReceptions receptions;

    @Autowired
    Identities identities;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    TownInBrowser town;
    String responsible;
    DeskBrowser staff;

    @BeforeEach
    void aTown() {
        clock.set(TestClock.MONDAY_NINE);
        town = new TownInBrowser(application);
        responsible = town.office.staff().get(0);
        staff = town.as(responsible);
    }

    @Test
    void theNumberIsShownByItsEndWithAgeAndSex() {
        Matter matter = received(1);
        assertThat(save(matter, "PERSON", "１１０１０５ 19491231 002x", "东柳村 3 组", "").said("done"))
                .contains("identity.done");
        var page = staff.get(page(matter));
        assertThat(page.text()).contains("个人", "**************002X", "女", "76 岁", "东柳村 3 组");
        assertThat(page.html()).doesNotContain(NUMBER);
        assertThat(staff.in(Locale.ENGLISH).get(page(matter)).text())
                .contains("Person", "female", "aged 76")
                .doesNotContain("??");
        // The form shows the end only; sent back as it is, the number stays.
        save(matter, "PERSON", "**************002X", "西柳村", "");
        assertThat(identities.of(matter.id()).idNumber().text()).isEqualTo(NUMBER);
        assertThat(identities.of(matter.id()).address()).isEqualTo("西柳村");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aWrongNumberIsRefusedAndStandsInNoLog(CapturedOutput log) {
        Matter matter = received(1);
        String wrong = "110105194912310021";
        Page refused = save(matter, "PERSON", wrong, "", "");
        assertThat(refused.said("refused")).get().asString().contains("身份证号不对");
        assertThat(log.getAll()).doesNotContain(wrong);
        assertThat(save(matter, "COMPANY", NUMBER, "", "").said("refused"))
                .get()
                .asString()
                .contains("统一社会信用代码不对");
        assertThat(save(matter, "KING", "", "", "").said("refused")).isPresent();
        assertThat(identities.of(matter.id()).isUnknown()).isTrue();
        save(matter, "COMPANY", "91350100M000100Y43", "", "");
        assertThat(staff.get(page(matter)).text())
                .contains("法人", "**************0Y43")
                .doesNotContain("岁");
    }

    @Test
    void nobodyHasToSayAnything() {
        Matter matter = received(1);
        save(matter, "PERSON", "", "", "");
        assertThat(staff.get(page(matter)).text()).doesNotContain("**");
    }

    @Test
    void aGroupHasAtMostFiveRepresentativesWithNames() {
        Matter matter = received(12);
        assertThat(save(matter, "PERSON", "", "", "甲一、乙二，丙三,丁四\n戊五;己六").said("refused"))
                .contains("代表最多 5 人");
        save(matter, "PERSON", "", "", "甲一、乙二，丙三,丁四\n戊五");
        assertThat(staff.get(page(matter)).text()).contains("代表 甲一 、乙二 、丙三 、丁四 、戊五");
    }

    @Test
    void aMatterIsFoundByTheEndOfTheNumberInItsTownOnly() {
        Matter matter = received(1);
        save(matter, "PERSON", NUMBER, "", "");
        DeskBrowser leader = town.as(town.office.leader());
        String list = "/desk/matters?unit=" + town.office.id() + "&q=";
        for (String end : List.of("002X", "002x", "1231002X", NUMBER)) {
            assertThat(leader.get(list + end).text()).as(end).contains(matter.number());
        }
        assertThat(leader.get(list + "1949").text()).doesNotContain(matter.number());
        assertThat(leader.get(list + "02X").text()).doesNotContain(matter.number());
        closed(matter);
        assertThat(leader.get(list + "002X").text()).as("closed").contains(matter.number());
        TownInBrowser other = new TownInBrowser(application);
        assertThat(other.as(other.office.leader())
                        .get("/desk/matters?unit=" + other.office.id() + "&q=002X")
                        .text())
                .doesNotContain(matter.number());
    }

    @Test
    void itIsTypedAtTheRegistrationToo() {
        String phone = Traces.ownPhone();
        Page refused = staff.post(
                "/desk/hall",
                "unit",
                town.office.id(),
                "petitionerName",
                "周某",
                "petitionerPhone",
                phone,
                "groupSize",
                "1",
                "destination",
                "town",
                "kind",
                "PERSON",
                "idNumber",
                "110105194912310021");
        assertThat(refused.text()).contains("身份证号不对");
        assertThat(matters.byPhone(town.office.id(), phone, 1)).isEmpty();

        staff.post(
                "/desk/hall",
                "unit",
                town.office.id(),
                "petitionerName",
                "周某",
                "petitionerPhone",
                phone,
                "groupSize",
                "1",
                "destination",
                "town",
                "kind",
                "PERSON",
                "idNumber",
                NUMBER,
                "address",
                "东柳村");

        Matter matter = matters.byPhone(town.office.id(), phone, 1).get(0);
        assertThat(identities.of(matter.id()).idNumber().text()).isEqualTo(NUMBER);
        assertThat(identities.of(matter.id()).address()).isEqualTo("东柳村");
    }

    /** Of somebody who gives no name only the kind is kept; what was typed besides is not thrown away unsaid. */
    @Test
    void anIdentityTypedForAnAnonymousPetitionerIsAskedAboutAndStays() {
        String phone = Traces.ownPhone();
        for (List<String> typed : List.of(
                List.of("idNumber", NUMBER), List.of("address", "东柳村 3 组"), List.of("representatives", "甲一、乙二"))) {
            Page asked = anonymous(phone, typed.get(0), typed.get(1));
            assertThat(asked.text()).contains("来访人不愿留姓名，这一项不会保存");
            assertThat(asked.html()).contains(typed.get(1));
            assertThat(matters.byPhone(town.office.id(), phone, 1)).isEmpty();
        }
        anonymous(phone, "kind", "COMPANY");

        Matter matter = matters.byPhone(town.office.id(), phone, 1).get(0);
        assertThat(identities.of(matter.id()).kind()).isEqualTo(PetitionerKind.COMPANY);
    }

    private Page anonymous(String phone, String field, String value) {
        return staff.post(
                "/desk/hall",
                "unit",
                town.office.id(),
                "anonymous",
                "true",
                "petitionerPhone",
                phone,
                "groupSize",
                "2",
                "destination",
                "town",
                field,
                value);
    }

    @Test
    void itGoesWithThePetitioner() {
        Matter matter = received(8);
        String address = Traces.own("东柳村");
        String spokesman = Traces.own("代表老周");
        save(matter, "PERSON", "440524188001010014", address, spokesman);
        assertThat(TextColumns.thatHold(db, address)).isNotEmpty();

        closed(matter);
        matters.erasePetitioner(matter.id(), town.office.leader());

        assertThat(TextColumns.thatHold(db, address)).isEmpty();
        assertThat(TextColumns.thatHold(db, spokesman)).isEmpty();
        assertThat(TextColumns.thatHold(db, "440524188001010014")).isEmpty();
        assertThat(staff.get(page(matter)).status()).isEqualTo(200);
    }

    @Test
    void onlyTheResponsiblePersonAndLeadersChangeIt() {
        Matter matter = received(1);
        DeskBrowser colleague = town.as(town.office.staff().get(1));
        assertThat(colleague
                        .post(page(matter) + "/identity", "kind", "PERSON", "idNumber", NUMBER)
                        .status())
                .isEqualTo(404);
        assertThat(identities.of(matter.id()).isUnknown()).isTrue();
    }

    private void closed(Matter matter) {
        db.sql("update matter set state = 'CLOSED', closed_at = opened_at, due_at = null, due_kind = null where id = ?")
                .param(matter.id().value())
                .update();
    }

    private Page save(Matter matter, String kind, String number, String address, String representatives) {
        return staff.post(
                page(matter) + "/identity",
                "kind",
                kind,
                "idNumber",
                number,
                "address",
                address,
                "representatives",
                representatives);
    }

    private Matter received(int people) {
        String phone = Traces.ownPhone();
        Matter matter = matters.begin(
                new NewMatter(town.office.id(), null, responsible, "周某", phone, false, people, "路", null, "town"));
        receptions.record(
                matter.id(),
                new ReceptionRecord(
                        "周某", phone, false, people, "路", List.of(), "road", "修路", null, false, "town", "ordinary"));
        receptions.received(matter.id(), responsible, false);
        return matters.get(matter.id());
    }

    private static String page(Matter matter) {
        return "/desk/matters/" + matter.id();
    }
}
