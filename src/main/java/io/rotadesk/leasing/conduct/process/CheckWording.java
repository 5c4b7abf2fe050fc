package io.rotadesk.leasing.conduct.process;

import io.rotadesk.platform.words.Words;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a spot check says to people. */
@Component
class CheckWording extends Words {

    CheckWording(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/conduct");
    }
}
