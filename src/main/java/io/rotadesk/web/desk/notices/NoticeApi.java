package io.rotadesk.web.desk.notices;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.staff.notice.Notices;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own unread notices, for the screens that show them. */
@RestController
@RequestMapping("/desk/notices")
class NoticeApi {

    /**
     * The person's unread notices, latest first.
     *
     * @param header the name of the header in which the next request sends the token
     */
    record Answer(String header, String token, List<NoticeLine> notices) {}

    private final Notices notices;
    private final NoticeLines lines;

    NoticeApi(Notices notices, NoticeLines lines) {
        this.notices = notices;
        this.lines = lines;
    }

    @GetMapping("/unread")
    ResponseEntity<Answer> unread(@AuthenticationPrincipal SignedInUser user, CsrfToken csrf, Locale locale) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Answer(csrf.getHeaderName(), csrf.getToken(), lines.unread(user.login(), locale)));
    }

    /** Somebody else's notice stays as it is; the answer is the same. */
    @PostMapping("/{id}/read")
    ResponseEntity<Void> read(@PathVariable long id, @AuthenticationPrincipal SignedInUser user) {
        notices.read(user.login(), id);
        return ResponseEntity.noContent().build();
    }
}
