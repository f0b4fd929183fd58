package io.github.datalab4j.generator.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text of the document as harmless Java source: it can end neither a comment nor a literal. */
public final class JavaText {
  private static final int WIDTH = 90;

  /** A class file takes no text of more than 65,535 bytes. */
  private static final int LONGEST = 10_000;

  private JavaText() {}

  /** Whether a text is too long for a literal. */
  public static boolean isTooLong(String text) {
    return text.length() > LONGEST;
  }

  /** A string literal with its quotes, in ASCII. */
  public static String literal(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"':
          out.append("\\\"");
          break;
        case '\\':
          out.append("\\\\");
          break;
        case '\n':
          out.append("\\n");
          break;
        case '\r':
          out.append("\\r");
          break;
        case '\t':
          out.append("\\t");
          break;
        default:
          if (c >= ' ' && c < 127) {
            out.append(c);
          } else {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          }
      }
    }
    return out.append('"').toString();
  }

  /** The text for Javadoc, wrapped into lines, with {@code <p>} between paragraphs. */
  public static List<String> javadoc(String text) {
    List<String> lines = new ArrayList<>();
    boolean paragraph = false;
    for (String line : text.trim().split("\\R", -1)) {
      String plain = line.replaceAll("[\\p{Cntrl}\\s]+", " ").trim();
      if (plain.isEmpty()) {
        paragraph = !lines.isEmpty();
      } else {
        wrap(paragraph ? "\0" + plain : plain, lines);
        paragraph = false;
      }
    }
    return lines;
  }

  private static void wrap(String line, List<String> lines) {
    boolean paragraph = line.startsWith("\0");
    StringBuilder out = new StringBuilder();
    int first = lines.size();
    for (String word : (paragraph ? line.substring(1) : line).split(" ", -1)) {
      if (out.length() > 0 && out.length() + 1 + word.length() > WIDTH) {
        lines.add(escaped(out));
        out.setLength(0);
      }
      if (out.length() > 0) {
        out.append(' ');
      }
      out.append(word);
    }
    lines.add(escaped(out));
    if (paragraph) {
      lines.add(first, "");
      lines.set(first + 1, "<p>" + lines.get(first + 1));
    }
  }

  /** No line can begin a tag, be HTML, hold a unicode escape or end the comment. */
  private static String escaped(CharSequence line) {
    StringBuilder out = new StringBuilder();
    line.codePoints()
        .forEach(
            c -> {
              boolean tag = c == '@' && (out.length() == 0 || out.charAt(out.length() - 1) == '{');
              boolean end = c == '/' && out.length() > 0 && out.charAt(out.length() - 1) == '*';
              if (c == '<') {
                out.append("&lt;");
              } else if (c == '>') {
                out.append("&gt;");
              } else if (c == '&') {
                out.append("&amp;");
              } else if (tag || end || c == '\\') {
                out.append("&#").append(c).append(';');
              } else if (c <= 126) {
                out.append((char) c);
              } else if (c < 0xD800 || c > 0xDFFF) {
                out.append("&#").append(c).append(';');
              }
            });
    return out.toString();
  }
}
