package io.rotadesk.leasing.customer.process;

import io.rotadesk.platform.words.Words;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a follow-up says to people. */
@Component
class FollowUpWording extends Words {

    FollowUpWording(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/customer");
    }
}
