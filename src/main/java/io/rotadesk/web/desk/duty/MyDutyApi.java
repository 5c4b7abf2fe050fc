package io.rotadesk.web.desk.duty;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.staff.duty.OpenPages;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.duty.morning.DutyNotices;
import io.rotadesk.staff.rota.WrapUps;
import io.rotadesk.staff.unit.RosterRefusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The requests that Tasklist makes for the person logged in: presence, leave, the day's announcement. */
@RestController
@RequestMapping("/desk/me")
class MyDutyApi {

    /**
     * An answer.
     *
     * @param duty null for a person who takes no turns
     * @param header the name of the header in which the next request sends the token
     */
    record Answer(MyDuty duty, String header, String token) {}

    private final MyDuties duties;
    private final Presence presence;
    private final OpenPages pages;
    private final DutyNotices notices;
    private final WrapUps wrapUps;

    MyDutyApi(MyDuties duties, Presence presence, OpenPages pages, DutyNotices notices, WrapUps wrapUps) {
        this.duties = duties;
        this.presence = presence;
        this.pages = pages;
        this.notices = notices;
        this.wrapUps = wrapUps;
    }

    @GetMapping
    ResponseEntity<Answer> me(@AuthenticationPrincipal SignedInUser user, CsrfToken csrf) {
        MyDuty duty = duties.of(user.login()).orElse(null);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Answer(duty, csrf.getHeaderName(), csrf.getToken()));
    }

    @PostMapping("/presence")
    ResponseEntity<Answer> presence(
            @RequestParam boolean here,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedInUser user,
            CsrfToken csrf) {
        if (here) {
            presence.present(user.login());
            pages.opened(user.login());
        } else {
            presence.away(user.login(), PresencePages.cut(note));
        }
        return me(user, csrf);
    }

    /** The person has done something on a page: they are here. */
    @PostMapping("/here")
    ResponseEntity<Void> here(@AuthenticationPrincipal SignedInUser user) {
        pages.opened(user.login());
        return ResponseEntity.noContent().build();
    }

    /** The person is ready for the next turn before their wrap-up time is over. */
    @PostMapping("/ready")
    ResponseEntity<Answer> ready(@AuthenticationPrincipal SignedInUser user, CsrfToken csrf) {
        wrapUps.ready(user.login());
        return me(user, csrf);
    }

    @PostMapping("/leave")
    ResponseEntity<Answer> leave(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedInUser user,
            CsrfToken csrf) {
        presence.leave(user.login(), from, to, PresencePages.cut(note));
        return me(user, csrf);
    }

    @PostMapping("/leave/cancel")
    ResponseEntity<Answer> cancel(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @AuthenticationPrincipal SignedInUser user,
            CsrfToken csrf) {
        presence.cancelLeave(user.login(), from);
        return me(user, csrf);
    }

    /** @param at the time at which the announcement that they read was made */
    @PostMapping("/seen")
    ResponseEntity<Answer> seen(@RequestParam Instant at, @AuthenticationPrincipal SignedInUser user, CsrfToken csrf) {
        duties.of(user.login()).ifPresent(duty -> notices.seen(duty.unit(), duty.today(), user.login(), at));
        return me(user, csrf);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(RosterRefusal refusal, Locale locale) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", refusal.reason(locale)));
    }
}
