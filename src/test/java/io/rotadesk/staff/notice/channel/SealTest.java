package io.rotadesk.staff.notice.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final String ADDRESS = "https://example.org/hook?key=密";

    @Test
    void aSecretIsReadWithItsKeyOnly() {
        Seal seal = new Seal("a key");
        byte[] closed = seal.close(ADDRESS);

        assertThat(new String(closed, StandardCharsets.UTF_8)).doesNotContain("example.org");
        assertThat(seal.close(ADDRESS)).isNotEqualTo(closed);
        assertThat(new Seal("a key").open(closed)).isEqualTo(ADDRESS);
        assertThatThrownBy(() -> new Seal("another key").open(closed)).isInstanceOf(Seal.BrokenSealException.class);
        assertThatThrownBy(() -> new Seal("").open(closed)).isInstanceOf(Seal.BrokenSealException.class);
    }

    @Test
    void withoutAKeyItIsStoredAsItIsAndAKeyCanComeLater() {
        byte[] plain = new Seal("").close(ADDRESS);
        assertThat(new Seal("a key").open(plain)).isEqualTo(ADDRESS);
        assertThat(new Seal("").close(null)).isNull();
        assertThat(new Seal("").open(null)).isNull();
    }
}
