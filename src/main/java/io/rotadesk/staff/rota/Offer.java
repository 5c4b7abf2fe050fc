package io.rotadesk.staff.rota;

import io.rotadesk.staff.unit.TurnReason;
import java.util.List;
import java.util.Optional;

/** What the rota answers: who has the turn, if anybody, and who was passed over and why. */
public final class Offer {

    private final Turn turn;
    private final List<PassedOver> passedOver;
    private final TurnReason nobody;

    private Offer(Turn turn, List<PassedOver> passedOver, TurnReason nobody) {
        this.turn = turn;
        this.passedOver = List.copyOf(passedOver);
        this.nobody = nobody;
    }

    static Offer of(Turn turn, List<PassedOver> passedOver) {
        return new Offer(turn, passedOver, null);
    }

    static Offer nobody(TurnReason why, List<PassedOver> passedOver) {
        return new Offer(null, passedOver, why);
    }

    public Optional<Turn> turn() {
        return Optional.ofNullable(turn);
    }

    /** In the order in which they were asked. */
    public List<PassedOver> passedOver() {
        return passedOver;
    }

    /** Why there is no turn: nobody free, nobody on duty, or closed; empty if there is one. */
    public Optional<TurnReason> nobody() {
        return Optional.ofNullable(nobody);
    }

    @Override
    public String toString() {
        return "Offer[" + (turn != null ? turn : nobody) + ", passed over " + passedOver + "]";
    }
}
