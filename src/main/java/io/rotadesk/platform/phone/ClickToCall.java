package io.rotadesk.platform.phone;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether a click on a number dials it: links of that kind are of no use where no program of the computer takes them. */
@Component
public class ClickToCall {

    private final boolean on;

    /** @param on {@code rotadesk.click-to-call} */
    public ClickToCall(@Value("${rotadesk.click-to-call:true}") boolean on) {
        this.on = on;
    }

    /**
     * @param number as it is kept; null counts as none
     * @return an address of the kind {@code tel:}; empty for a text that is no number, and if clicks dial nothing
     */
    public Optional<String> address(String number) {
        return on ? PhoneNumbers.e164(number).map("tel:"::concat) : Optional.empty();
    }
}
