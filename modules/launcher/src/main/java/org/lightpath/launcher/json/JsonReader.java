package org.lightpath.launcher.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one JSON text (RFC 8259) by recursive descent. Not thread-safe; used once. */
final class JsonReader {

  private static final int MAX_DEPTH = 200;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final String text;
  private int at;
  private int depth;

  JsonReader(String text) {
    this.text = text;
  }

  Object read() {
    Object value = value();
    skipBlanks();
    if (at < text.length()) {
      throw broken("nothing more");
    }
    return value;
  }

  private Object value() {
    skipBlanks();
    if (++depth > MAX_DEPTH) {
      throw broken("at most " + MAX_DEPTH + " levels");
    }
    Object value =
        switch (peek()) {
          case '{' -> object();
          case '[' -> array();
          case '"' -> string();
          case 't' -> word("true", true);
          case 'f' -> word("false", false);
          case 'n' -> word("null", null);
          default -> number();
        };
    depth--;
    return value;
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    skipBlanks();
    if (taken('}')) {
      return members;
    }
    do {
      skipBlanks();
      String name = string();
      skipBlanks();
      expect(':');
      members.put(name, value());
      skipBlanks();
    } while (taken(','));
    expect('}');
    return members;
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    at++;
    skipBlanks();
    if (taken(']')) {
      return items;
    }
    do {
      items.add(value());
      skipBlanks();
    } while (taken(','));
    expect(']');
    return items;
  }

  private String string() {
    expect('"');
    StringBuilder read = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        at--;
        throw broken("an escaped control character");
      }
      read.append(c == '\\' ? escaped() : c);
    }
    at++;
    return read.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw broken("an escape");
    };
  }

  private char unicode() {
    if (at + 4 > text.length()) {
      throw broken("4 hexadecimal digits");
    }
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(text.charAt(at), 16);
      if (digit < 0) {
        throw broken("4 hexadecimal digits");
      }
      code = code * 16 + digit;
      at++;
    }
    return (char) code;
  }

  private Object word(String word, Object meaning) {
    if (!text.startsWith(word, at)) {
      throw broken(word);
    }
    at += word.length();
    return meaning;
  }

  private BigDecimal number() {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw broken("a value");
    }
    at = number.end();
    try {
      return new BigDecimal(number.group());
    } catch (NumberFormatException e) {
      throw broken("a number with a smaller exponent");
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw broken("more");
    }
    return text.charAt(at);
  }

  private boolean taken(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    if (there) {
      at++;
    }
    return there;
  }

  private void expect(char c) {
    if (!taken(c)) {
      throw broken("'" + c + "'");
    }
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalArgumentException broken(String expected) {
    return new IllegalArgumentException(
        "JSON: expected %s at position %d of %d".formatted(expected, at, text.length()));
  }
}
