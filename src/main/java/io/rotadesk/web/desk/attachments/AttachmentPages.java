package io.rotadesk.web.desk.attachments;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.attachment.Attachment;
import io.rotadesk.petition.attachment.AttachmentId;
import io.rotadesk.petition.attachment.Attachments;
import io.rotadesk.petition.attachment.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The content of attachments. A browser takes it for what it was judged to be, and for nothing else. */
@Controller
class AttachmentPages {

    private static final Logger log = LoggerFactory.getLogger(AttachmentPages.class);

    private final AttachmentSights sights;
    private final Attachments attachments;

    AttachmentPages(AttachmentSights sights, Attachments attachments) {
        this.sights = sights;
        this.attachments = attachments;
    }

    /** @param save whether the browser saves it instead of showing it */
    @GetMapping("/desk/attachments/{id}")
    ResponseEntity<byte[]> content(
            @PathVariable AttachmentId id,
            @RequestParam(defaultValue = "false") boolean save,
            @AuthenticationPrincipal SignedInUser user) {
        Attachment attachment = sights.require(id, user);
        ContentDisposition.Builder disposition = save ? ContentDisposition.attachment() : ContentDisposition.inline();
        return answer(
                attachment.type().mediaType(),
                disposition.filename(attachment.name(), StandardCharsets.UTF_8).build(),
                read(attachment));
    }

    @GetMapping("/desk/attachments/{id}/small")
    ResponseEntity<byte[]> small(@PathVariable AttachmentId id, @AuthenticationPrincipal SignedInUser user) {
        Attachment attachment = sights.require(id, user);
        return answer(
                MediaType.IMAGE_JPEG_VALUE,
                ContentDisposition.inline().build(),
                attachments
                        .small(attachment.id())
                        .orElseThrow(() -> new NoSuchElementException("no small image of " + id)));
    }

    private byte[] read(Attachment attachment) {
        try {
            return attachments.content(attachment);
        } catch (StoreException e) {
            log.warn("{}", e.getMessage(), e);
            throw new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE, e);
        }
    }

    private static ResponseEntity<byte[]> answer(String type, ContentDisposition disposition, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(content);
    }
}
