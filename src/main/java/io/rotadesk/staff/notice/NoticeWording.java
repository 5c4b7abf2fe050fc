package io.rotadesk.staff.notice;

import io.rotadesk.platform.words.Words;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The sentence of a notice. */
@Component
public class NoticeWording extends Words {

    NoticeWording(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/notice");
    }

    /** In the product's language. */
    public String of(Notice notice) {
        return of(notice, locale());
    }

    public String of(Notice notice, Locale language) {
        return get(language, "notice." + notice.kind(), notice.words().toArray());
    }
}
