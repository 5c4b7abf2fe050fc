package io.rotadesk.web.desk.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.staff.draft.Draft;
import io.rotadesk.staff.draft.Drafts;
import java.time.Instant;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasklist keeps here what the person types into a form, change by change, and finds it again after a reload or elsewhere. */
@RestController
@RequestMapping("/desk/drafts")
class DraftApi {

    /**
     * All drafts of the person.
     *
     * @param header the name of the header in which the next request sends the token
     */
    record Answer(String login, String header, String token, List<Draft> drafts) {}

    /** When the draft was kept. */
    record Kept(Instant changedAt) {}

    private final Drafts drafts;

    DraftApi(Drafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping
    ResponseEntity<Answer> all(@AuthenticationPrincipal SignedInUser user, CsrfToken csrf) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Answer(user.login(), csrf.getHeaderName(), csrf.getToken(), drafts.of(user.login())));
    }

    /** A task that is not the person's own is answered like one that does not exist; what is too much stays in the browser. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Kept> keep(
            @RequestParam String form, @RequestBody JsonNode typed, @AuthenticationPrincipal SignedInUser user) {
        if (!(typed instanceof ObjectNode)) {
            return ResponseEntity.badRequest().build();
        }
        String text = typed.toString();
        return drafts.isTooMuch(form, text)
                ? ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).build()
                : ResponseEntity.of(drafts.keep(user.login(), form, text).map(Kept::new));
    }

    @DeleteMapping
    ResponseEntity<Void> remove(@RequestParam String form, @AuthenticationPrincipal SignedInUser user) {
        drafts.remove(user.login(), form);
        return ResponseEntity.noContent().build();
    }
}
