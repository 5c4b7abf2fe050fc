package io.rotadesk.web.api.telephony;

import io.rotadesk.access.PhoneSystem;
import io.rotadesk.leasing.phonesystem.PhoneSystems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Messages of phone systems that do not speak our API (docs/phone-systems.md). */
@Tag(name = "Calls")
@RestController
class PhoneSystemController {

    private final PhoneSystems systems;

    PhoneSystemController(PhoneSystems systems) {
        this.systems = systems;
    }

    @Operation(summary = "Takes a message of a phone system in its own words: yeastar, tccc or generic")
    @PostMapping("/api/units/{unit}/phone/{system}")
    @PreAuthorize("@unitAccess.mayPhone(#unit)")
    ResponseEntity<String> take(
            @PathVariable String unit,
            @PathVariable String system,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request) {
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(systems.take(unit, system, text, headers(request)));
    }

    /** The same for systems that cannot send a header: the token is part of the address. */
    @Operation(summary = "The same for a system that cannot send headers: the token stands in the address")
    @PostMapping("/api/phone/{token}/{system}")
    ResponseEntity<String> take(
            @AuthenticationPrincipal PhoneSystem phone,
            @PathVariable String system,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request) {
        return take(phone.unit(), system, body, request);
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return headers;
    }
}
