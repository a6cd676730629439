package org.lightpath.launcher.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PrintedLinesTest {

  private final Logger logger = Logger.getLogger("stdout");
  private final List<String> messages = new ArrayList<>();
  private final PrintStream out = new PrintStream(new PrintedLines(), true, StandardCharsets.UTF_8);

  private final Handler heard =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          messages.add(record.getMessage());
        }

        @Override
        public void flush() {
          // Nothing is kept.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };

  @BeforeEach
  void listen() {
    logger.setUseParentHandlers(false);
    logger.addHandler(heard);
  }

  @AfterEach
  void leave() {
    logger.removeHandler(heard);
    logger.setUseParentHandlers(true);
  }

  @Test
  void makesARecordOfEachLineAndNoneOfAnEmptyOne() {
    out.print("one ");
    out.println("line, {0} and ½");
    out.println();
    out.print("two\nthree");

    assertThat(messages).containsExactly("one line, {0} and ½", "two");
  }

  @Test
  void cutsALineThatIsTooLong() {
    out.println("x".repeat(20_000));

    assertThat(messages).extracting(String::length).containsExactly(8192, 8192, 3616);
  }
}
