package io.rotadesk.web.desk.models;

import io.rotadesk.access.Accounts;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.engine.ModelChange;
import io.rotadesk.engine.ModelKind;
import io.rotadesk.engine.ModelVersion;
import io.rotadesk.engine.Models;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import io.rotadesk.web.desk.TroubleSight;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The models: for process owners, who change them, and for those who lead a unit, who want to know how it works. Nothing
 * is changed here; a model has no personal data in it.
 */
@Controller
@RequestMapping("/desk/models")
class ModelPages {

    private static final int PLACES = 100;
    private static final int LONGEST_SEARCH = 100;

    private final Models models;
    private final ModelWording wording;
    private final Accounts accounts;
    private final Clock clock;

    ModelPages(Models models, ModelWording wording, Accounts accounts, Clock clock) {
        this.models = models;
        this.wording = wording;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @ShownUnit Optional<Unit> unit,
            @RequestParam(name = "q", defaultValue = "") String sought,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            Locale locale) {
        check(user);
        String text = SafeText.canBeKept(sought) ? SafeText.cut(sought, LONGEST_SEARCH) : "";
        List<ModelVersion> inForce = models.inForce();
        page.addAttribute("kinds", Arrays.asList(ModelKind.values()));
        page.addAttribute("byKind", inForce.stream().collect(Collectors.groupingBy(ModelVersion::kind)));
        page.addAttribute("running", models.instances());
        page.addAttribute("people", people(inForce));
        page.addAttribute("sought", text);
        page.addAttribute(
                "places",
                models.search(text, PLACES).stream()
                        .map(place -> wording.place(place, locale))
                        .toList());
        page.addAttribute("zone", zone(unit));
        return "desk/models/list";
    }

    @GetMapping("/{kind}/{key}")
    String model(
            @ShownUnit Optional<Unit> unit,
            @PathVariable String kind,
            @PathVariable String key,
            @RequestParam(required = false) Integer version,
            @AuthenticationPrincipal SignedInUser user,
            Model page) {
        check(user);
        List<ModelVersion> versions = versions(kind(kind), key);
        ModelVersion shown = version == null ? versions.get(0) : version(versions, version);
        page.addAttribute("shown", shown);
        page.addAttribute("inForce", versions.get(0));
        page.addAttribute("versions", versions);
        page.addAttribute("people", people(versions));
        page.addAttribute("warnings", models.warnings(shown));
        page.addAttribute("standing", shown.kind() == ModelKind.PROCESS ? models.underWay(key) : Map.of());
        page.addAttribute("text", new String(models.file(shown.kind(), key, shown.version()), StandardCharsets.UTF_8));
        page.addAttribute("zone", zone(unit));
        return "desk/models/model";
    }

    @GetMapping("/{kind}/{key}/compare")
    String compare(
            @ShownUnit Optional<Unit> unit,
            @PathVariable String kind,
            @PathVariable String key,
            @RequestParam int from,
            @RequestParam int to,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            Locale locale) {
        check(user);
        List<ModelVersion> versions = versions(kind(kind), key);
        ModelVersion earlier = version(versions, Math.min(from, to));
        ModelVersion later = version(versions, Math.max(from, to));
        List<ModelChange> changes = models.changes(later.kind(), key, earlier.version(), later.version());
        page.addAttribute("earlier", earlier);
        page.addAttribute("later", later);
        page.addAttribute("people", people(List.of(earlier, later)));
        page.addAttribute(
                "sentences",
                changes.stream().map(change -> wording.change(change, locale)).toList());
        page.addAttribute("marks", wording.marks(changes));
        page.addAttribute("zone", zone(unit));
        return "desk/models/compare";
    }

    /** The file as it was deployed, for Modeler and for the diagram on the page. */
    @GetMapping("/{kind}/{key}/{version}/file")
    ResponseEntity<byte[]> file(
            @PathVariable String kind,
            @PathVariable String key,
            @PathVariable int version,
            @AuthenticationPrincipal SignedInUser user) {
        check(user);
        ModelVersion found = version(versions(kind(kind), key), version);
        String name = found.file().substring(found.file().lastIndexOf('/') + 1);
        return ResponseEntity.ok()
                .contentType(found.kind() == ModelKind.FORM ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(models.file(found.kind(), key, version));
    }

    private List<ModelVersion> versions(ModelKind kind, String key) {
        List<ModelVersion> versions = models.versions(kind, key);
        if (versions.isEmpty()) {
            throw new NoSuchElementException("no model " + key);
        }
        return versions;
    }

    private static ModelVersion version(List<ModelVersion> versions, int version) {
        return versions.stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no version " + version));
    }

    private static ModelKind kind(String slug) {
        return Arrays.stream(ModelKind.values())
                .filter(kind -> kind.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no kind of model " + slug));
    }

    /** Models belong to no unit, but whoever looks at them lives in one. */
    private ZoneId zone(Optional<Unit> unit) {
        return unit.map(one -> one.settings().zone()).orElse(clock.getZone());
    }

    /** The names of those who deployed, by login. */
    private Map<String, String> people(List<ModelVersion> versions) {
        return versions.stream()
                .map(ModelVersion::by)
                .filter(login -> login != null)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), this::name));
    }

    private String name(String login) {
        return accounts.find(login).map(SignedInUser::displayName).orElse(login);
    }

    private static void check(SignedInUser user) {
        if (!TroubleSight.sees(user)) {
            throw new AccessDeniedException(user.login() + " may not see models");
        }
    }
}
