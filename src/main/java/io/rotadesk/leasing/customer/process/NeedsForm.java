package io.rotadesk.leasing.customer.process;

import io.rotadesk.engine.SubmittedForm;
import io.rotadesk.leasing.customer.Needs;

/** Reads what was entered in a register form about the customer. The fields are those of {@link NeedsView}. */
public final class NeedsForm {

    /** The field that is ticked for a number that nobody could check. */
    public static final String UNCONFIRMED = "phoneUnconfirmed";

    private static final String AS_SAID = "phoneAsSaid";

    private NeedsForm() {}

    public static Needs entered(SubmittedForm form) {
        return new Needs(
                form.text("customerName"),
                form.text(form.ticked(UNCONFIRMED) ? AS_SAID : "customerPhone"),
                form.text("mediaSource"),
                form.text("interests"),
                form.number("floorArea"),
                form.text("tradeType"),
                form.text("budget"),
                form.date("moveInDate"),
                form.text("remarks"),
                form.text("questionForManager"));
    }
}
