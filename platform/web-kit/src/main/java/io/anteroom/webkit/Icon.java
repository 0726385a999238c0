package io.anteroom.webkit;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.anteroom.webkit.templates.StaticTemplates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Line drawings of 24 by 24, from Tabler Icons (MIT licence). Always beside words, so hidden from screen readers. */
public final class Icon implements Content {

    public static final Icon ALERT = new Icon("M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0", "M12 8v4", "M12 16h.01");
    public static final Icon BELL = new Icon(
            "M10 5a2 2 0 1 1 4 0a7 7 0 0 1 4 6v3a4 4 0 0 0 2 3h-16a4 4 0 0 0 2 -3v-3a7 7 0 0 1 4 -6",
            "M9 17v1a3 3 0 0 0 6 0v-1");
    public static final Icon BUILDING =
            new Icon("M3 21l18 0", "M5 21v-14l8 -4v18", "M19 21v-10l-6 -4", "M9 9l0 .01", "M9 12l0 .01", "M9 15l0 .01");
    public static final Icon CALENDAR = new Icon(
            "M4 7a2 2 0 0 1 2 -2h12a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-12a2 2 0 0 1 -2 -2v-12",
            "M16 3v4",
            "M8 3v4",
            "M4 11h16");
    public static final Icon CARD = new Icon(
            "M3 8a3 3 0 0 1 3 -3h12a3 3 0 0 1 3 3v8a3 3 0 0 1 -3 3h-12a3 3 0 0 1 -3 -3z",
            "M3 10l18 0",
            "M7 15l.01 0",
            "M11 15l2 0");
    public static final Icon CHECK = new Icon("M5 12l5 5l10 -10");
    public static final Icon CHEVRON_DOWN = new Icon("M6 9l6 6l6 -6");
    public static final Icon CHEVRON_LEFT = new Icon("M15 6l-6 6l6 6");
    public static final Icon CHEVRON_RIGHT = new Icon("M9 6l6 6l-6 6");
    public static final Icon CLIPBOARD = new Icon(
            "M9 5h-2a2 2 0 0 0 -2 2v12a2 2 0 0 0 2 2h10a2 2 0 0 0 2 -2v-12a2 2 0 0 0 -2 -2h-2",
            "M9 5a2 2 0 0 1 2 -2h2a2 2 0 0 1 2 2a2 2 0 0 1 -2 2h-2a2 2 0 0 1 -2 -2z",
            "M9 12h6",
            "M9 16h6");
    public static final Icon CLOCK = new Icon("M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0", "M12 7v5l3 3");
    public static final Icon CROSS = new Icon("M18 6l-12 12", "M6 6l12 12");
    public static final Icon DEVICES = new Icon(
            "M6 5a2 2 0 0 1 2 -2h8a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-8a2 2 0 0 1 -2 -2v-14z", "M11 4h2", "M12 17v.01");
    public static final Icon DONE = new Icon("M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0", "M9 12l2 2l4 -4");
    public static final Icon DOTS = new Icon(
            "M4 12a1 1 0 1 0 2 0a1 1 0 0 0 -2 0",
            "M11 12a1 1 0 1 0 2 0a1 1 0 0 0 -2 0",
            "M18 12a1 1 0 1 0 2 0a1 1 0 0 0 -2 0");
    public static final Icon DOWNLOAD =
            new Icon("M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2 -2v-2", "M7 11l5 5l5 -5", "M12 4l0 12");
    public static final Icon EXTERNAL =
            new Icon("M12 6h-6a2 2 0 0 0 -2 2v10a2 2 0 0 0 2 2h10a2 2 0 0 0 2 -2v-6", "M11 13l9 -9", "M15 4h5v5");
    public static final Icon FAILED = new Icon("M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0", "M10 10l4 4m0 -4l-4 4");
    public static final Icon FILE = new Icon(
            "M14 3v4a1 1 0 0 0 1 1h4", "M17 21h-10a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2h7l5 5v11a2 2 0 0 1 -2 2z");
    public static final Icon HOME = new Icon(
            "M5 12l-2 0l9 -9l9 9l-2 0",
            "M5 12v7a2 2 0 0 0 2 2h10a2 2 0 0 0 2 -2v-7",
            "M9 21v-6a2 2 0 0 1 2 -2h2a2 2 0 0 1 2 2v6");
    public static final Icon INFO = new Icon("M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0", "M12 9h.01", "M11 12h1v4h1");
    public static final Icon INVOICE = new Icon(
            "M14 3v4a1 1 0 0 0 1 1h4",
            "M17 21h-10a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2h7l5 5v11a2 2 0 0 1 -2 2",
            "M9 7l1 0",
            "M9 13l6 0",
            "M13 17l2 0");
    public static final Icon KEY = new Icon(
            "M16.555 3.843l3.602 3.602a2.877 2.877 0 0 1 0 4.069l-2.643 2.643a2.877 2.877 0 0 1 -4.069 0l-.301 -.301l-6.558 6.558a2 2 0 0 1 -1.239 .578l-.175 .008h-1.172a1 1 0 0 1 -.993 -.883l-.007 -.117v-1.172a2 2 0 0 1 .467 -1.284l.119 -.13l.414 -.414h2v-2h2v-2l2.144 -2.144l-.301 -.301a2.877 2.877 0 0 1 0 -4.069l2.643 -2.643a2.877 2.877 0 0 1 4.069 0z",
            "M15 9h.01");
    public static final Icon LOCK = new Icon(
            "M5 13a2 2 0 0 1 2 -2h10a2 2 0 0 1 2 2v6a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-6z",
            "M11 16a1 1 0 1 0 2 0a1 1 0 0 0 -2 0",
            "M8 11v-4a4 4 0 1 1 8 0v4");
    public static final Icon MAIL = new Icon(
            "M3 7a2 2 0 0 1 2 -2h14a2 2 0 0 1 2 2v10a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-10z", "M3 7l9 6l9 -6");
    public static final Icon LANGUAGE = new Icon(
            "M4 5h7",
            "M9 3v2c0 4.418 -2.239 8 -5 8",
            "M5 9c0 2.144 2.952 3.908 6.7 4",
            "M12 20l4 -9l4 9",
            "M19.1 18h-6.2");
    public static final Icon MENU = new Icon("M4 6l16 0", "M4 12l16 0", "M4 18l16 0");
    public static final Icon PAUSE = new Icon("M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0", "M10 9v6", "M14 9v6");
    public static final Icon PENCIL =
            new Icon("M4 20h4l10.5 -10.5a2.828 2.828 0 1 0 -4 -4l-10.5 10.5v4", "M13.5 6.5l4 4");
    public static final Icon PHONE = new Icon(
            "M5 4h4l2 5l-2.5 1.5a11 11 0 0 0 5 5l1.5 -2.5l5 2v4a2 2 0 0 1 -2 2a16 16 0 0 1 -15 -15a2 2 0 0 1 2 -2");
    public static final Icon PLUS = new Icon("M12 5l0 14", "M5 12l14 0");
    public static final Icon SEARCH = new Icon("M3 10a7 7 0 1 0 14 0a7 7 0 1 0 -14 0", "M21 21l-6 -6");
    public static final Icon SETTINGS = new Icon(
            "M12 6a2 2 0 1 0 4 0a2 2 0 1 0 -4 0",
            "M4 6l8 0",
            "M16 6l4 0",
            "M6 12a2 2 0 1 0 4 0a2 2 0 1 0 -4 0",
            "M4 12l2 0",
            "M10 12l10 0",
            "M15 18a2 2 0 1 0 4 0a2 2 0 1 0 -4 0",
            "M4 18l11 0",
            "M19 18l1 0");
    public static final Icon SHIELD = new Icon(
            "M11.46 20.846a12 12 0 0 1 -7.96 -14.846a12 12 0 0 0 8.5 -3a12 12 0 0 0 8.5 3a12 12 0 0 1 -.09 7.06",
            "M15 19l2 2l4 -4");
    public static final Icon SIGN_OUT = new Icon(
            "M14 8v-2a2 2 0 0 0 -2 -2h-7a2 2 0 0 0 -2 2v12a2 2 0 0 0 2 2h7a2 2 0 0 0 2 -2v-2",
            "M9 12h12l-3 -3",
            "M18 15l3 -3");
    public static final Icon SWITCH = new Icon("M7 10h14l-4 -4", "M17 14h-14l4 4");
    public static final Icon TRASH = new Icon(
            "M4 7l16 0",
            "M10 11l0 6",
            "M14 11l0 6",
            "M5 7l1 12a2 2 0 0 0 2 2h8a2 2 0 0 0 2 -2l1 -12",
            "M9 7v-3a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v3");
    public static final Icon UPLOAD =
            new Icon("M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2 -2v-2", "M7 9l5 -5l5 5", "M12 4l0 12");
    public static final Icon USER =
            new Icon("M8 7a4 4 0 1 0 8 0a4 4 0 0 0 -8 0", "M6 21v-2a4 4 0 0 1 4 -4h4a4 4 0 0 1 4 4v2");
    public static final Icon USERS = new Icon(
            "M5 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
            "M3 21v-2a4 4 0 0 1 4 -4h4a4 4 0 0 1 4 4v2",
            "M16 3.13a4 4 0 0 1 0 7.75",
            "M21 21v-2a4 4 0 0 0 -3 -3.85");
    public static final Icon WARNING = new Icon(
            "M12 9v4",
            "M10.363 3.591l-8.106 13.534a1.914 1.914 0 0 0 1.636 2.871h16.214a1.914 1.914 0 0 0 1.636 -2.87l-8.106 -13.536a1.914 1.914 0 0 0 -3.274 0z",
            "M12 16h.01");

    private final List<String> paths;

    /** Rendered once, since a page has a dozen of them; by several at a time is as good. */
    private volatile byte @Nullable [] drawn;

    /** Whether it points along the line, and so the other way where one reads from the right. */
    public boolean turns() {
        return this == CHEVRON_LEFT || this == CHEVRON_RIGHT || this == SIGN_OUT;
    }

    private Icon(String... paths) {
        this.paths = List.of(paths);
    }

    /** The strokes, each the {@code d} of an SVG path. */
    public List<String> paths() {
        return paths;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        byte[] svg = drawn;
        if (svg == null) {
            svg = PageWriter.bytes(new StaticTemplates().partIcon(this));
            drawn = svg;
        }
        output.writeBinaryContent(svg);
    }
}
