package io.rotadesk.web.desk.papers;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.paper.Paper;
import io.rotadesk.petition.paper.PaperId;
import io.rotadesk.petition.paper.PaperKind;
import io.rotadesk.petition.paper.PaperWording;
import io.rotadesk.petition.paper.Papers;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import io.rotadesk.web.desk.matters.MatterSights;
import io.rotadesk.web.desk.matters.PrintedCode;
import io.rotadesk.web.desk.matters.PrintedCodes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The papers that are not finished, one paper, and its sheet for the printer. The papers of a matter are seen by everybody who sees the matter. */
@Controller
class PaperPages {

    /** More papers than a unit has open at a time. */
    private static final int MOST = 200;

    private final Papers papers;
    private final PaperSights sights;
    private final PaperViews views;
    private final PaperPdf pdf;
    private final PaperWording words;
    private final MatterSights matters;
    private final PrintedCodes codes;
    private final Agents agents;
    private final UnitAccess access;

    PaperPages(
            Papers papers,
            PaperSights sights,
            PaperViews views,
            PaperPdf pdf,
            PaperWording words,
            MatterSights matters,
            PrintedCodes codes,
            Agents agents,
            UnitAccess access) {
        this.papers = papers;
        this.sights = sights;
        this.views = views;
        this.pdf = pdf;
        this.words = words;
        this.matters = matters;
        this.codes = codes;
        this.agents = agents;
        this.access = access;
    }

    /** Leaders see all papers of their unit that are not finished; others those that they write. */
    @GetMapping("/desk/papers")
    String open(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page, Locale locale) {
        boolean leads = access.mayManage(unit.id());
        List<Paper> open = papers.open(unit.id(), leads ? null : user.login(), MOST);
        page.addAttribute("unit", unit);
        page.addAttribute("leads", leads);
        page.addAttribute("papers", open);
        page.addAttribute("people", agents.names(unit.id()));
        page.addAttribute(
                "kinds",
                Arrays.stream(PaperKind.values())
                        .collect(Collectors.toMap(Function.identity(), kind -> words.kind(kind, locale))));
        return "desk/papers/list";
    }

    @GetMapping("/desk/papers/{id}")
    String paper(@PathVariable PaperId id, @AuthenticationPrincipal SignedInUser user, Model page, Locale locale) {
        PaperView view = views.of(sights.require(id, user), locale);
        page.addAttribute("view", view);
        page.addAttribute("form", PaperForm.of(view.paper()));
        return "desk/papers/paper";
    }

    @GetMapping("/desk/papers/{id}/print")
    String sheet(@PathVariable PaperId id, @AuthenticationPrincipal SignedInUser user, Model page, Locale locale) {
        PaperSights.Seen seen = sights.require(id, user);
        PaperView view = views.of(seen, locale);
        page.addAttribute("sheet", view.sheet());
        page.addAllAttributes(seen.paper().kind().isDelivered() ? codes.on(seen.matter(), user) : Map.of());
        page.addAttribute("pdf", pdf.canWrite(view.sheet()) ? "/desk/papers/" + id + "/pdf" : null);
        page.addAttribute("back", "/desk/papers/" + id);
        return "desk/papers/print";
    }

    /** The same as a file, where a font can be embedded in it. */
    @GetMapping("/desk/papers/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable PaperId id, @AuthenticationPrincipal SignedInUser user, Locale locale) {
        PaperSights.Seen seen = sights.require(id, user);
        Sheet sheet = views.of(seen, locale).sheet();
        PrintedCode code = seen.paper().kind().isDelivered()
                ? codes.of(seen.matter(), user).orElse(null)
                : null;
        byte[] file =
                pdf.of(sheet, code).orElseThrow(() -> new NoSuchElementException("no font for a PDF of paper " + id));
        String name = sheet.number() == null ? sheet.title() : sheet.number();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file);
    }

    /** Makes a draft of a matter's paper. */
    @PostMapping("/desk/matters/{id}/papers")
    String make(
            @PathVariable MatterId id,
            @RequestParam PaperKind kind,
            @RequestParam(required = false) String about,
            @AuthenticationPrincipal SignedInUser user) {
        Matter matter = matters.seen(id, user);
        PaperId whose = about == null || about.isBlank() ? null : new PaperId(about);
        return "redirect:/desk/papers/"
                + papers.make(matter.id(), kind, whose, user.login()).id();
    }
}
