package io.anteroom.clinic.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;

class JpegMarksTest {

    private static final String BEGINS = "ffd8";
    private static final String FRAME_OF_ONE_COMPONENT = "ffc0000b08002800" + "3c01" + "011100";
    private static final String SCAN = "ffda0008010100003f00" + "2a";
    private static final String ENDS = "ffd9";

    private static JpegMarks read(int scans) throws IOException {
        byte[] file = HexFormat.of().parseHex(BEGINS + FRAME_OF_ONE_COMPONENT + SCAN.repeat(scans) + ENDS);
        return JpegMarks.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)));
    }

    @Test
    void aPictureOfOneScanNeedNotBeHeldWhole() throws IOException {
        assertThat(read(1).scans()).isEqualTo(1);
        assertThat(read(1).heldWhole()).isFalse();
        assertThat(read(2).heldWhole()).isTrue();
    }

    @Test
    void moreThanTwentyScansAreTooMany() throws IOException {
        assertThat(read(20).tooManyScans()).isFalse();
        assertThat(read(21).tooManyScans()).isTrue();
    }
}
