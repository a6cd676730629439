package org.lightpath.pipes.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lightpath.platform.LightpathException;

final class CallTest {

  private final Call<String> call = new Call<>(owner -> "done");

  @Test
  void anAnswerBeforeTheDeadlineReachesTheCaller() {
    assertThat(call.begin()).isTrue();
    assertThat(call.answer("item")).isTrue();
    assertThat(call.await(Duration.ofMillis(1))).isEqualTo("item");
  }

  @Test
  void aCallWhoseCallerHasLeftIsNotBegun() {
    leave();
    assertThat(call.begin()).isFalse();
  }

  @Test
  void anAnswerToACallerWhoHasLeftIsReturnedToTheOwner() {
    assertThat(call.begin()).isTrue();
    leave();
    assertThat(call.answer("item")).isFalse();
  }

  private void leave() {
    assertThatThrownBy(() -> call.await(Duration.ofMillis(1)))
        .isInstanceOf(LightpathException.class)
        .hasMessage("the message broker gave no answer within 1 ms; try again");
  }
}
