package io.rotadesk.petition.matter;

import java.util.List;
import org.springframework.stereotype.Component;

/** The names of those who speak for a group go with the petitioner. */
@Component
class Representatives implements TextsAboutMatters {

    @Override
    public String tableOfTexts() {
        return "matter_representative";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("name");
    }

    @Override
    public List<String> columnsThatKeepAStar() {
        return columnsOfTexts();
    }
}
