package io.rotadesk.petition.matter.process;

import io.rotadesk.petition.matter.Material;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the list of materials: one a line, with its name and, after a colon, what it shows (P2). */
@Component
public class MaterialLines {

    private final HandlingWording texts;

    MaterialLines(HandlingWording texts) {
        this.texts = texts;
    }

    /**
     * @param written null or blank for none
     * @throws io.rotadesk.engine.RefusedException naming the line that does not say what it shows
     */
    public List<Material> read(String written) {
        List<Material> materials = new ArrayList<>();
        String[] lines = written == null ? new String[0] : written.split("\\R");
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.isEmpty()) {
                continue;
            }
            String[] parts = line.split("[：:]", 2);
            if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw texts.refused("materials", "materials.shows", i + 1);
            }
            materials.add(new Material(parts[0].strip(), parts[1].strip()));
        }
        return materials;
    }
}
