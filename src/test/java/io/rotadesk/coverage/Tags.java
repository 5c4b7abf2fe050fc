package io.rotadesk.coverage;

import java.lang.reflect.AnnotatedElement;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;

/** The tags of a test class or a test method. */
final class Tags {

    private Tags() {}

    static Set<String> of(AnnotatedElement element) {
        return AnnotationSupport.findRepeatableAnnotations(element, Tag.class).stream()
                .map(Tag::value)
                .collect(Collectors.toSet());
    }
}
