package io.rotadesk.web.desk.units;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.petition.workday.PetitionSettings;
import io.rotadesk.staff.unit.SettingDefinition;
import io.rotadesk.staff.unit.SettingKind;
import io.rotadesk.staff.unit.UnitSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** {@code docs/settings.md} is written from the declarations of the settings and the texts of their page. */
class SettingsPageTest {

    private static final Path PAGE = Path.of("docs", "settings.md");

    @Test
    void thePageOfSettingsSaysWhatIsDeclared() throws IOException {
        String page =
                """
                # Settings of a unit

                What a unit decides for itself. `SettingsPageTest` writes this page from the records that declare the settings: change the
                declaration, not the page. They are set on `/desk/units`, or by `PUT /api/units/{unit}` under `settings` ([API](api.md)). A
                length of time is from a second to 30 days: `30s`, `15m`, `PT15M`.

                | key | | default | can be | for |
                |---|---|---|---|---|
                %s
                ## Time limits of petition units

                On `/desk/workdays`, or by `PUT /api/units/{unit}/petition-settings`. A unit that has none of its own has those of the nearest unit above
                that has.

                | key | | default | can be | for |
                |---|---|---|---|---|
                %s""".formatted(rows(UnitSettings.definitions(), true), rows(PetitionSettings.TYPE.settings(), false));

        if (!Files.exists(PAGE) || !Files.readString(PAGE).contentEquals(page)) {
            Files.writeString(PAGE, page);
        }
        assertThat(page)
                .doesNotContain("??")
                .contains("| `rings` |", "| `simpleAcceptDays` |", "| `simpleAcceptKind` |");
    }

    private static String rows(List<SettingDefinition> settings, boolean labelled) {
        return settings.stream()
                .map(setting -> "| `%s` | %s | %s | %s | %s |%n"
                        .formatted(
                                setting.key(),
                                labelled ? label(setting.key()) : labelOfLimit(setting),
                                setting.usual().isEmpty()
                                        ? "–"
                                        : "`" + setting.usual().replace(",", "`, `") + "`",
                                range(setting),
                                setting.in().stream()
                                        .sorted()
                                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining());
    }

    private static String range(SettingDefinition setting) {
        return switch (setting.kind()) {
            case NUMBER -> setting.least() + " to " + setting.most();
            case DURATION -> "a length of time";
            case TIME -> "a time of day";
            case ZONE -> "a time zone";
            case TEXT -> "a text";
            case TEXTS -> "a list of texts";
            case LOCALE -> "`zh-CN`, `en`, or that of the application";
            case CHOICE, CHOICES ->
                (setting.kind() == SettingKind.CHOICES ? "any of " : "")
                        + setting.in().stream()
                                .sorted()
                                .flatMap(kind -> setting.choices(kind).stream())
                                .distinct()
                                .map("`%s`"::formatted)
                                .collect(Collectors.joining(", "));
        };
    }

    private static String label(String key) {
        return messages().getMessage("desk.setting." + key, null, Locale.ENGLISH);
    }

    /** The limits are tables on their page, whose heads say what they are. */
    private static String labelOfLimit(SettingDefinition setting) {
        String step = WorkdayFields.step(setting);
        return step == null
                ? label(setting.key())
                : messages().getMessage("desk.workdays." + step, null, Locale.ENGLISH);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames("i18n/desk-units", "i18n/desk-workdays");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
