package io.rotadesk.web.desk.papers;

import io.rotadesk.petition.paper.NotTheirPaperException;
import io.rotadesk.petition.paper.PaperRefusal;
import io.rotadesk.petition.paper.PaperWording;
import io.rotadesk.platform.input.BadField;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers what no page of papers answers itself. */
@ControllerAdvice(basePackageClasses = PaperAnswers.class)
class PaperAnswers {

    private static final Logger log = LoggerFactory.getLogger(PaperAnswers.class);

    private final PaperWording words;

    PaperAnswers(PaperWording words) {
        this.words = words;
    }

    @ExceptionHandler
    void notTheirs(NotTheirPaperException e, HttpServletResponse response) throws IOException {
        log.info("{}", e.getMessage());
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    /** A refusal that the page does not show beside the field. */
    @ExceptionHandler
    ModelAndView refused(PaperRefusal refusal, Locale locale) {
        ModelAndView page = new ModelAndView("error", HttpStatus.BAD_REQUEST);
        page.addObject("status", HttpStatus.BAD_REQUEST.value());
        page.addObject("fields", List.of(new BadField(refusal.field(), words.refusal(refusal, locale))));
        return page;
    }
}
