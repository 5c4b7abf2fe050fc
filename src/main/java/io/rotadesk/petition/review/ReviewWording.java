package io.rotadesk.petition.review;

import io.rotadesk.platform.words.Words;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What is said about reviews. */
@Component
public class ReviewWording extends Words {

    ReviewWording(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/review");
    }

    public String stage(Stage stage) {
        return get("stage." + stage);
    }

    public String outcome(Outcome outcome) {
        return get("outcome." + outcome);
    }

    /** A sentence that names the field. */
    public String refused(ReviewRefusal refusal, Locale locale) {
        return get(
                locale,
                "refused",
                get(locale, "field." + refusal.field()),
                get(locale, refusal.key(), refusal.arguments()));
    }
}
