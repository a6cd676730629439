package org.lightpath.launcher.micro;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the server's process is told by the launcher. It travels through standard input and not on
 * the command line, because every user of the machine can read command lines, and settings hold
 * passwords.
 *
 * @param data the data directory, absolute
 * @param port port of the HTTP listener on the loopback address
 * @param home the folder that holds the {@code lightpath} script
 * @param properties system properties for the server
 */
public record StartOrder(Path data, int port, Path home, Map<String, String> properties) {

  private static final String END = "#end";
  private static final String PROPERTY = "property.";

  void write(Writer out) throws IOException {
    Properties lines = new Properties();
    lines.setProperty("data", data.toString());
    lines.setProperty("port", Integer.toString(port));
    lines.setProperty("home", home.toString());
    properties.forEach((key, value) -> lines.setProperty(PROPERTY + key, value));
    StringWriter text = new StringWriter();
    lines.store(text, null);
    out.write(text + END + "\n");
    out.flush();
  }

  static StartOrder read(BufferedReader in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); !END.equals(line); line = in.readLine()) {
      if (line == null) {
        throw new IOException("the launcher ended before it had told what to start");
      }
      text.append(line).append('\n');
    }
    Properties lines = new Properties();
    lines.load(new StringReader(text.toString()));
    Map<String, String> properties = new TreeMap<>();
    for (String name : lines.stringPropertyNames()) {
      if (name.startsWith(PROPERTY)) {
        properties.put(name.substring(PROPERTY.length()), lines.getProperty(name));
      }
    }
    return new StartOrder(
        Path.of(lines.getProperty("data")),
        Integer.parseInt(lines.getProperty("port")),
        Path.of(lines.getProperty("home")),
        Map.copyOf(properties));
  }
}
