package org.lightpath.launcher.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StartOrderTest {

  @Test
  void arrivesAsItWasSent() throws IOException {
    StartOrder sent =
        new StartOrder(
            Path.of("/data with blank"),
            18080,
            Path.of("/home/ü"),
            Map.of("lightpath.db.password", " a=b:c\\d#e\nf ", "lightpath.db.user", "#end"));
    StringWriter wire = new StringWriter();
    sent.write(wire);
    assertThat(StartOrder.read(new BufferedReader(new StringReader(wire.toString()))))
        .isEqualTo(sent);
  }

  @Test
  void anOrderThatBreaksOffIsRefused() {
    BufferedReader broken = new BufferedReader(new StringReader("port=1\n"));
    assertThatThrownBy(() -> StartOrder.read(broken)).isInstanceOf(IOException.class);
  }
}
