package io.rotadesk.leasing.customer.process;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.platform.input.BadField;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.platform.words.Words;
import io.rotadesk.staff.unit.Units;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks about a number that nobody can have, such as a mobile number with a digit too few, before it founds a claim (L2.3). */
@Component
public class PhoneQuestion extends Words {

    private static final String FIELD = Fields.CUSTOMER_PHONE;

    /** Firms have numbers as short as this that no plan of numbers names. They are kept, and found no claim. */
    private static final int SHORT = 5;

    private final Units units;

    PhoneQuestion(Units units, @Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/customer");
        this.units = units;
    }

    /**
     * @param typed the number; null or blank if there is none, which is no question
     * @throws RefusedException naming the field, if it is a number that nobody can have
     */
    public void ask(String unitId, String typed) {
        String number = SafeText.orNull(typed);
        boolean doubtful = number != null
                && PhoneNumbers.digits(number).length() > SHORT
                && PhoneNumbers.e164(number, units.get(unitId).settings().numbering())
                        .isEmpty();
        if (doubtful) {
            String why = toReader("phone.doubtful");
            throw new RefusedException(why, new BadField(FIELD, why));
        }
    }
}
