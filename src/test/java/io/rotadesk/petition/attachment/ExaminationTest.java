package io.rotadesk.petition.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is, by its content, and its small image. */
class ExaminationTest {

    private static final int RED = 0xFF0000;

    private final Examination examination = examination(TestSettings.usual());

    private static Examination examination(AttachmentSettings settings) {
        return new Examination(settings, new VirusScanner(settings), new SmallImages());
    }

    @Test
    void photosAndScansAreTakenForWhatTheyAre() {
        assertThat(examination.examine(Pictures.jpeg(60, 40)).type()).isEqualTo(FileType.JPEG);
        assertThat(examination.examine(Pictures.png(60, 40)).type()).isEqualTo(FileType.PNG);
        assertThat(examination.examine(Pictures.webp()).type()).isEqualTo(FileType.WEBP);
        assertThat(examination.examine(Pictures.pdf()).type()).isEqualTo(FileType.PDF);
        assertThat(examination.examine(Pictures.webp()).small())
                .as("Java cannot draw it")
                .isNull();
        assertThat(examination.examine(Pictures.pdf()).small()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<!DOCTYPE html><script>alert(1)</script>",
                "<html><body>%PDF-1.7</body></html>",
                "GIF89a<script>",
                "PK\u0003\u0004",
                "MZ\u0090\u0000",
                "some text"
            })
    void everythingElseIsRefusedWhateverItIsCalled(String content) {
        assertRefused(Pictures.text(content), "type");
    }

    @Test
    void aFileWithoutContentOrWithTooMuchIsRefused() {
        assertRefused(new byte[0], "empty");
        byte[] large = Arrays.copyOf(Pictures.pdf(), 1024 * 1024 + 1);
        assertRefused(large, "tooLarge");
        assertThat(examination.examine(Arrays.copyOf(large, 1024 * 1024)).type())
                .isEqualTo(FileType.PDF);
    }

    @Test
    void aSmallFileThatClaimsToBeAHugeImageIsNotDrawn() {
        assertRefused(Pictures.bomb(), "pixels");
    }

    @Test
    void aBrokenImageIsRefused() {
        assertRefused(Arrays.copyOf(Pictures.jpeg(60, 40), 12), "unreadable");
        assertRefused(Arrays.copyOf(Pictures.png(60, 40), 20), "unreadable");
    }

    @Test
    void aPhotoIsShownSmallAndKeepsItsShape() throws IOException {
        BufferedImage small = small(Pictures.jpeg(3000, 1500));
        assertThat(small.getWidth()).isEqualTo(SmallImages.EDGE);
        assertThat(small.getHeight()).isEqualTo(SmallImages.EDGE / 2);
        BufferedImage tiny = small(Pictures.png(40, 30));
        assertThat(tiny.getWidth()).as("nothing is made larger").isEqualTo(40);
    }

    /** The red half was up in the file; it is where the camera says that up is. */
    @ParameterizedTest
    @CsvSource({"1, 30, 5", "2, 30, 5", "3, 30, 35", "4, 30, 35", "5, 5, 30", "6, 35, 30", "7, 35, 30", "8, 5, 30"})
    void aPhotoIsTurnedAsItsCameraSays(int orientation, int x, int y) throws IOException {
        BufferedImage small = small(Pictures.jpegToBeTurned(60, 40, orientation));
        assertThat(small.getWidth()).isEqualTo(orientation < 5 ? 60 : 40);
        assertThat(isRed(small.getRGB(x, y))).isTrue();
        boolean lying = orientation >= 5;
        int otherX = lying ? 40 - x : x;
        int otherY = lying ? y : 40 - y;
        assertThat(isRed(small.getRGB(otherX, otherY))).isFalse();
    }

    private BufferedImage small(byte[] photo) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(examination.examine(photo).small()));
    }

    private static boolean isRed(int colour) {
        return (colour & RED) > 0xC80000 && (colour & 0xFF) < 0x40;
    }

    private void assertRefused(byte[] content, String key) {
        assertThatThrownBy(() -> examination.examine(content))
                .isInstanceOfSatisfying(
                        AttachmentRefusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
