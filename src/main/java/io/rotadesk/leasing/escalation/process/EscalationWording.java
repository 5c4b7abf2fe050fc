package io.rotadesk.leasing.escalation.process;

import io.rotadesk.platform.words.Words;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a question to the manager says to people. */
@Component
class EscalationWording extends Words {

    EscalationWording(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/escalation");
    }
}
