package io.github.datalab4j.shrink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.ManualTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@link DexIT} compares in size does the same job. */
@Timeout(3600)
class WeighedProgramsIT {
  private static final String KEY = "test-key";

  @Test
  void byHandTheJobIsDone() throws Exception {
    assertDoesTheJob(ByHand.class);
  }

  @Test
  void byHandWithCareTheJobIsDone() throws Exception {
    assertDoesTheJob(CarefulByHand.class);
  }

  @Test
  void byTheFacadeTheJobIsDone() throws Exception {
    assertDoesTheJob(ByFacade.class);
  }

  private static void assertDoesTheJob(Class<?> program) throws Exception {
    try (DatalabSimulator datalab =
        DatalabSimulator.builder()
            .apiKey(KEY)
            .processor("cp_12345")
            .time(new ManualTime())
            .start()) {
      datalab.nextJob(Job.completing().after(2));
      List<String> printed =
          JavaProgram.run(Jars.program(), program.getName(), Arrays.asList(datalab.url(), KEY));
      assertEquals(1, datalab.iterations().size());
      assertEquals(2, datalab.iterations().get(0).files().size());
      String last = printed.get(printed.size() - 1);
      assertTrue(last.contains("cp_12345"), last);
    }
  }
}
