package io.rotadesk.web.api.setup;

import io.rotadesk.access.ApiTokens;
import io.rotadesk.staff.unit.Units;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists, makes and revokes the tokens with which a unit's phone systems call the API, for administrators (docs/api.md).
 */
@Tag(name = "Tokens")
@RestController
@RequestMapping("/api/units/{unit}/tokens")
@PreAuthorize("@unitAccess.isAdministrator()")
class TokenController {

    private final ApiTokens tokens;
    private final Units units;

    TokenController(ApiTokens tokens, Units units) {
        this.tokens = tokens;
        this.units = units;
    }

    /** Lists the tokens without their texts: only hashes are kept. */
    @Operation(summary = "The unit's tokens, without themselves")
    @GetMapping
    List<ApiTokens.Token> all(@PathVariable String unit) {
        return tokens.of(units.get(unit).id());
    }

    /** Makes a token. The answer shows its text, here and never again. */
    @Operation(summary = "Makes a token and shows it, here and never again")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Issued create(@PathVariable String unit, @Valid @RequestBody Named named) {
        ApiTokens.Issued issued =
                tokens.create(units.get(unit).id(), named.name().strip());
        return new Issued(issued.id(), issued.name(), issued.clear());
    }

    /** Revokes a token. */
    @Operation(summary = "Revokes a token")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String unit, @PathVariable long id) {
        boolean ofThisUnit = tokens.of(unit).stream().anyMatch(token -> token.id() == id);
        if (!ofThisUnit || !tokens.revoke(id)) {
            throw new NoSuchElementException("no good token " + id + " of unit '" + unit + "'");
        }
    }

    /** @param name the phone system's name, for people */
    record Named(@NotBlank @Size(max = 100) String name) {}

    record Issued(long id, String name, String token) {}
}
