package io.github.datalab4j.generator.naming;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Java names from names of the document. The result depends on the given name only, is ASCII, is a
 * legal identifier, is no keyword of Java or Kotlin, and hides nothing that generated code uses.
 * Two names can become one: a {@link NameScope} keeps them apart.
 */
public final class JavaNames {
  private static final int LONGEST = 120;

  private JavaNames() {}

  /** {@code pet_status} becomes {@code PetStatus}; {@code Error} becomes {@code ErrorModel}. */
  public static String type(String name) {
    String joined = pascal(name);
    if (joined.isEmpty() || Character.isDigit(joined.charAt(0))) {
      joined = "Model" + joined;
    }
    return isReservedType(joined) || isInterface(joined) ? joined + "Model" : joined;
  }

  /** The words of a name joined in PascalCase, perhaps empty, to be a part of a longer name. */
  public static String pascal(String name) {
    StringBuilder joined = new StringBuilder();
    for (String word : words(name)) {
      joined.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return joined.length() <= LONGEST ? joined.toString() : joined.substring(0, LONGEST);
  }

  /** A field, method or parameter: {@code wos-session} becomes {@code wosSession}. */
  public static String member(String name) {
    StringBuilder joined = new StringBuilder();
    for (String word : words(name)) {
      if (joined.length() == 0) {
        joined.append(decapitalized(word));
      } else {
        joined.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    if (name.startsWith("_") && joined.length() > 0) {
      joined.insert(0, '_');
    } else if (joined.length() == 0 || Character.isDigit(joined.charAt(0))) {
      joined.insert(0, "value");
    }
    String member = joined.length() <= LONGEST ? joined.toString() : joined.substring(0, LONGEST);
    return ReservedNames.MEMBERS.contains(member) ? member + "Value" : member;
  }

  /** A constant: {@code very-accurate} becomes {@code VERY_ACCURATE}, nothing {@code EMPTY}. */
  public static String constant(String value) {
    StringBuilder joined = new StringBuilder();
    for (String word : words(value)) {
      if (joined.length() > 0) {
        joined.append('_');
      }
      joined.append(humps(word).toUpperCase(Locale.ROOT));
    }
    if (joined.length() == 0) {
      return value.isEmpty() ? "EMPTY" : "VALUE";
    }
    String constant = joined.length() <= LONGEST ? joined.toString() : joined.substring(0, LONGEST);
    return Character.isDigit(constant.charAt(0)) ? "VALUE_" + constant : constant;
  }

  /** The interfaces of the operations are named so. */
  private static boolean isInterface(String simpleName) {
    return simpleName.endsWith("Api") || simpleName.endsWith("API");
  }

  /** Whether a class must not have this simple name. */
  public static boolean isReservedType(String simpleName) {
    return ReservedNames.TYPES.contains(simpleName)
        || ReservedNames.MEMBERS.contains(simpleName)
        || ReservedNames.isDevice(simpleName);
  }

  /** Whether a field, method or parameter must not have this name. */
  public static boolean isReservedMember(String name) {
    return ReservedNames.MEMBERS.contains(name);
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String plain = spellOut(name);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (isAsciiLetterOrDigit(c)) {
        word.append(c);
      } else {
        flush(words, word);
      }
    }
    flush(words, word);
    return words;
  }

  private static void flush(List<String> words, StringBuilder word) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  /** Signs that tell two names apart become words; letters beyond ASCII become ASCII. */
  private static String spellOut(String name) {
    StringBuilder plain = new StringBuilder();
    String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (i == 0 && c == '@') {
        plain.append("at ");
      } else if (i == 0 && c == '$') {
        plain.append("dollar ");
      } else if (c == '+') {
        plain.append(" plus ");
      } else if (i == 0 && c == '-' && name.length() > 1 && Character.isDigit(name.charAt(1))) {
        plain.append("minus ");
      } else if (c < 128) {
        plain.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        plain.append(" u").append(Integer.toHexString(c)).append(' ');
      }
    }
    return plain.toString();
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** {@code URLPath} becomes {@code urlPath}, {@code ID} becomes {@code id}. */
  private static String decapitalized(String word) {
    int upper = 0;
    while (upper < word.length() && Character.isUpperCase(word.charAt(upper))) {
      upper++;
    }
    boolean humpFollows =
        upper > 1 && upper < word.length() && Character.isLowerCase(word.charAt(upper));
    int lowered = humpFollows ? upper - 1 : upper;
    return word.substring(0, lowered).toLowerCase(Locale.ROOT) + word.substring(lowered);
  }

  private static String humps(String word) {
    StringBuilder split = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (i > 0 && Character.isUpperCase(c) && Character.isLowerCase(word.charAt(i - 1))) {
        split.append('_');
      }
      split.append(c);
    }
    return split.toString();
  }
}
