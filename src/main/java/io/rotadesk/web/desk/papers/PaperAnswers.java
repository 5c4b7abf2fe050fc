package io.rotadesk.web.desk.papers;

import io.rotadesk.petition.paper.NotTheirPaperException;
import io.rotadesk.petition.paper.PaperRefusal;
import io.rotadesk.petition.paper.PaperWording;
import io.rotadesk.platform.input.BadField;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers what no page of papers answers itself, before the answers for all pages: what was written is given back. */
@ControllerAdvice(basePackageClasses = PaperAnswers.class)
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class PaperAnswers {

    private static final Logger log = LoggerFactory.getLogger(PaperAnswers.class);

    private final PaperWording words;

    PaperAnswers(PaperWording words) {
        this.words = words;
    }

    @ExceptionHandler
    ModelAndView notTheirs(NotTheirPaperException e) {
        log.info("{}", e.getMessage());
        return answer(HttpStatus.FORBIDDEN);
    }

    /** It was thrown away meanwhile, or its matter is no longer theirs to see. */
    @ExceptionHandler
    ModelAndView gone(NoSuchElementException e) {
        log.info("{}", e.getMessage());
        return answer(HttpStatus.NOT_FOUND);
    }

    /** A refusal that the page does not show beside the field. */
    @ExceptionHandler
    ModelAndView refused(PaperRefusal refusal, Locale locale) {
        ModelAndView page = answer(HttpStatus.BAD_REQUEST);
        page.addObject("fields", List.of(new BadField(refusal.field(), words.refusal(refusal, locale))));
        return page;
    }

    /** The page gives back what was written. */
    private static ModelAndView answer(HttpStatus status) {
        ModelAndView page = new ModelAndView("error", status);
        page.addObject("status", status.value());
        return page;
    }
}
