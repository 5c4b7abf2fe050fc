package io.rotadesk.bench;

import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Queue;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** (a) The rota: a turn is offered and committed, then its contact is finished and committed; one queue. */
final class RotaOffers {

    private final Rota rota;
    private final TransactionTemplate transaction;

    RotaOffers(RotaDesk application) {
        this.rota = application.bean(Rota.class);
        this.transaction = new TransactionTemplate(application.bean(PlatformTransactionManager.class));
    }

    void run(BenchSettings settings, Report report) {
        Load.perSecond(4, settings.seconds() / 2, this::offerAndFinish);
        var table = report.table("rota", "(a) Rota: offers a second, one queue", "threads", "offers/s");
        for (int threads : settings.clients()) {
            table.row(threads, Load.perSecond(threads, settings.seconds(), this::offerAndFinish));
        }
    }

    private void offerAndFinish(int client, long id) {
        Contact contact = new Contact(Contact.Kind.CALL, "rota-" + id);
        String login = transaction.execute(status -> rota.offer(RotaDesk.UNIT, Queue.CALL, contact)
                .turn()
                .orElseThrow()
                .login());
        transaction.executeWithoutResult(status -> rota.finished(contact, login));
    }
}
