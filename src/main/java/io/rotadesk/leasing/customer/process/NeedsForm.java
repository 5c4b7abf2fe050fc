package io.rotadesk.leasing.customer.process;

import io.rotadesk.engine.SubmittedForm;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.leasing.customer.Needs;

/** Reads what was entered in a register form about the customer. The fields are those of {@link NeedsView}. */
public final class NeedsForm {

    /** The field that is ticked for a number that nobody could check. */
    public static final String UNCONFIRMED = Fields.PHONE_UNCONFIRMED;

    private static final String AS_SAID = Fields.PHONE_AS_SAID;

    private NeedsForm() {}

    public static Needs entered(SubmittedForm form) {
        return new Needs(
                form.text(Fields.CUSTOMER_NAME),
                form.text(form.ticked(UNCONFIRMED) ? AS_SAID : Fields.CUSTOMER_PHONE),
                form.text(Fields.MEDIA_SOURCE),
                form.text(Fields.INTERESTS),
                form.number(Fields.FLOOR_AREA),
                form.text(Fields.TRADE_TYPE),
                form.text(Fields.BUDGET),
                form.date(Fields.MOVE_IN_DATE),
                form.text(Fields.REMARKS),
                form.text(Fields.QUESTION_FOR_MANAGER));
    }
}
