package io.rotadesk.web.desk.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.petition.attachment.Attachment;
import io.rotadesk.petition.attachment.Attachments;
import io.rotadesk.petition.attachment.Pictures;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterClosing;
import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.NewMatter;
import io.rotadesk.petition.matter.ReceptionRecord;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.paper.PaperKind;
import io.rotadesk.petition.paper.Papers;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import io.rotadesk.petition.reception.Petitions;
import io.rotadesk.petition.reception.Tickets;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.DeskBrowser.Page;
import io.rotadesk.web.desk.TownInBrowser;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Attachments on the pages of a matter, a paper and a ticket, by those who may and those who may not. */
@RotaDeskTest
@Tag("P2")
class AttachmentPagesTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Matters matters;

    @Autowired
    MatterReceptions receptions;

    @Autowired
    MatterClosing closing;

    @Autowired
    Papers papers;

    @Autowired
    Petitions petitions;

    @Autowired
    Tickets tickets;

    @Autowired
    Attachments attachments;

    @Autowired
    TestClock clock;

    TownInBrowser town;
    String responsible;
    DeskBrowser staff;
    DeskBrowser colleague;
    DeskBrowser leader;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        town = new TownInBrowser(application);
        responsible = town.office.staff().get(0);
        staff = town.as(responsible);
        colleague = town.as(town.office.staff().get(1));
        leader = town.as(town.office.leader());
    }

    @Test
    void severalFilesAreAddedAtOnceAndThePageSaysWhatBecameOfEach() {
        Matter matter = received();
        String page = "/desk/matters/" + matter.id();
        assertThat(staff.get(page).html())
                .contains("enctype=\"multipart/form-data\"", "capture=\"environment\"", "还没有附件");
        Page sent = send(
                staff,
                page,
                file("路面.jpg", Pictures.jpeg(800, 600)),
                file("申请.pdf", Pictures.pdf()),
                file("图.jpg", Pictures.text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
                file("", new byte[0]));
        assertThat(sent.redirect()).isEqualTo(page + "#attachments");
        assertThat(sent.said("attached")).contains(2);
        assertThat(sent.said("notAttached").orElseThrow().toString()).contains("图.jpg：只能附照片");

        Page shown = staff.get(page);
        assertThat(shown.text()).contains("路面.jpg", "申请.pdf", "PDF", "移除");
        Attachment photo = of(matter).get(0);
        assertThat(shown.html()).contains("/desk/attachments/" + photo.id() + "/small");
        assertThat(staff.in(Locale.ENGLISH).get(page).text())
                .contains("Files", "Choose files", "Remove")
                .doesNotContain("??");
    }

    @Test
    void theScriptIsAnsweredWithTheListOrWithASentence() {
        Matter matter = received();
        String page = "/desk/matters/" + matter.id();
        Page kept = sendByScript(staff, page, file("路面.jpg", Pictures.jpeg(80, 60)));
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.html()).contains("data-attached", "路面.jpg").doesNotContain("<html");
        Page refused = sendByScript(staff, page, file("病历.jpg", new byte[0]));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).isEqualTo("这个文件是空的");
        assertThat(refused.response().getContentType()).startsWith("text/plain");
    }

    @Test
    void aBrowserTakesAFileForWhatItWasJudgedToBe() {
        Matter matter = received();
        byte[] photo = Pictures.jpeg(800, 600);
        send(staff, "/desk/matters/" + matter.id(), file("a\"b\r\nX: y.html", photo));
        Attachment added = of(matter).get(0);
        Page content = staff.get("/desk/attachments/" + added.id());
        assertThat(content.status()).isEqualTo(200);
        assertThat(content.response().getContentAsByteArray()).isEqualTo(photo);
        assertThat(content.response().getContentType()).isEqualTo("image/jpeg");
        assertThat(content.response().getHeaders("X-Content-Type-Options")).containsOnly("nosniff");
        assertThat(content.response().getHeader("Content-Disposition"))
                .startsWith("inline;")
                .doesNotContain("\n");
        assertThat(content.response().getHeader("Cache-Control")).contains("no-store");
        assertThat(staff.get("/desk/attachments/" + added.id() + "?save=true")
                        .response()
                        .getHeader("Content-Disposition"))
                .startsWith("attachment;");
        Page small = staff.get("/desk/attachments/" + added.id() + "/small");
        assertThat(small.response().getContentType()).isEqualTo("image/jpeg");
        assertThat(small.response().getContentAsByteArray()).hasSizeLessThan(50_000);
    }

    @Test
    @Tag("P1")
    void aFileIsSeenByThoseWhoSeeItsMatterAndAddedByThoseWhoHaveIt() {
        Matter matter = received();
        String page = "/desk/matters/" + matter.id();
        send(staff, page, file("路面.jpg", Pictures.jpeg(80, 60)));
        Attachment added = of(matter).get(0);
        String address = "/desk/attachments/" + added.id();
        DeskBrowser above = town.as(town.centre.leader());
        for (DeskBrowser reader : List.of(leader, above)) {
            assertThat(reader.get(address).status()).isEqualTo(200);
        }
        assertThat(above.get(page).html()).as("looks, and changes nothing").doesNotContain("data-upload");
        assertThat(send(above, page, file("x.pdf", Pictures.pdf())).status()).isEqualTo(403);
        assertThat(above.post(page + "/attachments/" + added.id() + "/remove").status())
                .isEqualTo(403);
        for (DeskBrowser outside : List.of(
                colleague,
                town.as(town.otherOffice.leader()),
                town.as(town.centre.staff().get(0)))) {
            assertThat(outside.get(address).status()).isEqualTo(404);
            assertThat(outside.get(address + "/small").status()).isEqualTo(404);
            assertThat(send(outside, page, file("x.pdf", Pictures.pdf())).status())
                    .isEqualTo(404);
            assertThat(outside.post(page + "/attachments/" + added.id() + "/remove")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(staff.get("/desk/attachments/none").status()).isEqualTo(404);
        assertThat(of(matter)).containsExactly(added);
    }

    @Test
    void aRemovedFileIsGoneForEverybodyAndStaysOnRecord() {
        Matter matter = received();
        String page = "/desk/matters/" + matter.id();
        send(staff, page, file("别人的.jpg", Pictures.jpeg(80, 60)));
        Attachment added = of(matter).get(0);
        Matter other = received();
        assertThat(staff.post("/desk/matters/" + other.id() + "/attachments/" + added.id() + "/remove")
                        .status())
                .as("it is not of that matter")
                .isEqualTo(404);

        Page removed = staff.post(page + "/attachments/" + added.id() + "/remove");
        assertThat(removed.redirect()).isEqualTo(page + "#attachments");
        assertThat(removed.said("detached")).contains("别人的.jpg");
        assertThat(staff.get("/desk/attachments/" + added.id()).status()).isEqualTo(404);
        assertThat(staff.get("/desk/attachments/" + added.id() + "/small").status())
                .isEqualTo(404);
        assertThat(staff.get(page).text()).contains("已移除的 1 个", "别人的.jpg", "接待员1 于 2026-03-02 09:00 移除");
        assertThat(staff.post(page + "/attachments/" + added.id() + "/remove").status())
                .as("twice")
                .isEqualTo(404);
    }

    @Test
    @Tag("P4")
    void aScannedReceiptIsKeptWithItsPaper() {
        Matter matter = received();
        String paper = papers.make(matter.id(), PaperKind.ACCEPTANCE, null, responsible)
                .id()
                .value();
        String page = "/desk/papers/" + paper;
        assertThat(staff.get(page).html()).contains("data-upload");
        send(staff, page, file("回证.pdf", Pictures.pdf()));
        assertThat(staff.get(page).text()).contains("回证.pdf");
        assertThat(staff.get("/desk/matters/" + matter.id()).html()).contains("回证.pdf", "/desk/papers/" + paper);
        assertThat(send(colleague, page, file("x.pdf", Pictures.pdf())).status())
                .isEqualTo(404);
        Attachment added = of(matter).get(0);
        assertThat(staff.post(page + "/attachments/" + added.id() + "/remove").redirect())
                .isEqualTo(page + "#attachments");
    }

    @Test
    @Tag("P3")
    void materialIsPhotographedAtTheHall() {
        TicketId ticket = new TicketId(UUID.randomUUID().toString());
        petitions.announce(
                ticket,
                town.centre.id(),
                new PetitionAnnouncement("林女士", "13800000951", false, 1, null, "村口的路", null, "town"),
                town.centre.staff().get(1));
        Matter matter = matters.get(tickets.find(ticket).orElseThrow().matterId());
        DeskBrowser desk = town.as(town.centre.staff().get(1));
        DeskBrowser other = town.as(town.centre.staff().get(2));
        String page = "/desk/hall/" + ticket + "/attachments";
        assertThat(desk.get(page).text()).contains("带来的材料", "1 号", "还没有附件");
        Page sent = send(desk, "/desk/hall/" + ticket, file("申请.jpg", Pictures.jpeg(80, 60)));
        assertThat(sent.redirect()).isEqualTo(page + "#attachments");
        Attachment added = of(matter).get(0);
        assertThat(desk.get(page).text()).contains("申请.jpg", "移除");
        assertThat(desk.get("/desk/attachments/" + added.id()).status())
                .as("they had it in their hands")
                .isEqualTo(200);
        assertThat(other.get(page).text()).doesNotContain("申请.jpg");
        assertThat(other.get("/desk/attachments/" + added.id()).status()).isEqualTo(404);
        assertThat(other.post(page + "/" + added.id() + "/remove").status()).isEqualTo(404);
        assertThat(staff.get(page).status()).as("another hall").isEqualTo(404);
        assertThat(town.as(town.centre.leader())
                        .get("/desk/matters/" + matter.id())
                        .text())
                .contains("申请.jpg");
        assertThat(desk.in(Locale.ENGLISH).get(page).text())
                .contains("What the petitioner brought")
                .doesNotContain("??");
    }

    @Test
    @Tag("P3")
    void aFileStaysOnceTheTicketIsOver() {
        TicketId ticket = new TicketId(UUID.randomUUID().toString());
        petitions.announce(
                ticket,
                town.centre.id(),
                new PetitionAnnouncement(
                        "林女士", "13800000952", false, 1, clock.instant().plus(Duration.ofHours(1)), "路", null, "town"),
                town.centre.staff().get(1));
        Matter matter = matters.get(tickets.find(ticket).orElseThrow().matterId());
        DeskBrowser desk = town.as(town.centre.staff().get(1));
        String page = "/desk/hall/" + ticket + "/attachments";
        send(desk, page, file("申请.jpg", Pictures.jpeg(80, 60)));
        Attachment added = of(matter).get(0);
        assertThat(desk.get(page).html()).contains(added.id() + "/remove");

        assertThat(petitions.cancel(ticket)).isTrue();

        assertThat(desk.get(page).html()).contains("申请.jpg").doesNotContain(added.id() + "/remove");
        assertThat(desk.post(page + "/" + added.id() + "/remove").status()).isEqualTo(403);
        assertThat(attachments.get(added.id()).isRemoved()).isFalse();
    }

    @Test
    void nothingIsAttachedOnceThePetitionerIsErased() {
        Matter matter = received();
        String page = "/desk/matters/" + matter.id();
        send(staff, page, file("路面.jpg", Pictures.jpeg(80, 60)));
        Attachment added = of(matter).get(0);
        closing.close(matter.id(), responsible);
        matters.erasePetitioner(matter.id(), town.office.leader());
        assertThat(staff.get("/desk/attachments/" + added.id()).status()).isEqualTo(404);
        assertThat(staff.get(page).html()).doesNotContain("data-upload", "路面.jpg");
        assertThat(send(staff, page, file("x.pdf", Pictures.pdf())).status()).isEqualTo(403);
    }

    private List<Attachment> of(Matter matter) {
        return attachments.of(List.of(matter.id()));
    }

    private static Page send(DeskBrowser browser, String page, MockMultipartFile... files) {
        var request = MockMvcRequestBuilders.multipart(page.endsWith("/attachments") ? page : page + "/attachments");
        List.of(files).forEach(request::file);
        return browser.send(request.with(csrf()));
    }

    private static Page sendByScript(DeskBrowser browser, String page, MockMultipartFile file) {
        return browser.send(MockMvcRequestBuilders.multipart(page + "/attachments")
                .file(file)
                .header("X-Requested-With", "XMLHttpRequest")
                .with(csrf()));
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, "text/html", content);
    }

    private Matter received() {
        Matter matter = matters.begin(
                new NewMatter(town.office.id(), null, responsible, "周某", "13800000950", false, 1, "道路", null, "town"));
        receptions.record(
                matter.id(),
                new ReceptionRecord(
                        "周某",
                        "13800000950",
                        false,
                        1,
                        "门前的路坏了",
                        List.of(),
                        "road",
                        "把路修好",
                        null,
                        false,
                        "town",
                        "ordinary"));
        receptions.received(matter.id(), responsible, false);
        return matters.get(matter.id());
    }
}
