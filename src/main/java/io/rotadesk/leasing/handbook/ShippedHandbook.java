package io.rotadesk.leasing.handbook;

import io.rotadesk.leasing.handbook.Section.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The handbook that comes with the product: {@code handbook/script/*.md} and {@code handbook/qa/*.md}. The file name gives
 * place and topic and says what is sensitive ({@code 05-rent.sensitive.md}); the first line is the title.
 */
@Component
class ShippedHandbook {

    private static final Pattern FILE_NAME = Pattern.compile("\\d+-([a-z0-9-]+)(\\.sensitive)?\\.md");

    private final List<Section> sections = Stream.concat(
                    read("classpath:handbook/script/*.md", Kind.SCRIPT), read("classpath:handbook/qa/*.md", Kind.QA))
            .toList();

    List<Section> sections() {
        return sections;
    }

    private static Stream<Section> read(String files, Kind kind) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(files))
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .map(file -> section(file, kind));
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped handbook could not be read: " + files, e);
        }
    }

    private static Section section(Resource file, Kind kind) {
        Matcher name = FILE_NAME.matcher(String.valueOf(file.getFilename()));
        try {
            String[] text = file.getContentAsString(StandardCharsets.UTF_8).split("\n", 2);
            if (!name.matches() || !text[0].startsWith("# ")) {
                throw new IllegalStateException(
                        "Not a section of the handbook (NN-topic.md, first line # title): " + file);
            }
            return new Section(kind, name.group(1), text[0].substring(2), text[1], name.group(2) != null);
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped handbook could not be read: " + file, e);
        }
    }
}
