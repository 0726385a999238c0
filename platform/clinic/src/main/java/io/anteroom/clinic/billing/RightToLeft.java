package io.anteroom.clinic.billing;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.util.regex.Pattern;

/**
 * What the printer of papers lacks for Arabic, by ICU: which pieces of a line run which way (UAX #9), and the forms that letters
 * take beside each other, of which the font has glyphs.
 */
final class RightToLeft {

    private RightToLeft() {}

    /** The pieces of a paragraph. */
    static final class Splitter implements BidiSplitter {

        private final Bidi bidi = new Bidi();

        @Override
        public void setParagraph(String text, byte level) {
            bidi.setPara(text, level, null);
        }

        @Override
        public int countTextRuns() {
            return bidi.countRuns();
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            BidiRun run = bidi.getVisualRun(index);
            return new BidiTextRun(run.getStart(), run.getLength(), run.getDirection());
        }

        @Override
        public byte getBaseDirection(String text) {
            return Bidi.getBaseDirection(text);
        }
    }

    /** The order and the forms of letters. */
    static final class Letters implements BidiReorderer {

        /** Marks of direction, which were obeyed by now, and of vowels, which a font sets only with more than shaping. */
        private static final Pattern UNDRAWN = Pattern.compile("[\\u064b-\\u0652\\u200e\\u200f\\u2066-\\u2069]");

        private final ArabicShaping shaping = new ArabicShaping(ArabicShaping.LETTERS_SHAPE);
        private final ArabicShaping plain = new ArabicShaping(ArabicShaping.LETTERS_UNSHAPE);

        @Override
        public String reorderRTLTextToLTR(String text) {
            return Bidi.writeReverse(text, Bidi.DO_MIRRORING);
        }

        @Override
        public String shapeText(String text) {
            return shaped(shaping, UNDRAWN.matcher(text).replaceAll(""));
        }

        @Override
        public String deshapeText(String text) {
            return shaped(plain, text);
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }

        /** Nothing is left out for want of room, which is all that shaping can fail for. */
        private static String shaped(ArabicShaping shaping, String text) {
            try {
                return shaping.shape(text);
            } catch (ArabicShapingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
