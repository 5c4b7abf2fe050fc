package io.rotadesk.petition.attachment;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How a photo must be turned to be seen upright, as the camera noted it (EXIF). */
record Orientation(int value) {

    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int LAST = 8;
    /** From here on, width and height change places. */
    private static final int LYING = 5;

    private static final int MARKER = 0xFF;
    private static final int EXIF_SEGMENT = 0xE1;
    private static final int IMAGE_BEGINS = 0xDA;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;
    private static final int VALUE_IN_ENTRY = 8;

    /** Upright, if the file does not say, or says it in a way that cannot be read. */
    static Orientation of(byte[] jpeg) {
        try {
            return find(ByteBuffer.wrap(jpeg));
        } catch (RuntimeException unreadable) {
            return UPRIGHT;
        }
    }

    private static Orientation find(ByteBuffer file) {
        int at = 2;
        while (Byte.toUnsignedInt(file.get(at)) == MARKER) {
            int kind = Byte.toUnsignedInt(file.get(at + 1));
            int length = Short.toUnsignedInt(file.getShort(at + 2));
            byte[] begin = new byte[EXIF.length];
            file.get(at + 4, begin);
            if (kind == EXIF_SEGMENT && Arrays.equals(begin, EXIF)) {
                return inExif(file.slice(at + 4 + EXIF.length, length - 2 - EXIF.length));
            }
            if (kind == IMAGE_BEGINS || length < 2) {
                return UPRIGHT;
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static Orientation inExif(ByteBuffer exif) {
        exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = exif.getInt(4);
        int entries = Short.toUnsignedInt(exif.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if (Short.toUnsignedInt(exif.getShort(entry)) == TAG) {
                int value = Short.toUnsignedInt(exif.getShort(entry + VALUE_IN_ENTRY));
                return value >= 1 && value <= LAST ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    boolean isLying() {
        return value >= LYING;
    }

    /**
     * Turns an image of this size upright.
     *
     * @param width before it is turned
     */
    AffineTransform turn(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
