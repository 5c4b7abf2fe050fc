package io.rotadesk.petition.paper;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.petition.matter.Identities;
import io.rotadesk.petition.matter.Material;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterClosing;
import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.NewMatter;
import io.rotadesk.petition.matter.ReceptionRecord;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A town of its own for each test: a centre and an office below it, where a petitioner was received. */
@RotaDeskTest
abstract class PaperScenario {

    @Autowired
    ReceptionPoint.Founder founder;

    @Autowired
    Papers papers;

    @Autowired
    PaperSigning signing;

    @Autowired
    PaperDeliveries deliveries;

    @Autowired
    PaperTemplates templates;

    @Autowired
    Matters matters;

    @Autowired
    MatterReceptions receptions;

    @Autowired
    Identities identities;

    @Autowired
    MatterClosing closing;

    @Autowired
    Units units;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    ReceptionPoint centre;
    ReceptionPoint office;
    String responsible;
    String leader;

    @BeforeEach
    void aTown() {
        clock.set(TestClock.MONDAY_NINE);
        centre = founder.found(null, 1);
        office = founder.found(centre.id(), 2);
        responsible = office.staff().get(0);
        leader = office.leader();
        set("paperMark", "东柳访");
    }

    void set(String key, Object value) {
        Unit unit = units.get(office.id());
        units.save(new Unit(
                unit.id(),
                unit.kind(),
                unit.name(),
                null,
                unit.parentId(),
                unit.managers(),
                unit.deputies(),
                unit.settings().with(key, value)));
    }

    Matter received(String name, String phone) {
        Matter matter =
                matters.begin(new NewMatter(office.id(), null, responsible, name, phone, false, 1, "道路", null, "town"));
        receptions.record(
                matter.id(),
                new ReceptionRecord(
                        name,
                        phone,
                        false,
                        1,
                        "门前的路坏了",
                        List.of(new Material("照片", "路面塌陷"), new Material("身份证", "")),
                        "road",
                        "把路修好",
                        null,
                        false,
                        "town",
                        "ordinary"));
        receptions.received(matter.id(), responsible, false);
        return matters.get(matter.id());
    }

    /** A draft whose gaps the responsible person has filled in. */
    Paper written(Matter matter, PaperKind kind) {
        Paper draft = papers.make(matter.id(), kind, null, responsible);
        String text = draft.wording().text().replaceAll("【请填写：[^】]*】", "已经填好");
        return papers.edit(
                draft.id(),
                new Wording(draft.wording().title(), text),
                draft.writing().editedAt(),
                responsible);
    }

    Paper signed(Matter matter, PaperKind kind) {
        Paper handedIn = signing.handIn(written(matter, kind).id(), responsible);
        return handedIn.isSigned() ? handedIn : signing.sign(handedIn.id(), leader);
    }

    Paper delivered(Paper paper) {
        return deliveries.deliver(paper.id(), Delivery.How.IN_PERSON, clock.instant(), "周某", "本人", null, responsible);
    }
}
