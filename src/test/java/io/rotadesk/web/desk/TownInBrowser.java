package io.rotadesk.web.desk;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.TestPeople;
import org.springframework.web.context.WebApplicationContext;

/** A town of its own for one test: a centre with three staff and two offices below it. */
public final class TownInBrowser {

    public final ReceptionPoint centre;
    public final ReceptionPoint office;
    public final ReceptionPoint otherOffice;

    private final WebApplicationContext application;
    private final TestPeople people;

    public TownInBrowser(WebApplicationContext application) {
        this.application = application;
        this.people = new TestPeople(application.getBean(Accounts.class));
        ReceptionPoint.Founder founder = application.getBean(ReceptionPoint.Founder.class);
        centre = founder.found(null, 3);
        office = founder.found(centre.id(), 2);
        otherOffice = founder.found(centre.id(), 2);
    }

    /** Somebody of these units, as they are when they log in. */
    public DeskBrowser as(String login) {
        SignedInUser known = application.getBean(Accounts.class).find(login).orElseThrow();
        return DeskBrowser.of(
                application,
                people.named(
                        login, known.units().iterator().next(), known.roles().toArray(Role[]::new)));
    }

    public DeskBrowser administrator() {
        return DeskBrowser.of(application, people.with(null, Role.ADMINISTRATOR));
    }
}
