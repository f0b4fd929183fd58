package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.NothingLeft;
import io.reactivex.rxjava3.observers.TestObserver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client ends when it is closed. */
class OpenWorkTest {
  /** It holds its work weakly: each test holds what it adds up to its end. */
  private final OpenWork open = new OpenWork();

  private final List<OpenWork.Closing> closed = new ArrayList<>();

  @Test
  void closeEndsWhatIsOpenAndTellsThoseWhoWaitForIt() {
    Work work = open.add(new Work());
    TestObserver<Void> waits = open.closed().test();
    waits.assertNotComplete();

    open.close();

    assertEquals(Collections.singletonList(work), closed);
    waits.assertComplete();
  }

  @Test
  void whatComesLaterIsEndedAtOnce() {
    open.close();

    Work late = open.add(new Work());

    assertEquals(Collections.singletonList(late), closed);
  }

  @Test
  void onlyTheFirstOfTwoClosesAndSaysSo() {
    Work work = open.add(new Work());

    assertTrue(open.close());
    assertFalse(open.close());

    assertEquals(Collections.singletonList(work), closed);
  }

  @Test
  void whatOneThrowsKeepsNothingOpen() {
    IllegalStateException own = new IllegalStateException("mine");
    Work one = open.add(new Work());
    OpenWork.Closing broken =
        open.add(
            () -> {
              throw own;
            });
    Work other = open.add(new Work());
    TestObserver<Void> waits = open.closed().test();

    open.close();

    assertTrue(
        closed.containsAll(Arrays.asList(one, other)),
        "closed in spite of " + broken + ": " + closed);
    waits.assertComplete();
    assertEquals(Collections.singletonList(own), NothingLeft.takeUndelivered());
  }

  @Test
  void whoIsToldOfTheCloseFindsItDone() {
    List<Boolean> again = new ArrayList<>();
    TestObserver<Void> told = open.closed().doOnComplete(() -> again.add(open.close())).test();

    open.close();

    told.assertComplete();
    assertEquals(Collections.singletonList(false), again);
  }

  private final class Work implements OpenWork.Closing {
    @Override
    public void close() {
      closed.add(this);
    }
  }
}
