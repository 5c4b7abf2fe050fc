package io.rotadesk.petition.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes small images of photos. How large a photo is drawn is read before any of it is. */
@Component
class SmallImages {

    private static final Logger log = LoggerFactory.getLogger(SmallImages.class);

    /** The longer edge of a small image, enough for a sharp one on a page. */
    static final int EDGE = 360;

    /** More than any phone or scanner makes; a small file that claims more is meant to do harm. */
    static final long MOST_PIXELS = 120_000_000;

    /** A large photo takes much memory while it is read. */
    private final Semaphore atWork = new Semaphore(2);

    /**
     * @return empty for what Java cannot draw, such as WebP or the colours of print
     * @throws AttachmentRefusal if it is broken, or has too many pixels
     */
    Optional<byte[]> of(byte[] content, FileType type) {
        if (type != FileType.JPEG && type != FileType.PNG) {
            return Optional.empty();
        }
        atWork.acquireUninterruptibly();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new AttachmentRefusal("unreadable");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return small(reader, type == FileType.JPEG ? Orientation.of(content) : new Orientation(1));
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new AttachmentRefusal("unreadable");
        } finally {
            atWork.release();
        }
    }

    private static Optional<byte[]> small(ImageReader reader, Orientation orientation) throws IOException {
        int width = size(reader, true);
        int height = size(reader, false);
        if ((long) width * height > MOST_PIXELS) {
            throw new AttachmentRefusal("pixels");
        }
        BufferedImage read;
        try {
            ImageReadParam sparse = reader.getDefaultReadParam();
            int every = Math.max(1, Math.max(width, height) / (2 * EDGE));
            sparse.setSourceSubsampling(every, every, 0, 0);
            read = reader.read(0, sparse);
        } catch (IOException | RuntimeException e) {
            // Java does not know every kind of JPEG that browsers show.
            log.debug("No small image", e);
            return Optional.empty();
        }
        return Optional.of(written(drawn(read, orientation)));
    }

    private static int size(ImageReader reader, boolean width) throws IOException {
        try {
            return width ? reader.getWidth(0) : reader.getHeight(0);
        } catch (RuntimeException broken) {
            throw new IOException(broken);
        }
    }

    /** On white, since a JPEG has no transparency. */
    private static BufferedImage drawn(BufferedImage read, Orientation orientation) {
        double scale = Math.min(1.0, (double) EDGE / Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        BufferedImage small = orientation.isLying()
                ? new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, small.getWidth(), small.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform turn = orientation.turn(width, height);
        turn.scale((double) width / read.getWidth(), (double) height / read.getHeight());
        pen.drawImage(read, turn, null);
        pen.dispose();
        return small;
    }

    private static byte[] written(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
