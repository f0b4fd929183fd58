package io.github.datalab4j.kill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.Canary;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.ReceivedIteration;
import io.github.datalab4j.simulator.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Programs that are killed as by {@code kill -9}, one at each {@link Moment}, and another one that
 * starts afterwards and looks at what they have left.
 */
class KillTest {
  private static final Map<Moment, KilledProgram> KILLED = new EnumMap<>(Moment.class);
  private static final Map<Moment, String> SAID = new EnumMap<>(Moment.class);

  @TempDir static Path folder;

  @BeforeAll
  static void killAllAndRestart() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    List<Future<?>> kills = new ArrayList<>();
    for (Moment moment : Moment.values()) {
      KilledProgram program = new KilledProgram(moment, folder);
      KILLED.put(moment, program);
      kills.add(
          two.submit(
              () -> {
                program.runAndKill();
                return null;
              }));
    }
    for (Future<?> kill : kills) {
      kill.get();
    }
    two.shutdown();
    List<String> said = KilledProgram.restart(new ArrayList<>(KILLED.values()), folder);
    assertEquals(KILLED.size(), said.size(), said::toString);
    Iterator<String> lines = said.iterator();
    KILLED.keySet().forEach(moment -> SAID.put(moment, lines.next()));
  }

  @AfterAll
  static void closeAll() {
    KILLED.values().forEach(program -> program.datalab.close());
  }

  @ParameterizedTest
  @EnumSource
  void submissionIsNeverSentTwice(Moment moment) {
    int sent = KILLED.get(moment).datalab.requests(On.ITERATE).size();

    assertEquals(moment == Moment.BEFORE_SENDING ? 0 : 1, sent);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSaidOfTheJobIsTrue(Moment moment) {
    String truth = moment.stored ? KILLED.get(moment).processor() : "unknown";

    assertEquals(truth, SAID.get(moment));
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheOneJobIsAskedFor(Moment moment) {
    List<ReceivedIteration> accepted = KILLED.get(moment).datalab.iterations();
    List<ReceivedRequest> polls = KILLED.get(moment).datalab.requests(On.STATUS);

    assertTrue(accepted.size() <= 1, accepted::toString);
    assertEquals(moment.stored, !polls.isEmpty());
    for (ReceivedRequest poll : polls) {
      assertTrue(poll.path().endsWith("/" + accepted.get(0).lookupKey()), poll::path);
    }
  }

  @Test
  void keyIsInNothingThatWasPrintedOrStored() throws IOException {
    List<Path> withKey = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (Canary.isIn(new String(Files.readAllBytes(file), UTF_8))) {
          withKey.add(file);
        }
      }
    }

    assertEquals(Collections.emptyList(), withKey);
  }

  @ParameterizedTest
  @EnumSource
  void storedTokenHoldsNoKey(Moment moment) throws IOException {
    Path token = KILLED.get(moment).folder.resolve("token");

    assertEquals(moment.stored, Files.exists(token));
    if (moment.stored) {
      String text = new String(Files.readAllBytes(token), UTF_8);
      byte[] payload = Base64.getUrlDecoder().decode(text.substring(text.indexOf('.') + 1));
      assertFalse(Canary.isIn(new String(payload, UTF_8)));
    }
  }
}
