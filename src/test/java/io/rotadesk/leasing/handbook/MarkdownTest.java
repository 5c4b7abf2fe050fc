package io.rotadesk.leasing.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @Test
    void htmlIsShownAsText() {
        assertThat(Markdown.toHtml("<script>alert(1)</script> <img src=x onerror=alert(1)>"))
                .doesNotContain("<script", "<img")
                .contains("&lt;script&gt;");
    }

    @Test
    void aLinkRunsNoScript() {
        assertThat(Markdown.toHtml("[看](javascript:alert(1)) [图](https://example.org/)"))
                .doesNotContain("javascript")
                .contains("https://example.org/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "java&#115;cript:alert(1)",
                "&#x6A;avascript:alert(1)",
                "javascript&colon;alert(1)",
                "&Tab;javascript:alert(1)",
                "java&Tab;script:alert(1)",
                "java&NewLine;script:alert(1)",
                "<java\tscript:alert(1)>",
                "< javascript:alert(1)>",
                "vbscript:msgbox(1)",
                "data:text/html,<script>alert(1)</script>",
                "data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=",
                "DATA:text/html;base64,PHNjcmlwdD4=",
                "file:///etc/passwd",
                "blob:https://example.org/1",
                "filesystem:https://example.org/1",
                "intent://scan/#Intent;end",
                "//evil.example/a",
                "/\\evil.example/a",
                "\\\\evil.example",
                "/&Tab;/evil.example",
                "https:evil.example",
                "https:///evil.example",
                "mailto&colon;a\tb",
                "view-source:https://example.org",
            })
    void aLinkOrPictureLeadsToPagesOnly(String address) {
        String html = Markdown.toHtml("[看](" + address + ") ![图](" + address + ")\n\n[一][a]\n\n[a]: " + address);

        assertThat(html)
                .doesNotContainPattern(
                        "(?i)(href|src)=\"[^\"]*(script|data:|file:|evil|blob|intent|filesystem|source)");
    }

    @Test
    void anAddressInAngleBracketsIsALinkOfTheSameKinds() {
        assertThat(Markdown.toHtml("<javascript:alert(1)> <data:text/html,1> <vbscript:1>"))
                .doesNotContainPattern("href=\"[^\"]+\"");
    }

    @Test
    void linksOfTheUsualKindsAreKept() {
        assertThat(Markdown.toHtml("[一](https://example.org/a?b=1#c) [二](http://example.org) [三](mailto:a@example.org)"
                        + " [四](/desk/duty) [五](#top) [六](HTTPS://example.org/路) ![图](https://example.org/a.png)"))
                .contains("href=\"https://example.org/a?b=1#c\"")
                .contains("href=\"http://example.org\"")
                .contains("href=\"mailto:a@example.org\"")
                .contains("href=\"/desk/duty\"")
                .contains("href=\"#top\"")
                .contains("href=\"HTTPS://example.org/路\"")
                .contains("src=\"https://example.org/a.png\"");
    }

    @Test
    void nothingTypedIsEvaluated() {
        assertThat(Markdown.toHtml("${123456*1001} #{123456*1001} [[${123456*1001}]] *{x} __${123456*1001}__"))
                .doesNotContain("123579456");
    }

    @Test
    void tablesAreRendered() {
        assertThat(Markdown.toHtml("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |")).contains("<table>", "<td>1</td>");
    }
}
