package io.rotadesk.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.rotadesk.engine.models.PetitionReception;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterFilter;
import io.rotadesk.petition.matter.MatterSearch;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.Petitions;
import io.rotadesk.petition.reception.ReceptionBoard;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.petition.reception.Tickets;
import io.rotadesk.staff.unit.Queue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo town's reception at work. */
abstract class PetitionBrowserScenario extends BrowserScenario {

    static final String CENTRE = "qinghe";

    @Autowired
    MatterSearch matters;

    @Autowired
    ReceptionBoard board;

    @Autowired
    Petitions petitions;

    @Autowired
    Tickets tickets;

    /** Ends all tickets that the test began, whatever its result. An open matter stays with its responsible person. */
    @AfterEach
    void petitionersAreGone() {
        LocalDate today = units.get(CENTRE).clock().day(clock.instant());
        board.day(CENTRE, today).stream()
                .filter(ticket -> !ticket.registration().at().isBefore(began))
                .map(Ticket::id)
                .forEach(this::end);
        nobodyHasAnybody(CENTRE);
    }

    private void end(TicketId ticket) {
        Awaitility.await().atMost(SOON).until(() -> {
            if (!tickets.get(ticket).state().isOver() && !petitions.left(ticket)) {
                remove(PetitionReception.PROCESS, ticket.value());
            }
            return tickets.get(ticket).state().isOver();
        });
    }

    /** The login of the person who receives the next petitioner. */
    String nextToCall() {
        return rota.today(CENTRE).queues().get(Queue.PETITION).next();
    }

    /** A logged-in person at the reception hall's page. */
    Page hallOf(String login) {
        Page page = tasklistOf(login).page();
        page.navigate(address("/desk/hall?unit=" + CENTRE));
        return page;
    }

    /** Registers a petitioner who has come. */
    void register(Page hall, String name, String phone, String summary) {
        hall.getByLabel("来访人姓名").fill(name);
        hall.getByLabel("联系电话").fill(phone);
        hall.getByLabel("反映什么事").fill(summary);
        hall.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登记取号"))
                .click();
        PlaywrightAssertions.assertThat(hall.getByRole(AriaRole.STATUS).first()).containsText("号");
    }

    /** The petitioner's line on the hall's page, which is updated live. */
    Locator inHall(Page hall, String name) {
        return hall.locator(".visitors > li").filter(new Locator.FilterOptions().setHasText(name));
    }

    /** Waits until the matter of that petitioner is as it should be. */
    Matter matter(String petitioner, Predicate<Matter> asItShouldBe) {
        MatterFilter theirs = new MatterFilter(CENTRE, false, null, petitioner, null, null, false, null, null);
        return Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> matters.find(theirs, null, 1).entries().stream()
                                .findFirst()
                                .orElse(null),
                        found -> found != null && asItShouldBe.test(found));
    }

    /** Fills in the values of every reception; the scenario adds the others. */
    static void listenTo(Tasklist receiver, String account, String category, String purpose) {
        receiver.fill("反映的问题", account)
                .fill("携带的材料", "照片：现场的样子")
                .choose("问题分类", category)
                .fill("来访目的", purpose)
                .tick("来访人确认目的无误")
                .answer("是以前的同一件事吗", "不是")
                .answer("属于本单位办理", "是")
                .answer("性质", "一般");
    }
}
