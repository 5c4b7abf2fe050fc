package io.rotadesk.petition.matter.process;

import io.rotadesk.petition.matter.Material;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads the list of materials: one a line, with its name and, after a colon, what it shows (P2). */
@Component
public class MaterialLines {

    /**
     * The first colon that parts a line: a full-width one anywhere; a half-width one only where it is no part of an
     * address, a time or a drive, so after a Chinese character or bracket, or before a blank.
     */
    private static final Pattern COLON = Pattern.compile("：|(?<=[\\p{IsHan}\\p{Pe}\\p{Pf}]):(?![/\\\\])|:(?=\\s+\\S)");

    /**
     * @param written null or blank for none
     * @return nothing of what was typed is lost; a line without a colon is a material of which nobody said what it shows
     */
    public List<Material> read(String written) {
        return written == null
                ? List.of()
                : written.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(MaterialLines::material)
                        .toList();
    }

    private static Material material(String line) {
        String[] parts = COLON.split(line, 2);
        boolean isParted = parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank();
        return isParted ? new Material(parts[0].strip(), parts[1].strip()) : new Material(line, "");
    }
}
