package io.rotadesk.engine;

import io.rotadesk.platform.words.Words;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What this package says to people. */
@Component
class EngineWording extends Words {

    EngineWording(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/engine");
    }
}
