package io.rotadesk.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads models and forms: those shipped with the application, and those in folders beside it, which a process owner
 * edits. A file in a folder replaces the shipped one of the same name.
 */
record ModelFolders(List<Path> folders) {

    private static final Logger log = LoggerFactory.getLogger(ModelFolders.class);
    private static final List<String> SHIPPED = List.of("classpath*:processes/*", "classpath*:forms/*");

    /** @return the files by their bare names: the same from a folder, an exploded build or a jar */
    SortedMap<String, byte[]> read() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String pattern : SHIPPED) {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                if (resource.getFilename() != null && isModel(resource.getFilename())) {
                    files.put(resource.getFilename(), resource.getContentAsByteArray());
                }
            }
        }
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                readFolder(folder, files);
            }
        }
        return files;
    }

    private static void readFolder(Path folder, Map<String, byte[]> files) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> models = found.filter(Files::isRegularFile)
                    .filter(file -> isModel(file.getFileName().toString()))
                    .toList();
            for (Path file : models) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
            log.info(
                    "Read {} files from {}",
                    models.size(),
                    folder.toAbsolutePath().normalize());
        }
    }

    static boolean isModel(String name) {
        return ModelFile.isBpmn(name) || ModelFile.isDmn(name) || ModelFile.isForm(name);
    }
}
