package io.rotadesk.staff.rota;

import io.rotadesk.staff.unit.TurnReason;
import java.util.List;
import java.util.Optional;

/** The rota's answer: the agent who has the turn, if there is one, and who was passed over and why. */
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

    /** The agents passed over, in the order in which they were asked. */
    public List<PassedOver> passedOver() {
        return passedOver;
    }

    /** The reason why there is no turn: nobody free, nobody on duty, or closed; empty if there is a turn. */
    public Optional<TurnReason> nobody() {
        return Optional.ofNullable(nobody);
    }

    @Override
    public String toString() {
        return "Offer[" + (turn != null ? turn : nobody) + ", passed over " + passedOver + "]";
    }
}
