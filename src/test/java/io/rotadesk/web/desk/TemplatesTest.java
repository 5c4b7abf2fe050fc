package io.rotadesk.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Templates can be read, and know no class of Java. */
class TemplatesTest {

    private static final int LONGEST = 160;
    private static final Pattern STATIC_CALL = Pattern.compile("\\bT\\(");

    static List<Resource> templates() throws IOException {
        return Arrays.asList(new PathMatchingResourcePatternResolver().getResources("classpath:templates/**/*.html"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noLineIsTooLongToRead(Resource template) throws IOException {
        assertThat(text(template).lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(LONGEST));
    }

    /** {@code #shown} and {@code #tones} write values and give colours; everything else is the view's. */
    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateCallsAClassOfJavaOrHasAPatternOfItsOwn(Resource template) throws IOException {
        assertThat(text(template)).doesNotContainPattern(STATIC_CALL).doesNotContain("#temporals");
    }

    private static String text(Resource template) throws IOException {
        return template.getContentAsString(StandardCharsets.UTF_8);
    }
}
