package io.rotadesk.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
